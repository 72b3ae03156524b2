import type { Severity } from '../../model/finding.ts';
import { fingerprints } from './fingerprint.ts';
import type { CheckResult } from './format.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab's code quality report. */
export function gitlab({ findings }: CheckResult): string {
  const names = fingerprints(findings);
  const issues = findings.map(({ rule, severity, message, help, place }, index) => ({
    type: 'issue',
    check_name: rule,
    description: `${message} ${help}`,
    severity: SEVERITIES[severity],
    categories: ['Bug Risk'],
    fingerprint: names[index],
    location: { path: place.file, lines: { begin: place.line, end: place.endLine } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
