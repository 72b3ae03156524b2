import type { Kind } from '../load/references.ts';
import { type Fraction, fromAmount, sum } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Dimension } from '../model/step.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';
import type { Tenures } from '../model/tenure.ts';
import { lspText } from '../text/lsp-text.ts';
import { percentText, shortText } from '../text/numbers.ts';
import { reportText } from '../text/report-text.ts';
import { escaped, type Fact, type Known, listed } from './facts.ts';
import { amountText, factsOf, standingOf, subgoalsAbout, sumBelow, totalOf, valueText } from './subgoals.ts';

/** What a hover tells of a thing of the plan, by its kind. */
export function cardOf(kind: Kind, id: Id, known: Known): readonly Fact[] {
  switch (kind) {
    case 'goal':
      return goalCard(id, known);
    case 'member':
      return memberCard(id, known);
    case 'segment':
      return [...segmentCard(id, known), ...answersFor('segment', id, known)];
    case 'product':
      return [...productCard(id, known), ...answersFor('product', id, known)];
    case 'channel':
      return [...channelCard(id, known), ...answersFor('channel', id, known)];
    case 'stage':
      return stageCard(id, known);
    case 'role':
      return roleCard(id, known);
    case 'metric':
      return metricCard(id, known);
    case 'theme':
      return [['supportedBy', namesOf(known, goalsFor(id, known.plan))]];
    case 'promotion':
      return promotionCard(id, known);
    case 'action':
      return workCard(known.plan.actions.get(id), known);
    case 'measure':
      return workCard(known.plan.measures.get(id), known);
    case 'research':
      return researchCard(id, known);
    case 'training':
      return trainingCard(id, known);
    case 'assumption':
      return [['owner', known.plan.members.get(known.plan.assumptions.get(id)?.owner ?? '')?.name]];
  }
}

function goalCard(id: Id, known: Known): readonly Fact[] {
  const { plan, trees, language } = known;
  const goal = plan.goals.get(id);
  const tree = treeOf(id, known) ?? trees.find((each) => each.goal.id === id);
  const root = tree?.nodes[0];
  if (!goal || !tree || !root) return [];
  const { target } = goal;
  const isValue = target.is === 'value';
  return [
    ['target', valueText(root.target, tree, language)],
    ['floor', isValue && target.floor ? amountText(target.floor, goal.metric, language) : undefined],
    ['stretch', isValue && target.stretch ? amountText(target.stretch, goal.metric, language) : undefined],
    ['baseline', valueText(root.opening, tree, language)],
    ['owner', holders(goal.owner, known)],
    ['deadline', root.deadline],
    ['subgoals', countOf(tree, language)],
    ['below', sumBelow(tree, language)],
    ...standingOf(root, tree, known),
  ];
}

/** With the data where they were read: shares by history, baselines from actuals. */
function treeOf(goal: Id, { progress, trees }: Known): GoalTree | undefined {
  return progress?.goals.find((each) => each.goal.id === goal)?.tree ?? trees.find((each) => each.goal.id === goal);
}

export function treesOf(known: Known): readonly GoalTree[] {
  return known.trees.map((tree) => treeOf(tree.goal.id, known) ?? tree);
}

function countOf({ nodes }: GoalTree, language: Known['language']): string | undefined {
  return nodes.length > 1 ? lspText[language].count(nodes.length - 1) : undefined;
}

function memberCard(id: Id, known: Known): readonly Fact[] {
  const { plan, language } = known;
  const member = plan.members.get(id);
  if (!member) return [];
  const loads = treesOf(known).flatMap((tree): Fact[] => {
    const own = tree.nodes.filter(
      (node) => node.leaf && (node.parts.length > 0 ? node.parts.some((part) => part.owner === id) : node.owner === id),
    );
    const total = own.length === 0 ? undefined : loadOf(own, id, tree);
    if (own.length === 0) return [];
    const amount = total ? `${amountText(total, tree.goal.metric, language)}${language === 'zh' ? '，' : ', '}` : '';
    return [['answersFor', `${escaped(tree.goal.name)}${lspText[language].colon}${amount}${lspText[language].count(own.length)}`]];
  });
  return [
    ['role', member.role && named(plan.roles.get(member.role)?.name ?? member.role)],
    ['manager', member.manager && named(plan.members.get(member.manager)?.name ?? member.manager)],
    ['time', member.start || member.end ? `${member.start ?? ''}..${member.end ?? ''}` : undefined],
    ...loads,
  ];
}

/** Of a subgoal that several people have only the person's part. */
function loadOf(nodes: readonly Subgoal[], id: Id, tree: GoalTree): Fraction | undefined {
  if (tree.goal.metric.kind !== 'flow') return undefined;
  const amounts = nodes.flatMap(({ parts, target }) =>
    parts.length > 0 ? parts.filter((part) => part.owner === id).map((part) => part.target) : target === undefined ? [] : [target],
  );
  return sum(amounts.map((each) => fromAmount(each, tree.decimals)));
}

function segmentCard(id: Id, known: Known): readonly Fact[] {
  const { plan, language } = known;
  const segment = plan.segments.get(id);
  if (!segment) return [];
  return [
    ['owner', segment.owner && holders(segment.owner, known)],
    ['potential', segment.potential && moneyText(segment.potential, known)],
    ['customers', segment.customers && shortText(segment.customers, COUNT, language)],
    ['research', listed(segment.research, language)],
  ];
}

function productCard(id: Id, known: Known): readonly Fact[] {
  const { plan } = known;
  const price = plan.prices.get(id);
  const owner = plan.products.get(id)?.owner;
  return [
    ['owner', owner && holders(owner, known)],
    ['list', price?.list && moneyText(price.list, known)],
    ['cost', price?.unitCost && moneyText(price.unitCost, known)],
  ];
}

