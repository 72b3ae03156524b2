import type { Block } from '../../model/report.ts';
import { reportText } from '../../text/report-text.ts';
import type { ReportInput } from '../progress-report.ts';

/** Why targets or deadlines moved, the latest first. */
export function changesSection({ progress, language }: ReportInput): readonly Block[] {
  const { headings, changed } = reportText[language];
  const changes = progress.goals
    .flatMap(({ goal }) => goal.changes.map((change) => ({ goal: goal.name, ...change })))
    .filter((change) => change.date <= progress.asOf)
    .sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0));
  if (changes.length === 0) return [];
  return [
    { is: 'heading', level: 2, text: headings.changes },
    {
      is: 'list',
      items: changes.map(({ date, goal, from, to, reason }) => ({ text: changed(date, goal, from ?? '–', to ?? '–', reason ?? '–') })),
    },
  ];
}
