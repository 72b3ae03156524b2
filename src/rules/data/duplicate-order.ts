import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const duplicateOrder: Rule = {
  id: 'data/duplicate-order',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A record stands in the data several times.',
      why: 'Exports that overlap would count a sale twice: each record counts once, in its last version.',
      mend: 'Export without overlap, or leave it: the other versions are counted as left out, not lost.',
    },
    zh: {
      title: '同一条记录在数据中出现多次。',
      why: '相互重叠的导出会把一笔销售算两次：每条记录只按最后一个版本计一次。',
      mend: '请导出不重叠的数据，或不作处理：其他版本计为「排除」，不会丢失。',
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
        'Record Id,Deal Owner,Amount,Deal Name,Closing Date,Stage,Created Time\nzcrm_1,Lina,100.00,A,2026-01-05,Closed Won,2026-01-01\nzcrm_1,Lina,120.00,A,2026-01-05,Closed Won,2026-01-01\n',
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
        'Record Id,Deal Owner,Amount,Deal Name,Closing Date,Stage,Created Time\nzcrm_1,Lina,100.00,A,2026-01-05,Closed Won,2026-01-01\nzcrm_2,Lina,120.00,A,2026-01-05,Closed Won,2026-01-01\n',
    },
  },
};

function en(args: Args): Words {
  if (args.records !== undefined)
    return {
      message: `${told(args.records)} records, such as ${quoted(args.label, 'en')}, stand in the table several times, in ${told(args.rows)} rows: all are counted.`,
      help: 'Name a view that has the last version of each record only.',
    };
  return {
    message: `The record ${quoted(args.label, 'en')} stands ${told(args.rows)} times in the data; this one is not counted.`,
    help: 'Only the version that was changed last counts. Leave the others out of the export.',
  };
}

function zh(args: Args): Words {
  if (args.records !== undefined)
    return {
      message: `表中有 ${told(args.records)} 条记录出现多次（例如${quoted(args.label, 'zh')}），共 ${told(args.rows)} 行，全部计入。`,
      help: '请指向一个每条记录只含最后版本的视图。',
    };
  return {
    message: `记录${quoted(args.label, 'zh')}在数据中出现 ${told(args.rows)} 次；这一行不计入。`,
    help: '只计最后修改的版本。请从导出中去掉其他版本。',
  };
}
