import { dealsOfGoal, type FunnelYield, factsOfGoal, funnelYield, shareWon } from '../../analyses/index.ts';
import { addDays, addMonthsTo } from '../../model/day.ts';
import type { Args, Problem } from '../../model/finding.ts';
import { compare, type Fraction, minus, over, plus, sum, times, toDecimal } from '../../model/fraction.ts';
import { funnelOf } from '../../model/funnel.ts';
import type { Goal } from '../../model/goal.ts';
import type { Plan } from '../../model/plan.ts';
import { daysIn, holds, type Span } from '../../model/span.ts';
import type { Rule, RuleContext, Threshold, Words } from '../rule.ts';
import { shareOf } from '../thresholds.ts';
import { figure, quoted, told } from '../words.ts';

const THRESHOLD: Threshold = { name: 'funnel_slack', kind: 'percent', standard: '20%' };

export const funnelTooSmall: Rule = {
  id: 'process/funnel-too-small',
  severity: 'warning',
  data: 'more',
  explanation: {
    en: {
      title: 'The funnel can not bring the goal in time.',
      why: 'Leads that come today are sales when the whole cycle is over; what is too few or too late now can not be caught up with in the last quarter.',
      mend: 'Bring in more leads, raise a conversion, shorten the cycle, or lower the goal; the message says how much is missing. checks.thresholds.funnel_slack moves the slack of 20 %.',
    },
    zh: {
      title: '按漏斗推算，目标无法按期完成。',
      why: '今天的线索要走完整个周期才成为销售；现在太少或太晚，最后一个季度补不回来。',
      mend: '请增加线索、提高转化率、缩短周期，或降低目标；提示中写明还差多少。容差 20% 可用 checks.thresholds.funnel_slack 调整。',
    },
  },
  threshold: THRESHOLD,
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao, manager: lina}
process:
  stages:
    lead: {phase: pre-sale, conversion: 40%, days: 180}
    offer: {phase: in-sale, conversion: 60%, days: 200}
    won: {phase: in-sale}
    care: {phase: post-sale, owner: lina}
goals:
  revenue:
    name: 1200 units
    metric: units
    target: 1200
    owner: lina
    decompose:
      - {by: quarter}
      - {by: stage}
`,
    line: 19,
    column: 13,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao, manager: lina}
process:
  stages:
    lead: {phase: pre-sale, conversion: 40%, days: 14}
    offer: {phase: in-sale, conversion: 60%, days: 20}
    won: {phase: in-sale}
    care: {phase: post-sale, owner: lina}
goals:
  revenue:
    name: 1200 units
    metric: units
    target: 1200
    owner: lina
    decompose:
      - {by: quarter}
      - {by: stage}
`,
  },
  check,
};

function en(args: Args): Words {
  if (args.is === 'time')
    return {
      message: `A sale takes ${told(args.days)} days from ${told(args.stage)} to the deal, and the goal ${quoted(args.goal, 'en')} has ${told(args.span)}: no lead of its own time can close in it.`,
      help: 'Shorten the stages, or give the goal more time.',
    };
  return {
    message: `The funnel brings ${figure(args.brings)} to ${quoted(args.goal, 'en')} by ${told(args.until)}, ${figure(args.short)} too little: ${figure(args.reached)} reached + ${figure(args.fromOpen)} from open deals + ${figure(args.fromNew)} from new ones (${told(args.perMonth)} a month for ${told(args.months)} months × ${told(args.conversion)}%, ${args.rate === 'own' ? "the deals' own rate" : "the plan's rate"}, × ${figure(args.average)}), against ${figure(args.target)}.`,
    help: `It takes ${told(args.leads)} more leads in time, or a better conversion; salesplan decompose by: stage shows by when.`,
  };
}

