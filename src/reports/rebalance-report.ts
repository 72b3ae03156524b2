import type { Rebalanced } from '../analyses/index.ts';
import type { Day } from '../model/day.ts';
import type { Problem } from '../model/finding.ts';
import { decimalText, fromAmount, minus, toDecimal } from '../model/fraction.ts';
import type { Pin } from '../model/goal.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { Block, Records, Report } from '../model/report.ts';
import { isTimeDimension } from '../model/step.ts';
import type { Subgoal } from '../model/subgoal.ts';
import { exactText, signed } from '../text/numbers.ts';
import { rebalanceText } from '../text/rebalance-text.ts';
import { memberName, nameOf } from './names.ts';

export interface RebalanceInput {
  readonly plan: Plan;
  readonly display: string;
  /** The day of a rebalance; undefined where edited subgoals are read back. */
  readonly asOf: Day | undefined;
  readonly goals: readonly Rebalanced[];
  readonly language: Language;
  /** Said at the end: a dry run, or what was written. */
  readonly outcome: readonly string[];
  wordsOf(problem: Problem): string;
}

/** What a new hand-down changes, subgoal by subgoal: before, after, and why. */
export function rebalanceReport(input: RebalanceInput): Report {
  const { plan, display, asOf, goals, language, outcome } = input;
  const title = asOf === undefined ? rebalanceText[language].edited(plan.name) : rebalanceText[language].title(plan.name, asOf);
  const blocks: Block[] = [{ is: 'heading', level: 1, text: title }];
  for (const goal of goals) blocks.push({ is: 'heading', level: 2, text: goal.goal.name }, ...blocksOf(goal, input));
  for (const text of outcome) blocks.push({ is: 'text', text, tone: 'strong' });
  const data = { version: 1, plan: display, asOf: asOf ?? null, goals: goals.map((goal) => dataOf(goal, input)) };
  return { id: 'rebalance', title, data, blocks, records: recordsOf(goals) };
}

function blocksOf(rebalanced: Rebalanced, input: RebalanceInput): readonly Block[] {
  const text = rebalanceText[input.language];
  const { closed, changes, goal } = rebalanced;
  const refused = refusalText(rebalanced, input);
  if (refused !== undefined) return [{ is: 'text', text: refused, tone: 'muted' }];
  if (!closed) return changes.length === 0 ? [{ is: 'text', text: text.nothing, tone: 'muted' }] : [tableOf(rebalanced, input)];
  const difference = signed(exactText(minus(closed.achieved, closed.planned), goal.metric), input.language);
  const summary = text.closed(closed.count, exactText(closed.planned, goal.metric), exactText(closed.achieved, goal.metric), difference);
  if (changes.length === 0) return [{ is: 'text', text: `${summary} ${text.nothing}` }];
  return [{ is: 'text', text: summary }, tableOf(rebalanced, input)];
}

function tableOf({ changes, goal, decimals }: Rebalanced, { plan, language }: RebalanceInput): Block {
  const text = rebalanceText[language];
  const amount = (quanta: Rebalanced['changes'][number]['after']['target']) =>
    quanta === undefined ? '–' : exactText(fromAmount(quanta, decimals), goal.metric);
  return {
    is: 'table',
    columns: [
      { title: text.subgoal, align: 'left', flexible: true },
      { title: text.before, align: 'right' },
      { title: text.after, align: 'right' },
      { title: text.change, align: 'right', drop: 1 },
      { title: text.owner, align: 'left', drop: 2 },
      { title: text.deadline, align: 'left', drop: 3 },
      { title: text.why, align: 'left', drop: 4 },
    ],
    rows: changes.map(({ before, after, why }) => ({
      indent: 0,
      cells: [
        placeOf(after, plan) || goal.name,
        amount(before.target),
        amount(after.target),
        before.target === undefined || after.target === undefined
          ? ''
          : signed(exactText(minus(fromAmount(after.target, decimals), fromAmount(before.target, decimals)), goal.metric), language),
        memberName(plan, after.owner),
        after.deadline,
        { text: text.whys[why], tone: 'muted' as const },
      ],
    })),
  };
}

/** Where it is, and the last of its times: the quarter of a month goes without saying. */
function placeOf({ path }: Subgoal, plan: Plan): string {
  const time = [...path].findLast(([dimension]) => isTimeDimension(dimension));
  return [...path]
    .filter(([dimension, key]) => !isTimeDimension(dimension) || key === time?.[1])
    .map(([dimension, key]) => nameOf(plan, dimension, key))
    .join(' › ');
}

function refusalText({ refusal, goal }: Rebalanced, { language, asOf, wordsOf }: RebalanceInput): string | undefined {
  const text = rebalanceText[language];
  if (!refusal) return undefined;
  switch (refusal.is) {
    case 'reached':
      return text.reached(
        exactText(refusal.achieved, goal.metric),
        goal.target.is === 'value' ? exactText(goal.target.value, goal.metric) : '–',
      );
    case 'problem':
      return asOf === undefined ? text.cannotRead(wordsOf(refusal.problem)) : text.cannot(wordsOf(refusal.problem));
    default:
      return text.refusals[refusal.is];
  }
}

function dataOf(rebalanced: Rebalanced, input: RebalanceInput) {
  const { goal, carry, refusal, closed, changes, pins, decimals } = rebalanced;
  const decimal = (quanta: Rebalanced['changes'][number]['after']['target']) =>
    quanta === undefined ? null : decimalText(quanta, decimals);
  return {
    id: goal.id,
    carry,
    refusal: refusal?.is ?? null,
    reason: refusalText(rebalanced, input) ?? null,
    closed: closed
      ? { buckets: closed.count, planned: toDecimal(closed.planned, decimals), achieved: toDecimal(closed.achieved, decimals) }
      : null,
    changes: changes.map(({ before, after, why }) => ({
      id: after.id,
      before: decimal(before.target),
      after: decimal(after.target),
      owner: after.owner,
      deadline: after.deadline,
      why,
    })),
    pins: pins.map((pin) => pinData(pin, decimals)),
  };
}

function pinData({ at, target, note }: Pin, decimals: number) {
  return { at: Object.fromEntries(at), target: toDecimal(target, decimals), note: note ?? null };
}

function recordsOf(goals: readonly Rebalanced[]): Records {
  const columns = ['goal', 'id', 'before', 'after', 'owner', 'deadline', 'why'];
  const objects = goals.flatMap(({ goal, changes, decimals }) =>
    changes.map(({ before, after, why }) => ({
      goal: goal.id,
      id: after.id,
      before: before.target === undefined ? null : decimalText(before.target, decimals),
      after: after.target === undefined ? null : decimalText(after.target, decimals),
      owner: after.owner,
      deadline: after.deadline,
      why,
    })),
  );
  return {
    columns,
    rows: objects.map((each) => [each.goal, each.id, each.before, each.after, each.owner, each.deadline, each.why]),
    objects,
  };
}
