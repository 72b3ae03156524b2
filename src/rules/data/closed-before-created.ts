import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { told } from '../words.ts';

export const closedBeforeCreated: Rule = {
  id: 'data/closed-before-created',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A deal was won before it was created.',
      why: 'It was entered afterwards: how long deals take can not be told from it.',
      mend: 'Enter deals when they begin, or correct the dates.',
    },
    zh: {
      title: '商机在创建之前就已赢单。',
      why: '它是事后补录的：无法据此判断成交周期。',
      mend: '请在商机开始时录入，或更正日期。',
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
        'Record Id,Deal Owner,Amount,Deal Name,Closing Date,Stage,Created Time\nzcrm_1,Lina,100.00,A,2026-01-05,Closed Won,2026-03-01\n',
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
    message: `This deal was won on ${told(args.day)} and created only on ${told(args.created)}.`,
    help: 'Correct one of the two dates; until then it counts as having taken no time.',
  };
}

function zh(args: Args): Words {
  return {
    message: `该商机 ${told(args.day)} 赢单，却到 ${told(args.created)} 才创建。`,
    help: '请更正其中一个日期；在此之前按用时为零计算。',
  };
}