function zh(args: Args): Words {
  if (args.is === 'time')
    return {
      message: `从${told(args.stage)}到成交需要 ${told(args.days)} 天，目标${quoted(args.goal, 'zh')}只有 ${told(args.span)} 天：期内的线索来不及成交。`,
      help: '请缩短各阶段的时间，或给目标更多时间。',
    };
  return {
    message: `到 ${told(args.until)} 漏斗预计为${quoted(args.goal, 'zh')}带来 ${figure(args.brings)}，还差 ${figure(args.short)}：已完成 ${figure(args.reached)} + 在手商机 ${figure(args.fromOpen)} + 新线索 ${figure(args.fromNew)}（每月 ${told(args.perMonth)} 条，${told(args.months)} 个月 × ${args.rate === 'own' ? '实际' : '计划'}转化率 ${told(args.conversion)}% × ${figure(args.average)}），目标 ${figure(args.target)}。`,
    help: `还需要及时增加 ${told(args.leads)} 条线索，或提高转化率；用 by: stage 分解可以看到各阶段的期限。`,
  };
}

function* check(context: RuleContext): Iterable<Problem> {
  for (const goal of context.plan.goals.values()) {
    const args = tooSlow(goal, context.plan) ?? tooFew(goal, context);
    if (args) yield { rule: funnelTooSmall.id, spot: { in: 'plan', path: ['goals', goal.id, 'target'], at: 'value' }, args };
  }
}

/** Of a goal that is split by stage. */
function tooSlow(goal: Goal, plan: Plan): Args | undefined {
  if (!goal.decompose.some((step) => step.by.includes('stage'))) return undefined;
  const stages = funnelOf(plan).slice(0, -1);
  const days = Math.ceil(stages.reduce((sum, stage) => sum + (stage.days ?? 0), 0));
  const span = daysIn(goal.span);
  return days >= span ? { is: 'time', goal: goal.id, stage: stages[0]?.name, days, span } : undefined;
}

/** Most of what is sold must come through the pipeline for it to say anything of the goal. */
const MOST: Fraction = { n: 8n, d: 10n };
/** Rates are estimates: a funnel within a fifth of the target is large enough. */
function tooFew(goal: Goal, { plan, input, actuals, deals: all, asOf }: RuleContext): Args | undefined {
  const { metric, target, span } = goal;
  if (!actuals || !all || target.is !== 'value' || metric.unit !== 'money' || metric.kind !== 'flow' || asOf() >= span.end)
    return undefined;
  const deals = dealsOfGoal(goal, all);
  const facts = factsOfGoal(goal, actuals.facts);
  const year = { start: addDays(addMonthsTo(asOf(), -12), 1), end: asOf() };
  const within = (days: Span) => sum(facts.filter((fact) => fact.day <= asOf() && holds(days, fact.day)).map((fact) => fact.value));
  const through = shareWon(deals, within(year), year);
  const brought = funnelYield(deals, plan, span.end, asOf());
  if (!brought || !through || compare(through, MOST) < 0 || compare(through, { n: 12n, d: 10n }) > 0) return undefined;
  const reached = within(span);
  const brings = plus(reached, plus(brought.fromOpen, brought.fromNew));
  const short = minus(target.value, brings);
  if (compare(short, times(target.value, shareOf(input, THRESHOLD))) <= 0) return undefined;
  const each = times(brought.conversion, brought.average);
  return {
    ...figuresOf(brought),
    goal: goal.id,
    until: span.end,
    reached: whole(reached),
    brings: whole(brings),
    short: whole(short),
    target: whole(target.value),
    leads: whole(over(short, each) ?? short),
  };
}

function figuresOf({ perMonth, months, conversion, rate, average, fromNew, fromOpen }: FunnelYield): Args {
  return {
    is: 'volume',
    rate,
    perMonth: perMonth.toFixed(1),
    months: months.toFixed(1),
    conversion: toDecimal({ n: conversion.n * 100n, d: conversion.d }, 1),
    average: whole(average),
    fromNew: whole(fromNew),
    fromOpen: whole(fromOpen),
  };
}

function whole(value: Fraction): string {
  return toDecimal(value, 0);
}
