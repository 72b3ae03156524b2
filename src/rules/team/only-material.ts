import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const onlyMaterial: Rule = {
  id: 'team/only-material',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A role is rewarded with money only.',
      why: 'Money moves people for a while; recognition and growth keep them.',
      mend: 'Add an incentive of kind recognition or development.',
    },
    zh: {
      title: '角色只有物质激励。',
      why: '钱能推动一阵，认可和成长才留得住人。',
      mend: '请补上 recognition 或 development 类激励。',
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
  members:
    lina: {name: Lina, role: rep, start: 2020-01-01}
    zhao: {name: Zhao, role: rep, start: 2020-01-01}
  incentives:
    commission: {kind: material, for: [rep]}
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
  return {
    message: `The role ${quoted(args.role, 'en')} has material incentives only.`,
    help: 'Add one of kind recognition or development.',
  };
}

function zh(args: Args): Words {
  return { message: `角色${quoted(args.role, 'zh')}只有物质激励。`, help: '请补上荣誉或成长类激励。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  const incentives = [...plan.incentives.values()];
  for (const { id } of plan.roles.values()) {
    const own = incentives.filter((each) => each.for.includes(id));
    if (own.length > 0 && own.every((each) => each.kind === 'material'))
      yield {
        rule: onlyMaterial.id,
        spot: { in: 'plan', path: ['team', 'roles', id], at: 'key' },
        restsOn: [['team', 'incentives']],
        args: { role: id },
      };
  }
}
