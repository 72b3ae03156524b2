import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const noIncentive: Rule = {
  id: 'team/no-incentive',
  severity: 'warning',
  explanation: {
    en: {
      title: 'People with a quota have no incentive.',
      why: 'What is rewarded gets done; a quota alone is only a threat.',
      mend: 'Add an incentive for the role, material and in recognition.',
    },
    zh: {
      title: '有业绩指标的角色没有激励。',
      why: '奖励什么就做成什么；只有指标等于只有压力。',
      mend: '请为该角色补上激励，物质和荣誉都要有。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  roles:
    rep: {name: Rep, capacity: 12M, ramp: [0%, 50%, 100%]}
    lead: {name: Lead}
  members:
    lina: {name: Lina, role: rep, start: 2020-01-01}
    zhao: {name: Zhao, role: rep, start: 2020-01-01}
  incentives:
    commission: {kind: material, for: [lead]}
    star: {kind: recognition, for: [lead]}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: owner, shares: capacity}
`,
    line: 7,
    column: 5,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  roles:
    rep: {name: Rep, capacity: 12M, ramp: [0%, 50%, 100%]}
  members:
    lina: {name: Lina, role: rep, start: 2020-01-01}
    zhao: {name: Zhao, role: rep, start: 2020-01-01}
  incentives:
    commission: {kind: material, for: [rep]}
    star: {kind: recognition, for: [rep]}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: owner, shares: capacity}
`,
  },
  check,
};

function en(args: Args): Words {
  return { message: `The role ${quoted(args.role, 'en')} carries a quota and has no incentive.`, help: 'Add it to for: of an incentive.' };
}

function zh(args: Args): Words {
  return { message: `角色${quoted(args.role, 'zh')}有业绩指标，却没有激励。`, help: '请加到某项激励的 for: 中。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  if (plan.incentives.size === 0) return;
  const rewarded = new Set([...plan.incentives.values()].flatMap((each) => each.for));
  for (const each of plan.roles.values()) {
    if (each.capacity && !rewarded.has(each.id))
      yield {
        rule: noIncentive.id,
        spot: { in: 'plan', path: ['team', 'roles', each.id], at: 'key' },
        restsOn: [['team', 'incentives']],
        args: { role: each.id },
      };
  }
}
