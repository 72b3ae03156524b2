import type { Args, Problem } from '../../model/finding.ts';
import { isTurned } from '../dated-places.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const outsidePeriod: Rule = {
  id: 'promotion/outside-period',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A promotion runs outside of the plan’s period.',
      why: 'What it costs and brings then belongs to another plan: its effect is not in these goals.',
      mend: 'Move it into the period, or into the plan of the year in which it runs.',
    },
    zh: {
      title: '促销在计划期之外进行。',
      why: '那时的花费和效果属于另一份计划，不计入这些目标。',
      mend: '请移到计划期内，或写进它所在年度的计划。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
strategy:
  promotion:
    new-year:
      start: 2026-12-20
      end: 2027-01-10
      budget: 100k
      expect: {metric: revenue, lift: 800k}
      owner: lina
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
    line: 9,
    column: 12,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
strategy:
  promotion:
    new-year:
      start: 2026-12-20
      end: 2026-12-31
      budget: 100k
      expect: {metric: revenue, lift: 800k}
      owner: lina
team:
  members:
    lina: {name: Lina}
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
    message: `The promotion ${quoted(args.promotion, 'en')} runs ${told(args.from)}..${told(args.to)}, outside of the plan's period ${told(args.start)}..${told(args.end)}.`,
    help: `Choose days from ${told(args.start)} to ${told(args.end)}.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `促销${quoted(args.promotion, 'zh')}的时间 ${told(args.from)}..${told(args.to)} 超出了计划期 ${told(args.start)}..${told(args.end)}。`,
    help: `请选择 ${told(args.start)} 到 ${told(args.end)} 之间的日期。`,
  };
}

/** Told once a promotion, at the first of its two days that is outside. */
function* check({ plan, input }: RuleContext): Iterable<Problem> {
  const { start, end } = plan.period;
  if (isTurned(input)) return;
  for (const { id, span } of plan.promotions.values()) {
    if (!span || (span.start >= start && span.end <= end)) continue;
    const key = span.start < start || span.start > end ? 'start' : 'end';
    const args = { promotion: id, from: span.start, to: span.end, start, end };
    yield { rule: outsidePeriod.id, spot: { in: 'plan', path: ['strategy', 'promotion', id, key], at: 'value' }, args };
  }
}
