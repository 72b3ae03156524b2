import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const unused: Rule = {
  id: 'channel/unused',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Nothing goes through a channel.',
      why: 'A channel that reaches no segment, carries no promotion and counts in no goal costs money for nothing.',
      mend: 'Name its segments, or take it out.',
    },
    zh: {
      title: '渠道没有用上。',
      why: '不触达任何细分市场、没有促销、不在任何目标中的渠道只花钱。',
      mend: '请写明它的 segments，或去掉它。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, criteria: {geographic: {province: [Zhejiang]}}, needs: [value]}
strategy:
  product:
    x1: {name: X1, positioning: Value for money, needs: [value], after_sales: {promise: one year}, owner: lina}
  channel:
    web: {name: Web shop, type: online, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao, manager: lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
    line: 11,
    column: 5,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, criteria: {geographic: {province: [Zhejiang]}}, needs: [value]}
strategy:
  product:
    x1: {name: X1, positioning: Value for money, segments: [east], needs: [value], after_sales: {promise: one year}, owner: lina}
  channel:
    web: {name: Web shop, type: online, segments: [east], owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao, manager: lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
  },
  check,
};

function en(args: Args): Words {
  return {
    message: `The channel ${quoted(args.channel, 'en')} reaches no segment, carries no promotion and is in no goal.`,
    help: 'Add segments:, or remove the channel.',
  };
}

function zh(args: Args): Words {
  return {
    message: `渠道${quoted(args.channel, 'zh')}不触达任何细分市场，没有促销，也不在任何目标中。`,
    help: '请补上 segments:，或删除该渠道。',
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  const promoted = new Set([...plan.promotions.values()].map((each) => each.channel));
  const counted = new Set([...plan.goals.values()].flatMap((goal) => goal.scope.channels ?? []));
  for (const each of plan.channels.values()) {
    const path = ['strategy', 'channel', each.id];
    const restsOn = [[...path, 'segments'], ['strategy', 'promotion'], ['goals']];
    if (each.segments.length === 0 && !promoted.has(each.id) && !counted.has(each.id))
      yield { rule: unused.id, spot: { in: 'plan', path, at: 'key' }, restsOn, args: { channel: each.id } };
  }
}
