import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const noCriteria: Rule = {
  id: 'segment/no-criteria',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A segment has no criteria.',
      why: 'A segment that nothing delimits is everybody: nobody can say who belongs to it, nor reach them.',
      mend: 'Give at least one of geographic, demographic, psychographic, behavioral.',
    },
    zh: {
      title: '细分市场没有划分标准。',
      why: '没有标准的细分市场等于所有人：说不清谁属于它，也无法触达。',
      mend: '请至少给出 geographic、demographic、psychographic、behavioral 之一。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
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
    message: `Nothing says who belongs to the segment ${quoted(args.segment, 'en')}.`,
    help: 'Add criteria: where they live, who they are, how they live, how they buy.',
  };
}

function zh(args: Args): Words {
  return { message: `没有说明谁属于细分市场${quoted(args.segment, 'zh')}。`, help: '请补上 criteria：在哪里、是谁、怎么生活、怎么购买。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const each of plan.segments.values()) {
    if (each.criteria.size === 0)
      yield {
        rule: noCriteria.id,
        spot: { in: 'plan', path: ['segments', each.id], at: 'key' },
        missing: 'criteria',
        args: { segment: each.id },
      };
  }
}
