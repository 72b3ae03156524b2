import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { countedIn, matchHelp, quoted, severalWords, suggestion, told } from '../words.ts';

export const unknownChannel: Rule = {
  id: 'data/unknown-channel',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A channel in the data is not in the plan.',
      why: 'Its sales count in the total but in no channel.',
      mend: 'Add the channel or an alias, or map the label under values: {channel: {…}}.',
    },
    zh: {
      title: '数据中的渠道不在计划里。',
      why: '它的销售计入总数，但不属于任何渠道。',
      mend: '请添加渠道或别名，或在 values: {channel: {…}} 中对应。',
    },
  },
  words: (args, language) => severalWords(args, language, 'channel') ?? (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
strategy:
  channel:
    web: {name: Web shop}
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
    columns: {date: date, amount: amount, channel: channel}
`,
    files: { 'orders.csv': 'date,amount,channel\n2026-01-05,100.00,Web shop\n2026-02-28,50.00,Fair\n' },
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
  channel:
    web: {name: Web shop}
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
    columns: {date: date, amount: amount, channel: channel}
`,
    files: { 'orders.csv': 'date,amount,channel\n2026-01-05,100.00,Web shop\n2026-02-28,50.00,web\n' },
  },
};

function en(args: Args): Words {
  if (args.label === undefined && args.value === undefined)
    return {
      message: `${countedIn(args.rows ?? 'Some', 'row')} ${told(args.rows) === '1' ? 'matches' : 'match'} no channel.`,
      help: matchHelp(args, 'en', 'channel'),
    };
  return {
    message: `The plan has no channel ${quoted(args.label ?? args.value, 'en')}${args.rows === undefined ? '' : ` (${countedIn(args.rows, 'row')})`}.`,
    help: suggestion(args, 'en', 'Add it or an alias, or map the label under values: {channel: {…}}.'),
  };
}

function zh(args: Args): Words {
  if (args.label === undefined && args.value === undefined)
    return { message: `有 ${told(args.rows ?? '一些')} 行不属于任何渠道。`, help: matchHelp(args, 'zh', 'channel') };
  return {
    message: `计划中没有渠道${quoted(args.label ?? args.value, 'zh')}${args.rows === undefined ? '' : `（${told(args.rows)} 行）`}。`,
    help: suggestion(args, 'zh', '请添加渠道或别名，或在 values: {channel: {…}} 中对应。'),
  };
}
