import { type Fraction, toDecimal } from '../model/fraction.ts';
import type { Goal } from '../model/goal.ts';
import type { Language } from '../model/language.ts';
import type { Block } from '../model/report.ts';
import { decomposeText } from '../text/decompose-text.ts';
import { reportText } from '../text/report-text.ts';

/** Where a reader meets parts that add up to more than the whole: in the numbers themselves, in tables without the hedge, at people. */
type Meeting = 'tree' | 'contributions' | 'people';

/** Says how much is handed out on top of a goal and by what, down to a level of its tree; nothing where parts add up to the whole. */
export function overAssignedNote(
  { decompose, metric }: Goal,
  where: Meeting,
  language: Language,
  depth = Number.POSITIVE_INFINITY,
): readonly Block[] {
  const levelOf = (index: number) => decompose.slice(0, index).reduce((sum, { by }) => sum + by.length, 1);
  const hedged = metric.kind === 'ratio' ? [] : decompose.filter(({ overAssign }, index) => overAssign.n !== 0n && levelOf(index) <= depth);
  if (hedged.length === 0) return [];
  const { dimensions } = reportText[language];
  const text = decomposeText[language];
  const parts = hedged.map(({ by, overAssign }) =>
    text.hedge(plainPercent(overAssign), by.map((dimension) => dimensions[dimension] ?? dimension).join(' × ')),
  );
  return [{ is: 'text', text: text.hedged[where](parts.join(language === 'zh' ? '、' : ', ')), tone: 'muted' }];
}

/** `3%`, `2.5%`: as it was written. */
export function plainPercent(share: Fraction): string {
  return `${toDecimal({ n: share.n * 100n, d: share.d }, 4).replace(/\.?0+$/, '')}%`;
}
