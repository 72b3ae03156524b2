import type { Finding, Place, Severity } from '../../model/finding.ts';
import type { Rule } from '../../rules/rule.ts';
import { fingerprints } from './fingerprint.ts';
import type { CheckResult, FindingsEnvironment } from './format.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, with every rule of the catalogue in the tool's table. */
export function sarif(result: CheckResult, { language }: FindingsEnvironment): string {
  const names = fingerprints(result.findings);
  const rules = [...result.rules.values()];
  const order = new Map(rules.map((rule, index) => [rule.id, index]));
  const run = {
    tool: { driver: { name: 'salesplan', version: result.version, rules: rules.map((rule) => describe(rule, language)) } },
    columnKind: 'unicodeCodePoints',
    results: result.findings.map((finding, index) => ({
      ...resultOf(finding),
      ruleIndex: order.get(finding.rule),
      partialFingerprints: { 'salesplan/v1': names[index] },
    })),
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
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