function channelCard(id: Id, known: Known): readonly Fact[] {
  const channel = known.plan.channels.get(id);
  if (!channel) return [];
  return [
    ['type', channel.type],
    ['owner', channel.owner && holders(channel.owner, known)],
    ['cost', channel.cost && percentText(channel.cost)],
  ];
}

/** What the goals ask of a segment, product or channel. */
function answersFor(dimension: Dimension, id: Id, known: Known): readonly Fact[] {
  return treesOf(known).flatMap((tree): Fact[] => {
    const nodes = subgoalsAbout(tree, dimension, id);
    const told = factsOf(nodes, tree, known).find(([label]) => label === 'target')?.[1];
    return told === undefined || nodes.length === 0
      ? []
      : [['target', `${escaped(tree.goal.name)}${lspText[known.language].colon}${told}`]];
  });
}

function stageCard(id: Id, known: Known): readonly Fact[] {
  const { plan, language } = known;
  const stage = plan.stages.get(id);
  if (!stage) return [];
  const volumes = treesOf(known).flatMap((tree): Fact[] => {
    const nodes = subgoalsAbout(tree, 'stage', id);
    const total = totalOf(nodes, tree);
    const due = nodes
      .map(({ deadline }) => deadline)
      .toSorted()
      .at(-1);
    const text = lspText[language];
    const told = total && `${escaped(tree.goal.name)}${text.colon}${amountText(total, tree.goal.metric, language)}`;
    return told
      ? [['volume', `${told}${due === undefined ? '' : `${text.comma}${text.labels.deadline}${language === 'zh' ? '' : ' '}${due}`}`]]
      : [];
  });
  return [
    ['phase', lspText[language].phases[stage.phase]],
    ['conversion', stage.conversion && percentText(stage.conversion)],
    ['days', stage.days === undefined ? undefined : lspText[language].daysOf(stage.days)],
    ['owner', stage.owner && holders(stage.owner, known)],
    ...volumes,
  ];
}

function roleCard(id: Id, known: Known): readonly Fact[] {
  const { plan, language } = known;
  const capacity = plan.roles.get(id)?.capacity;
  const people = [...plan.members.values()].filter(({ role }) => role === id).map(({ name }) => name);
  return [
    ['capacity', capacity && moneyText(capacity, known)],
    ['people', listed(people, language, 8)],
  ];
}

function metricCard(id: Id, known: Known): readonly Fact[] {
  const { plan, language } = known;
  const metric = plan.metrics.get(id);
  const text = lspText[language];
  const goals = [...plan.goals.values()].filter((goal) => goal.metric.id === id).map((goal) => goal.id);
  if (!metric) return [];
  return [
    ['unit', text.units[metric.unit]],
    ['kind', text.kinds[metric.kind]],
    ['better', text.better[metric.better.is]],
    ['goal', namesOf(known, goals)],
  ];
}

function promotionCard(id: Id, known: Known): readonly Fact[] {
  const promotion = known.plan.promotions.get(id);
  if (!promotion) return [];
  const { span, budget, expect, owner } = promotion;
  const metric = expect && known.plan.metrics.get(expect.metric);
  return [
    ['time', span && `${span.start}..${span.end}`],
    ['budget', budget && moneyText(budget, known)],
    ['lift', expect && metric && amountText(expect.lift, metric, known.language)],
    ['owner', owner && holders(owner, known)],
  ];
}

/** An action or a measure. */
function workCard(
  work:
    | {
        readonly goal: Id | undefined;
        readonly owner: Id | undefined;
        readonly deadline: string | undefined;
        readonly status: 'planned' | 'doing' | 'done' | 'cancelled';
      }
    | undefined,
  known: Known,
): readonly Fact[] {
  if (!work) return [];
  return [
    ['owner', work.owner && named(known.plan.members.get(work.owner)?.name ?? work.owner)],
    ['deadline', work.deadline],
    ['status', reportText[known.language].works[work.status]],
    ['goal', work.goal && namesOf(known, [work.goal])],
  ];
}

function researchCard(id: Id, { plan, language }: Known): readonly Fact[] {
  const research = plan.research.get(id);
  return [
    ['method', research?.method],
    ['date', research?.date],
    ['research', research && listed(research.findings, language)],
  ];
}

function trainingCard(id: Id, known: Known): readonly Fact[] {
  const training = known.plan.training.get(id);
  return [
    ['time', training?.span && `${training.span.start}..${training.span.end}`],
    ['owner', training?.owner && named(known.plan.members.get(training.owner)?.name ?? training.owner)],
    ['role', training && listed(training.for, known.language)],
  ];
}

const COUNT = { unit: 'count', decimals: 0 } as const;

function moneyText(value: Fraction, { plan, language }: Known): string {
  return `${shortText(value, { unit: 'money', decimals: plan.currencyDecimals }, language)} ${plan.currency}`;
}

/** Who has it now, and who had or will have it. */
function holders(tenures: Tenures, { plan, language }: Known): string | undefined {
  const [only, second] = tenures;
  if (only && !second) return named(plan.members.get(only.who)?.name ?? only.who);
  return listed(
    tenures.map(({ who, from, to }) => `${plan.members.get(who)?.name ?? who} ${from ?? ''}..${to ?? ''}`),
    language,
    6,
  );
}

function named(name: string): string {
  return escaped(name);
}

function goalsFor(theme: Id, plan: Plan): readonly Id[] {
  return [...plan.goals.values()].filter(({ supports }) => supports.includes(theme)).map(({ id }) => id);
}

function namesOf({ plan, language }: Known, goals: readonly Id[]): string | undefined {
  return listed(
    goals.map((id) => plan.goals.get(id)?.name ?? id),
    language,
  );
}
