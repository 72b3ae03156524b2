import type { Finding } from '../model/finding.ts';
import type { Language } from '../model/language.ts';
import type { Block } from '../model/report.ts';
import { reportText } from '../text/report-text.ts';

/** Of one rule. */
const MOST = 20;

/** Findings with file and line, as a table; of each rule the first, and one row for all of its others. */
export function findingBlocks(findings: readonly Finding[], language: Language): readonly Block[] {
  const { columns, headings, other } = reportText[language];
  const rules = new Map<string, number>();
  const shown = findings.filter(({ rule }) => {
    rules.set(rule, (rules.get(rule) ?? 0) + 1);
    return (rules.get(rule) ?? 0) <= MOST;
  });
  const others = [...rules].filter(([, count]) => count > MOST);
  return [
    { is: 'heading', level: 2, text: headings.findings },
    {
      is: 'table',
      columns: [
        { title: columns.place, align: 'left' },
        { title: columns.rule, align: 'left', drop: 1 },
        { title: columns.finding, align: 'left', flexible: true },
      ],
      rows: [
        ...shown.map(({ place, rule, message, severity }) => ({
          cells: [`${place.file}:${place.line}`, rule, message],
          ...(severity === 'error' ? { tone: 'bad' as const } : {}),
        })),
        ...others.map(([rule, count]) => ({ cells: ['', rule, other(count - MOST)], tone: 'muted' as const })),
      ],
    },
  ];
}
