import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { told } from '../words.ts';

export const overdueDeal: Rule = {
  id: 'data/overdue-deal',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A deal is open although its closing date is past.',
      why: 'Pipeline that nobody keeps up makes forecasts that nobody can trust.',
      mend: 'Close the deal, or give it a new date.',
    },
    zh: {
      title: '商机的预计成交日期已过，却仍未关闭。',
      why: '没有人维护的商机会使预测不可信。',
      mend: '请关闭该商机，或更新日期。',
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
        'Record Id,Deal Owner,Amount,Deal Name,Closing Date,Stage,Created Time\nzcrm_1,Lina,100.00,A,2026-01-05,Closed Won,2026-01-01\nzcrm_2,Lina,50.00,B,2026-02-05,Negotiation,2026-01-01\n',
    },
    line: 3,
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
        'Record Id,Deal Owner,Amount,Deal Name,Closing Date,Stage,Created Time\nzcrm_1,Lina,100.00,A,2026-01-05,Closed Won,2026-01-01\nzcrm_2,Lina,50.00,B,2026-12-05,Negotiation,2026-01-01\n',
    },
  },
};

function en(args: Args): Words {
  return {
    message: `This deal is still open, but should have closed on ${told(args.day)}.`,
    help: 'Win it, lose it, or move its closing date.',
  };
}

function zh(args: Args): Words {
  return { message: `该商机仍未关闭，而预计成交日期是 ${told(args.day)}。`, help: '请标记赢单、输单，或更新预计成交日期。' };
}
