import type { Finding, Place, Severity, Suppressed } from '../../model/finding.ts';
import { RULES } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';
import { fingerprints } from './fingerprint.ts';
import type { CheckResult, FindingsEnvironment } from './format.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, with every rule of the catalogue in the tool's table; findings that are not told stand in it as suppressed. */
export function sarif(result: CheckResult, { language }: FindingsEnvironment): string {
  const told = result.findings.map((finding): Told => ({ finding }));
  const all = [...told, ...result.suppressed];
  const names = fingerprints(all.map(({ finding }) => finding));
  const rules = [...RULES.values()];
  const order = new Map(rules.map((rule, index) => [rule.id, index]));
  const run = {
    tool: { driver: { name: 'salesplan', version: result.version, rules: rules.map((rule) => describe(rule, language)) } },
    columnKind: 'unicodeCodePoints',
    results: all.map(({ finding, by, reason }, index) => ({
      ...resultOf(finding),
      suppressions: suppressionsOf(by, reason),
      ...(result.isCompared ? { baselineState: by === 'baseline' || by === 'change' ? 'unchanged' : 'new' } : {}),
      ruleIndex: order.get(finding.rule),
      partialFingerprints: { 'salesplan/v1': names[index] },
    })),
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

/** A finding, and why it is not told where it is not. */
type Told = Pick<Suppressed, 'finding'> & Partial<Suppressed>;

/** SARIF wants them on all results or on none: an empty list says that nobody has accepted it. */
function suppressionsOf(by: Told['by'], reason: string | undefined) {
  const kind = by === 'waiver' ? 'inSource' : by === 'baseline' ? 'external' : undefined;
  if (kind === undefined) return [];
  return [{ kind, status: 'accepted', ...(reason === undefined ? {} : { justification: reason }) }];
}

function describe(rule: Rule, language: FindingsEnvironment['language']) {
  const { title, why, mend } = rule.explanation[language];
  return {
    id: rule.id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: mend },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

function resultOf({ rule, severity, message, help, place, related }: Finding) {
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: `${message} ${help}` },
    locations: [locationOf(place)],
    relatedLocations: related.map((each) => ({ ...locationOf(each.place), message: { text: each.message } })),
  };
}

function locationOf({ file, line, column, endLine, endColumn }: Place) {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(file) },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}
