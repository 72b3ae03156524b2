import type { Contribution, DueItem, GoalProgress } from '../../analyses/index.ts';
import { compare, minus, NOUGHT } from '../../model/fraction.ts';
import type { Block } from '../../model/report.ts';
import { isTimeDimension } from '../../model/step.ts';
import { percentText, shareText, shortText, signed } from '../../text/numbers.ts';
import { reportText } from '../../text/report-text.ts';
import { labelOf } from '../contribution-tables.ts';
import { toneOf, wordOf } from '../figures.ts';
import type { ReportInput } from '../progress-report.ts';

/** Three sentences on the first goal, in the colour of its status; one on each other, one on what is due. */
export function summarySection({ plan, progress, language, owner }: ReportInput): readonly Block[] {
  const text = reportText[language];
  const isOwn = (item: DueItem) => owner === undefined || item.owner === owner;
  const { due, overdue } = progress.due;
  const blocks: Block[] = [];
  progress.goals.forEach((goal, index) => {
    const words = [standing(goal, language), ...(index === 0 ? [paceOf(goal, language), largestOf(goal, plan, language)] : [])];
    const sentences = words.filter((word) => word !== '').join(language === 'zh' ? '' : ' ');
    const tone = toneOf(goal.position.status);
    blocks.push({ is: 'text', text: sentences, ...(index === 0 && tone !== 'muted' ? { tone } : {}) });
  });
  if (progress.goals.length > 0) blocks.push({ is: 'text', text: text.tasks(due.filter(isOwn).length, overdue.filter(isOwn).length) });
  return blocks;
}

type Language = ReportInput['language'];

function standing({ goal, position }: GoalProgress, language: Language): string {
  const text = reportText[language];
  const target = position.target ? shortText(position.target, goal.metric, language) : '–';
  if (!position.actual) return text.noActual(goal.name, target);
  const status = wordOf(text.statuses[position.status]);
  const words = goal.metric.better.is === 'lower' && goal.metric.kind !== 'flow' ? text.sinking : text.standing;
  return words(goal.name, shortText(position.actual, goal.metric, language), target, shareText(position.reached, language), status);
}

function paceOf({ goal, position }: GoalProgress, language: Language): string {
  const text = reportText[language];
  const { expected, variance, pace } = position;
  if (!expected || !variance || !pace) return position.actual ? text.noPace(goal.name) : '';
  return text.pace(
    shortText(expected, goal.metric, language),
    signed(shortText(variance, goal.metric, language), language),
    percentText(pace),
  );
}

/** The place with the largest shortfall, over all dimensions but time. */
function largestOf({ goal, contributions }: GoalProgress, plan: ReportInput['plan'], language: Language): string {
  const text = reportText[language];
  const places = contributions.filter((each) => !isTimeDimension(each.dimension) && each.variance !== null);
  if (places.length === 0) return '';
  const isCap = goal.metric.better.is !== 'higher' && goal.metric.better.is !== 'above';
  const badness = ({ variance }: Contribution) => (isCap ? minus(NOUGHT, variance ?? NOUGHT) : (variance ?? NOUGHT));
  const worst = places.reduce<Contribution | undefined>(
    (least, each) => (least && compare(badness(least), badness(each)) <= 0 ? least : each),
    undefined,
  );
  if (!worst?.variance || badness(worst).n >= 0n) return text.allAhead();
  const variance = signed(shortText(worst.variance, goal.metric, language), language);
  return (isCap ? text.largestExcess : text.largest)(
    text.dimensions[worst.dimension] ?? worst.dimension,
    labelOf(worst, plan, language),
    variance,
  );
}
