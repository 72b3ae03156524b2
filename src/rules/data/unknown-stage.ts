import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { countedIn, quoted, told } from '../words.ts';

export const unknownStage: Rule = {
  id: 'data/unknown-stage',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A stage in the data is none of the plan.',
      why: 'Deals in it are missing from the funnel.',
      mend: 'Name the stage in the process, or map it under values: {stage: {…}}.',
    },
    zh: {
      title: '数据中的阶段不在计划中。',
      why: '处于该阶段的商机不会出现在漏斗中。',
      mend: '请在流程中加上该阶段，或在 values: {stage: {…}} 中对应。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
process:
  stages:
    talk: {phase: in-sale, name: Negotiation, conversion: 50%}
    won: {phase: in-sale, name: Closed Won}
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
        'Record Id,Deal Owner,Amount,Deal Name,Closing Date,Stage,Created Time\nzcrm_1,Lina,100.00,A,2026-01-05,Closed Won,2026-01-01\nzcrm_2,Lina,50.00,B,2026-12-05,Legal review,2026-01-01\n',
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
process:
  stages:
    talk: {phase: in-sale, name: Negotiation, conversion: 50%}
    won: {phase: in-sale, name: Closed Won}
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
        'Record Id,Deal Owner,Amount,Deal Name,Closing Date,Stage,Created Time\nzcrm_1,Lina,100.00,A,2026-01-05,Closed Won,2026-01-01\nzcrm_2,Lina,50.00,B,2026-12-05,negotiation,2026-01-01\n',
    },
  },
};

function en(args: Args): Words {
  return {
    message: `The process has no stage ${quoted(args.label, 'en')} (${countedIn(args.rows, 'open deal')}).`,
    help: 'Name it in process: {stages: …}, or map the label under values: {stage: {…}}.',
  };
}

function zh(args: Args): Words {
  return {
    message: `流程中没有阶段${quoted(args.label, 'zh')}（${told(args.rows)} 个未关闭的商机）。`,
    help: '请写入 process: {stages: …}，或在 values: {stage: {…}} 中对应。',
  };
}
