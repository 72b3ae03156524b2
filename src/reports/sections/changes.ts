import { compare, type Fraction, fraction, times } from '../../model/fraction.ts';
import type { Goal } from '../../model/goal.ts';
import { parsePercent, parseQuantity } from '../../model/quantity.ts';
import type { Block } from '../../model/report.ts';
import { exactText, shortText } from '../../text/numbers.ts';
import { reportText } from '../../text/report-text.ts';
import type { ReportInput } from '../progress-report.ts';

/** Why targets or deadlines moved, the latest first. */
export function changesSection({ progress, language }: ReportInput): readonly Block[] {
  const { headings, changed } = reportText[language];
  const changes = progress.goals
    .flatMap(({ goal }) => goal.changes.map((change) => ({ metric: goal.metric, goal: goal.name, ...change })))
    .filter((change) => change.date <= progress.asOf)
    .sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0));
  if (changes.length === 0) return [];
  return [
    { is: 'heading', level: 2, text: headings.changes },
    {
      is: 'list',
      items: changes.map(({ date, goal, metric, from, to, reason }) => ({
        text: changed(date, goal, valueText(from, metric, language), valueText(to, metric, language), reason ?? '–'),
      })),
    },
  ];
}

/** An amount in the language's own scale, however it was written; a date or anything else as it stands. */
function valueText(text: string | undefined, metric: Goal['metric'], language: ReportInput['language']): string {
  const value = text === undefined ? undefined : readAmount(text, metric);
  if (!value) return text ?? '–';
  const short = shortText(value, metric, language);
  const isWhole = compare(readAmount(short, metric) ?? fraction(-1), value) === 0;
  return isWhole ? short : exactText(value, metric);
}

/** In the metric's unit; undefined for what is no amount, or one of another currency. */
function readAmount(text: string, { unit }: Goal['metric']): Fraction | undefined {
  const share = unit === 'percent' ? parsePercent(text) : undefined;
  if (share || unit === 'percent') return share && times(share, fraction(100));
  const quantity = parseQuantity(text);
  return quantity?.currency === undefined ? quantity?.value : undefined;
}
