import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const noNeeds: Rule = {
  id: 'segment/no-needs',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A segment has no needs.',
      why: 'What customers need decides product, price and message; without it the four Ps answer nobody.',
      mend: 'List what these customers want: needs: [value for money, fast service].',
    },
    zh: {
      title: '细分市场没有写明需求。',
      why: '客户需求决定产品、价格和传播；没有需求，4P 就没有对象。',
      mend: '请列出这些客户要什么：needs: [性价比, 快速售后]。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, criteria: {geographic: {province: [Zhejiang]}}}
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
    line: 6,
    column: 3,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, criteria: {geographic: {province: [Zhejiang]}}, needs: [value]}
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
    message: `Nothing says what the segment ${quoted(args.segment, 'en')} needs.`,
    help: 'Add needs: with what its customers want.',
  };
}

function zh(args: Args): Words {
  return { message: `没有说明细分市场${quoted(args.segment, 'zh')}需要什么。`, help: '请补上 needs:，写明客户的需求。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const each of plan.segments.values()) {
    if (each.needs.length === 0)
      yield {
        rule: noNeeds.id,
        spot: { in: 'plan', path: ['segments', each.id], at: 'key' },
        missing: 'needs',
        args: { segment: each.id },
      };
  }
}
