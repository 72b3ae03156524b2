import type { Finding } from '../model/finding.ts';
import type { Language } from '../model/language.ts';
import type { Block } from '../model/report.ts';
import { reportText } from '../text/report-text.ts';

const MOST = 200;

/** Findings with file and line, as a table; what is over 200 stands as one row. */
export function findingBlocks(findings: readonly Finding[], language: Language): readonly Block[] {
  const { columns, headings, other } = reportText[language];
  const shown = findings.slice(0, MOST);
  const rest = findings.length - shown.length;
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
        ...(rest > 0 ? [{ cells: ['', '', other(rest)], tone: 'muted' as const }] : []),
      ],
    },
  ];
}
