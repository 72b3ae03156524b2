import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const noAmount: Rule = {
  id: 'data/no-amount',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Rows have no amount.',
      why: 'They count as rows but add nothing: the total may be too low.',
      mend: 'Fill in the amounts, or leave the rows out with where.',
    },
    zh: {
      title: '有的行没有金额。',
      why: '它们计入行数但不增加金额：合计可能偏低。',
      mend: '请补上金额，或用 where 排除。',
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
    line: 1,
    column: 1,
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
};

function en(args: Args): Words {
  return {
    message: `${told(args.rows ?? 'Some')} rows of ${quoted(args.file, 'en')} have no amount.`,
    help: 'Fill it in, or leave the rows out with where:.',
  };
}

function zh(args: Args): Words {
  return { message: `${quoted(args.file, 'zh')}中有 ${told(args.rows ?? '一些')} 行没有金额。`, help: '请补上，或用 where: 排除。' };
}
