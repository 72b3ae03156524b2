import type { GoalProgress, Progress } from '../analyses/index.ts';
import { minus, over, shownDifference, toDecimal } from '../model/fraction.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { Block, Report } from '../model/report.ts';
import { isTimeDimension } from '../model/step.ts';
import { countText, exactText, rateText, shareText, shortText, signed } from '../text/numbers.ts';
import { reportText } from '../text/report-text.ts';
import { contributionTable, dimensionsOf } from './contribution-tables.ts';
import { positionData, ratio, toneOf } from './figures.ts';
import { memberName } from './names.ts';
import { overAssignedNote } from './over-assigned.ts';
import { contributionData, ratesData } from './progress-data.ts';

export interface GapInput {
  readonly plan: Plan;
  readonly display: string;
  readonly progress: Progress;
  readonly language: Language;
}

const MOST = 15;

/** Gap analysis of goals: the contract of `schemas/gap.schema.json`, and for people its four questions in their order. */
export function gapReport(input: GapInput): Report {
  const { plan, display, progress, language } = input;
  const text = reportText[language];
  const title = text.gapTitle(plan.name);
  const blocks: Block[] = [
    { is: 'heading', level: 1, text: title },
    { is: 'text', text: progress.asOf, tone: 'muted' },
    ...progress.goals.flatMap((goal) => [
      { is: 'heading', level: 2, text: goal.goal.name } as const,
      ...howBig(goal, language),
      ...where(goal, plan, language),
      ...why(goal, input),
      ...whatCloses(goal, input),
    ]),
  ];
  const goals = progress.goals.map(goalData);
  return { id: 'gap', title, data: { version: 1, plan: display, asOf: progress.asOf, goals }, blocks };
}

function goalData(goal: GoalProgress) {
  const { metric } = goal.goal;
  return {
    id: goal.goal.id,
    metric: metric.id,
    ...positionData(goal.position, metric),
    ...ratesData(goal),
    forecast: { p10: null, p50: null, p90: null, probability: null, reason: 'no forecast method is applied' },
    contributions: goal.contributions.map((each) => contributionData(each, metric)),
    effects: null,
    levers: leversOf(goal),
    bridge: null,
  };
}

/** What alone would close the gap, as far as it can be computed from the position: the run rate. */
function leversOf({ position, goal }: GoalProgress) {
  const { runRate, required } = position;
  if (!required) return [];
  const text = (value: typeof required) => toDecimal(value, goal.metric.decimals);
  return [
    { lever: 'run-rate', now: runRate ? text(runRate) : null, required: text(required), factor: ratio(runRate && over(required, runRate)) },
  ];
}

function howBig({ goal, position }: GoalProgress, language: Language): readonly Block[] {
  const text = reportText[language];
  const exact = (value: typeof position.target) => (value ? exactText(value, goal.metric) : '–');
  const rate = (value: typeof position.target) => (value ? `${rateText(value, goal.metric, language)} ${text.perDay}` : '–');
  const toTarget = position.actual && position.target && shownDifference(position.actual, position.target, goal.metric.decimals);
  const tone = toneOf(position.status);
  return [
    { is: 'heading', level: 3, text: text.headings.big },
    {
      is: 'facts',
      facts: [
        { label: text.facts.status, value: text.statuses[position.status], tone },
        { label: text.facts.target, value: exact(position.target) },
        { label: text.facts.actual, value: exact(position.actual) },
        { label: text.facts.attainment, value: shareText(position.reached, language) },
        { label: text.facts.expected, value: exact(position.expected) },
        { label: text.facts.gapToPace, value: position.variance ? signed(exact(position.variance), language) : '–', tone },
        { label: text.facts.pace, value: shareText(position.pace, language) },
        { label: text.facts.gapToTarget, value: toTarget ? signed(exact(toTarget), language) : '–' },
        ...(goal.metric.kind === 'flow'
          ? [
              { label: text.facts.runRate, value: rate(position.runRate) },
              { label: text.facts.recent, value: rate(position.recentRunRate) },
            ]
          : []),
      ],
    },
  ];
}

function where(goal: GoalProgress, plan: Plan, language: Language): readonly Block[] {
  const dimensions = dimensionsOf(goal);
  if (dimensions.length === 0) return [];
  const ordered = [...dimensions.filter((dimension) => !isTimeDimension(dimension)), ...dimensions.filter(isTimeDimension)];
  return [
    { is: 'heading', level: 3, text: reportText[language].headings.where },
    ...overAssignedNote(goal.goal, 'contributions', language),
    ...ordered.map((dimension) => contributionTable(goal, dimension, plan, language, MOST)),
  ];
}

