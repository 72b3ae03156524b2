import type { Contribution, GoalProgress } from '../../analyses/index.ts';
import { toFloat } from '../../model/fraction.ts';
import type { Block, Chart } from '../../model/report.ts';
import { type Dimension, isTimeDimension } from '../../model/step.ts';
import { reportText } from '../../text/report-text.ts';
import { contributionTable, dimensionsOf, labelOf } from '../contribution-tables.ts';
import { overAssignedNote } from '../over-assigned.ts';
import type { ReportInput } from '../progress-report.ts';

const MOST = 8;

/** For each goal with a shortfall or not: one table for every dimension that its tree is split by, and a chart over its time. */
export function gapsSection({ plan, progress, language }: ReportInput): readonly Block[] {
  const { headings } = reportText[language];
  const goals = progress.goals.filter((goal) => goal.contributions.length > 0);
  if (goals.length === 0) return [];
  return [{ is: 'heading', level: 2, text: headings.gaps }, ...goals.flatMap((goal) => blocksOf(goal, plan, language))];
}

function blocksOf(goal: GoalProgress, plan: ReportInput['plan'], language: ReportInput['language']): readonly Block[] {
  const dimensions = dimensionsOf(goal);
  const time = dimensions.findLast(isTimeDimension);
  const places = dimensions.filter((dimension) => !isTimeDimension(dimension));
  return [
    { is: 'heading', level: 3, text: goal.goal.name },
    ...overAssignedNote(goal.goal, 'contributions', language),
    ...places.map((dimension) => contributionTable(goal, dimension, plan, language, MOST)),
    ...(time === undefined ? [] : [chartOf(goal, time, plan, language)]),
  ];
}

/** Target and actual by bucket: floats, for drawing; the tables hold the exact ones. */
function chartOf(goal: GoalProgress, dimension: Dimension, plan: ReportInput['plan'], language: ReportInput['language']): Chart {
  const { columns } = reportText[language];
  const own = goal.contributions.filter((each) => each.dimension === dimension);
  return {
    is: 'chart',
    kind: 'bar',
    title: `${goal.goal.name} · ${reportText[language].dimensions[dimension] ?? dimension}`,
    labels: own.map((each) => labelOf(each, plan, language)),
    series: [
      { name: columns.target, values: own.map((each) => (each.target ? toFloat(each.target) : null)) },
      { name: columns.actual, values: own.map((each) => (isAhead(each) ? null : toFloat(each.actual))) },
    ],
  };
}

/** A bucket that has not begun is not zero. */
function isAhead({ expected, actual }: Contribution): boolean {
  return expected !== null && expected.n === 0n && actual.n === 0n;
}
