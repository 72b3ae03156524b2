import type { Preset } from './preset.ts';

/** HubSpot deals: what was won, on its close date. */
export const hubspotDeals: Preset = {
  id: 'hubspot-deals',
  columns: {
    date: ['Close Date'],
    amount: ['Amount'],
    owner: ['Deal owner'],
    customer: ['Associated Company'],
    order: ['Record ID'],
    stage: ['Deal Stage'],
    currency: ['Currency'],
    created: ['Create Date'],
  },
  where: { 'Deal Stage': ['Closed won'] },
  signature: ['Deal Stage', 'Deal owner'],
};
