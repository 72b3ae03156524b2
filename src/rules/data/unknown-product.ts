import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { countedIn, matchHelp, quoted, severalWords, suggestion, told } from '../words.ts';

export const unknownProduct: Rule = {
  id: 'data/unknown-product',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A product in the data is not in the plan.',
      why: 'Its sales count in the total but in no product.',
      mend: 'Add the product or an alias, or map the label under values: {product: {…}}.',
    },
    zh: {
      title: '数据中的产品不在计划里。',
      why: '它的销售计入总数，但不属于任何产品。',
      mend: '请添加产品或别名，或在 values: {product: {…}} 中对应。',
    },
  },
  words: (args, language) => severalWords(args, language, 'product') ?? (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
strategy:
  product:
    x1: {name: X1}
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
actuals:
  orders:
    from: orders.csv
    columns: {date: date, amount: amount, product: product}
`,
    files: { 'orders.csv': 'date,amount,product\n2026-01-05,100.00,X1\n2026-02-28,50.00,X9\n' },
    line: 3,
    column: 1,
    file: 'orders.csv',
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
strategy:
  product:
    x1: {name: X1}
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
actuals:
  orders:
    from: orders.csv
    columns: {date: date, amount: amount, product: product}
`,
    files: { 'orders.csv': 'date,amount,product\n2026-01-05,100.00,X1\n2026-02-28,50.00,x1\n' },
  },
};

function en(args: Args): Words {
  if (args.label === undefined && args.value === undefined)
    return {
      message: `${countedIn(args.rows ?? 'Some', 'row')} ${told(args.rows) === '1' ? 'matches' : 'match'} no product.`,
      help: matchHelp(args, 'en', 'product'),
    };
  return {
    message: `The plan has no product ${quoted(args.label ?? args.value, 'en')}${args.rows === undefined ? '' : ` (${countedIn(args.rows, 'row')})`}.`,
    help: suggestion(args, 'en', 'Add it or an alias, or map the label under values: {product: {…}}.'),
  };
}

function zh(args: Args): Words {
  if (args.label === undefined && args.value === undefined)
    return { message: `有 ${told(args.rows ?? '一些')} 行不属于任何产品。`, help: matchHelp(args, 'zh', 'product') };
  return {
    message: `计划中没有产品${quoted(args.label ?? args.value, 'zh')}${args.rows === undefined ? '' : `（${told(args.rows)} 行）`}。`,
    help: suggestion(args, 'zh', '请添加产品或别名，或在 values: {product: {…}} 中对应。'),
  };
}
