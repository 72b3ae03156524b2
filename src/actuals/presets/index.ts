import { foldLabel } from '../../model/fold-label.ts';
import { fxiaokeOpportunities } from './fxiaoke-opportunities.ts';
import { fxiaokeOrders } from './fxiaoke-orders.ts';
import { generic } from './generic.ts';
import { hubspotDeals } from './hubspot-deals.ts';
import { pipedriveDeals } from './pipedrive-deals.ts';
import type { Preset } from './preset.ts';
import { salesforceOpportunities } from './salesforce-opportunities.ts';
import { zohoDeals } from './zoho-deals.ts';

/** By the name that `preset:` takes; the generic one last, when no system's own fits. */
export const PRESETS: readonly Preset[] = [
  fxiaokeOrders,
  fxiaokeOpportunities,
  zohoDeals,
  salesforceOpportunities,
  hubspotDeals,
  pipedriveDeals,
  generic,
];

/** The preset that a source names; else the first whose signature is in the header; else the generic one. */
export function presetFor(name: string | undefined, headers: readonly string[]): Preset {
  const folded = new Set(headers.map(foldLabel));
  const has = (header: string): boolean => folded.has(foldLabel(header));
  const named = PRESETS.find((preset) => preset.id === name);
  return named ?? PRESETS.find(({ signatures }) => signatures.some((signature) => signature.every(has))) ?? generic;
}
