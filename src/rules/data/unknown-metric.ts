import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, suggestion } from '../words.ts';

export const unknownMetric: Rule = {
  id: 'data/unknown-metric',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A metric in the data is not in the plan.',
      why: 'Its values reach no goal.',
      mend: 'Correct the name, or define the metric.',
    },
    zh: {
      title: '数据中的指标不在计划里。',
      why: '它的数值不会计入任何目标。',
      mend: '请改正名称，或定义这个指标。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
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
`,
    files: { 'orders.csv': 'date,metric,value\n2026-01-05,revenue,100.00\n2026-02-28,turnoverr,50.00\n' },
    line: 3,
    column: 1,
    file: 'orders.csv',
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
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
`,
    files: { 'orders.csv': 'date,metric,value\n2026-01-05,revenue,100.00\n2026-02-28,revenue,50.00\n' },
  },
};

function en(args: Args): Words {
  return {
    message: `The plan has no metric ${quoted(args.label ?? args.value, 'en')}.`,
    help: suggestion(args, 'en', 'Correct it, or define the metric under metrics:.'),
  };
}

function zh(args: Args): Words {
  return {
    message: `计划中没有指标${quoted(args.label ?? args.value, 'zh')}。`,
    help: suggestion(args, 'zh', '请改正，或在 metrics: 中定义。'),
  };
}