/** What of the plan and the data explains it: segments that nothing serves, rows of the goal that belong nowhere. */
function why({ goal, contributions }: GoalProgress, { plan, progress, language }: GapInput): readonly Block[] {
  const text = reportText[language];
  const ids = goal.scope.segments ?? [...plan.segments.keys()];
  const lacking = ids.flatMap((id) => {
    const serves = (each: { readonly segments: readonly string[] }) => each.segments.includes(id);
    const name = plan.segments.get(id)?.name ?? id;
    const hasProduct = plan.products.size === 0 || [...plan.products.values()].some(serves);
    const hasChannel = plan.channels.size === 0 || [...plan.channels.values()].some(serves);
    return [
      ...(hasProduct ? [] : [text.noCover(name, text.lacks.product)]),
      ...(hasChannel ? [] : [text.noCover(name, text.lacks.channel)]),
    ];
  });
  const { unassigned, read } = progress.reconciliation;
  const amount = shortText(unassigned.amount, { unit: 'money', decimals: plan.currencyDecimals }, language);
  const rows = contributions.some(({ key }) => key === null) ? [text.unassignedRows(countText(unassigned.rows), amount)] : [];
  const unread = read.rows === 0 ? [text.noRows] : [];
  const items = [...unread, ...lacking, ...rows].map((each) => ({ text: each, tone: 'warn' as const }));
  return [
    { is: 'heading', level: 3, text: text.headings.why },
    items.length > 0
      ? { is: 'list', items }
      : {
          is: 'text',
          text: text.noCause({
            products: plan.segments.size > 0 && plan.products.size > 0,
            channels: plan.segments.size > 0 && plan.channels.size > 0,
            rows: unassigned.rows === 0,
          }),
        },
  ];
}

function whatCloses(progress: GoalProgress, { plan, language, progress: whole }: GapInput): readonly Block[] {
  const text = reportText[language];
  const work = openWork(progress, plan, whole.asOf, language);
  return [
    { is: 'heading', level: 3, text: text.headings.closes },
    { is: 'text', text: closing(progress, language) },
    work.length > 0 ? { is: 'list', items: work.map((item) => ({ text: item })) } : { is: 'text', text: text.noOpenWork },
  ];
}

function closing({ goal, position }: GoalProgress, language: Language): string {
  const text = reportText[language];
  const short = (value: typeof position.target) => (value ? shortText(value, goal.metric, language) : '–');
  const { required, runRate, target, actual } = position;
  const rate = (value: typeof required) => (value ? rateText(value, goal.metric, language) : '–');
  if (position.status === 'done') return text.closed();
  if (isCap(goal) && actual) return capLeft(position, goal, language) ?? text.noPace(goal.name);
  if (position.status === 'met') return text.kept();
  if (position.isOutOfReach) return text.outOfReach(short(actual && target && minus(target, actual)));
  if (!required) return levelLeft(position, goal, language) ?? text.noPace(goal.name);
  const factor = runRate && over(required, runRate);
  return text.needed(rate(required), rate(runRate), factor && toDecimal(factor, 2));
}

/** A flow that should stay small: nothing has to come any more. */
function isCap({ metric }: GoalProgress['goal']): boolean {
  return metric.kind === 'flow' && (metric.better.is === 'lower' || metric.better.is === 'below');
}

function capLeft({ target, actual }: GoalProgress['position'], { metric, span }: GoalProgress['goal'], language: Language) {
  if (!target || !actual) return undefined;
  const left = shownDifference(target, actual, metric.decimals);
  const { capLeft, capOver } = reportText[language];
  return left.n >= 0n
    ? capLeft(shortText(left, metric, language), span.end)
    : capOver(shortText({ n: -left.n, d: left.d }, metric, language));
}

/** A level is not made day by day: what it must still rise or fall by. */
function levelLeft({ target, actual }: GoalProgress['position'], { metric, name, span }: GoalProgress['goal'], language: Language) {
  const text = reportText[language];
  const short = (value: NonNullable<typeof target>) => shortText(value, metric, language);
  if (!actual) return text.noActual(name, target ? short(target) : '–');
  if (!target || metric.kind === 'flow') return undefined;
  const step = shownDifference(target, actual, metric.decimals);
  return text.level(short(actual), short(target), span.end, signed(short(step), language));
}

/** Open actions, measures and coming promotions that serve a goal, with what they are expected to bring. */
function openWork({ goal }: GoalProgress, plan: Plan, asOf: string, language: Language): readonly string[] {
  const text = reportText[language];
  const isOpen = (status: string) => status === 'planned' || status === 'doing';
  const lift = (value: Parameters<typeof shortText>[0] | undefined) => (value ? text.lift(shortText(value, goal.metric, language)) : '');
  const actions = [...plan.actions.values()].filter((each) => each.goal === goal.id && isOpen(each.status));
  const measures = [...plan.measures.values()].filter((each) => each.goal === goal.id && isOpen(each.status));
  const promotions = [...plan.promotions.values()].filter(
    (each) => each.expect?.metric === goal.metric.id && each.span && each.span.end >= asOf && each.span.start <= goal.span.end,
  );
  return [
    ...promotions.map((each) =>
      text.openWork(
        each.name,
        memberName(plan, each.owner?.at(-1)?.who),
        `${each.span?.start}..${each.span?.end}`,
        lift(each.expect?.lift),
      ),
    ),
    ...actions.map((each) => text.openWork(each.name, memberName(plan, each.owner), each.deadline ?? '–', '')),
    ...measures.map((each) => text.openWork(each.name, memberName(plan, each.owner), each.deadline ?? '–', lift(each.expect?.lift))),
  ];
}
