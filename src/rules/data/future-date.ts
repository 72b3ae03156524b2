import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { told } from '../words.ts';

export const futureDate: Rule = {
  id: 'data/future-date',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A sale is dated after today.',
      why: 'A deal can not have been won tomorrow: its closing date was guessed and never set right.',
      mend: 'Correct the date where the data come from.',
    },
    zh: {
      title: '销售日期晚于今天。',
      why: '不可能在明天赢单：成交日期是预计的，之后没有更正。',
      mend: '请在数据来源处更正日期。',
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
  deals:
    from: deals.csv
`,
    files: {
      'deals.csv':
        'Record Id,Deal Owner,Amount,Deal Name,Closing Date,Stage,Created Time\nzcrm_1,Lina,100.00,A,2026-11-05,Closed Won,2026-01-01\n',
    },
    line: 2,
    column: 1,
    file: 'deals.csv',
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
  deals:
    from: deals.csv
`,
    files: {
      'deals.csv':
        'Record Id,Deal Owner,Amount,Deal Name,Closing Date,Stage,Created Time\nzcrm_1,Lina,100.00,A,2026-01-05,Closed Won,2026-01-01\n',
    },
  },
};

function en(args: Args): Words {
  return {
    message:
      args.rows === undefined
        ? `This row counts as sold on ${told(args.day)}, and today is ${told(args.today)}.`
        : `${told(args.rows)} rows count as sold after today, ${told(args.today)}; the last of them on ${told(args.day)}.`,
    help: 'Correct the date where the data come from; reports count it only from that day on.',
  };
}

function zh(args: Args): Words {
  return {
    message:
      args.rows === undefined
        ? `这一行计为 ${told(args.day)} 成交，而今天是 ${told(args.today)}。`
        : `有 ${told(args.rows)} 行计为今天（${told(args.today)}）之后成交，最晚为 ${told(args.day)}。`,
    help: '请在数据来源处更正日期；报告从那一天起才计入。',
  };
}
