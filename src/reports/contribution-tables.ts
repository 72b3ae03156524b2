import type { Contribution, GoalProgress } from '../analyses/index.ts';
import { compare, type Fraction, minus, NOUGHT, over, plus } from '../model/fraction.ts';
import type { Language } from '../model/language.ts';
import type { Metric } from '../model/metric.ts';
import type { Plan } from '../model/plan.ts';
import type { Cell, Row, Table } from '../model/report.ts';
import type { Dimension } from '../model/step.ts';
import { isTimeDimension } from '../model/step.ts';
import { exactText, signed } from '../text/numbers.ts';
import { reportText } from '../text/report-text.ts';
import { isBetter, shareCell } from './figures.ts';
import { nameOf } from './names.ts';

/** The dimensions that a goal's contributions have, in their order. */
export function dimensionsOf(progress: GoalProgress): readonly Dimension[] {
  return [...new Set(progress.contributions.map((each) => each.dimension))];
}

/** One dimension's contributions, those first that make most of the whole variance (time in its order), the rest as one row, and a total that is their sum. */
export function contributionTable(progress: GoalProgress, dimension: Dimension, plan: Plan, language: Language, most: number): Table {
  const { columns, total, other, dimensions } = reportText[language];
  const own = progress.contributions.filter((each) => each.dimension === dimension);
  const hasTarget = own.some((each) => each.target !== null);
  const sorted = isTimeDimension(dimension) ? own : [...own].sort(hasTarget ? byVariance(progress) : byActual);
  const isCut = sorted.length > most;
  const shown = isCut ? sorted.slice(0, most - 1) : sorted;
  const rest = isCut ? sorted.slice(most - 1) : [];
  const row = (label: string, figures: Figures, tone?: Row['tone']): Row => ({
    cells: cellsOf(label, figures, progress, hasTarget, language),
    ...(tone ? { tone } : {}),
  });
  return {
    is: 'table',
    columns: [
      { title: capitalised(dimensions[dimension] ?? dimension), align: 'left', flexible: true },
      ...(hasTarget
        ? ([
            { title: columns.target, align: 'right', drop: 2 },
            { title: columns.expected, align: 'right', drop: 1 },
          ] as const)
        : []),
      { title: columns.actual, align: 'right' },
      ...(hasTarget
        ? ([
            { title: columns.variance, align: 'right' },
            { title: columns.pace, align: 'right', drop: 3 },
          ] as const)
        : ([{ title: columns.share, align: 'right' }] as const)),
    ],
    rows: [
      ...shown.map((each) => row(labelOf(each, plan, language), figuresOf([each]), each.key === null ? 'warn' : undefined)),
      ...(rest.length > 0 ? [row(other(rest.length), figuresOf(rest), 'muted')] : []),
    ],
    totals: [row(total, figuresOf(own), 'strong')],
  };
}

interface Figures {
  readonly target: Fraction;
  readonly expected: Fraction;
  readonly actual: Fraction;
}

function figuresOf(contributions: readonly Contribution[]): Figures {
  return contributions.reduce<Figures>(
    (all, each) => ({
      target: plus(all.target, each.target ?? NOUGHT),
      expected: plus(all.expected, each.expected ?? NOUGHT),
      actual: plus(all.actual, each.actual),
    }),
    { target: NOUGHT, expected: NOUGHT, actual: NOUGHT },
  );
}

function cellsOf(
  label: string,
  { target, expected, actual }: Figures,
  progress: GoalProgress,
  hasTarget: boolean,
  language: Language,
): readonly Cell[] {
  const { metric } = progress.goal;
  const exact = (value: Fraction) => exactText(value, metric);
  if (!hasTarget) return [label, exact(actual), shareCell(over(actual, progress.position.actual ?? NOUGHT), language)];
  const variance = minus(actual, expected);
  return [
    label,
    exact(target),
    exact(expected),
    exact(actual),
    { text: signed(exact(variance), language), tone: isBetter(variance, metric) ? 'good' : 'bad' },
    shareCell(paceOf(actual, expected, metric), language),
  ];
}

/** As the pace of the goal itself: what should stay small is behind where more came than was expected. */
function paceOf(actual: Fraction, expected: Fraction, { better }: Metric): Fraction | undefined {
  if (better.is === 'higher') return over(actual, expected);
  return better.is === 'lower' ? over(expected, actual) : undefined;
}

export function labelOf({ dimension, key }: Contribution, plan: Plan, language: Language): string {
  return key === null ? reportText[language].unassigned : nameOf(plan, dimension, key);
}

/** Behind: the largest shortfall first; ahead: the largest surplus. */
function byVariance({ position }: GoalProgress): (a: Contribution, b: Contribution) => number {
  const isUp = position.variance !== undefined && position.variance.n > 0n;
  return (a, b) => (isUp ? -1 : 1) * compare(a.variance ?? NOUGHT, b.variance ?? NOUGHT);
}

function byActual(a: Contribution, b: Contribution): number {
  return compare(b.actual, a.actual);
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
