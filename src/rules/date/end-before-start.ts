import type { Args, Problem } from '../../model/finding.ts';
import { datedPlaces } from '../dated-places.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { told } from '../words.ts';

export const endBeforeStart: Rule = {
  id: 'date/end-before-start',
  severity: 'error',
  explanation: {
    en: {
      title: 'Something ends before it starts.',
      why: 'A window that ends before it starts contains no day: nothing in it is ever due.',
      mend: 'Swap the two dates, or correct one.',
    },
    zh: {
      title: '结束早于开始。',
      why: '结束早于开始的时段里没有一天，其中的事永远不会到期。',
      mend: '请对调两个日期，或改正其中一个。',
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
  south: {name: South, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao, start: 2026-05-01, end: 2026-03-31}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
    line: 11,
    column: 48,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: South, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
  },
  check,
};

function en(args: Args): Words {
  return { message: `The end ${told(args.end)} is before the start ${told(args.start)}.`, help: 'Swap the two dates, or correct one.' };
}

function zh(args: Args): Words {
  return { message: `结束日期 ${told(args.end)} 早于开始日期 ${told(args.start)}。`, help: '请对调两个日期，或改正其中一个。' };
}

function* check(context: RuleContext): Iterable<Problem> {
  for (const place of datedPlaces(context.input)) {
    const [start, end] = [place.dates.get('start'), place.dates.get('end')];
    if (start !== undefined && end !== undefined && end < start) {
      yield { rule: endBeforeStart.id, spot: { in: 'plan', path: [...place.path, 'end'], at: 'value' }, args: { start, end } };
    }
  }
}
