import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';

export const staleSubgoals: Rule = {
  id: 'plan/stale-subgoals',
  severity: 'error',
  explanation: {
    en: {
      title: 'The written subgoals are not those of the plan.',
      why: 'People work by the subgoals that were handed out; when the plan has moved on and the file has not, two truths are in use.',
      mend: 'Write them anew with salesplan decompose --write and commit both, or take the change of the plan back.',
    },
    zh: {
      title: '已写出的子目标与计划不一致。',
      why: '大家按下发的子目标工作；计划变了而文件没变，就有了两套数字。',
      mend: '用 salesplan decompose --write 重新写出并一起提交，或撤回计划的改动。',
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
      - {by: half, shares: [40%, 60%]}
`,
    files: {
      'subgoals.csv': `goal,id,half,target,owner,start,deadline
revenue,revenue/2026-H1,2026-H1,4800000.00,lina,2026-01-01,2026-06-30
revenue,revenue/2026-H2,2026-H2,7000000.00,lina,2026-07-01,2026-12-31
`,
    },
    line: 3,
    column: 1,
    file: 'subgoals.csv',
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
      - {by: half, shares: [40%, 60%]}
`,
    files: {
      'subgoals.csv': `goal,id,half,target,owner,start,deadline
revenue,revenue/2026-H1,2026-H1,4800000.00,lina,2026-01-01,2026-06-30
revenue,revenue/2026-H2,2026-H2,7200000.00,lina,2026-07-01,2026-12-31
`,
    },
  },
};

function en(args: Args): Words {
  const rows = args.count === 1 ? 'One row' : `${args.count} rows`;
  return {
    message: `${rows} of ${args.file} ${args.count === 1 ? 'is' : 'are'} not what the plan gives (${args.rows} subgoals).`,
    help: 'Run salesplan decompose --write and commit the file with the plan.',
  };
}

function zh(args: Args): Words {
  return {
    message: `${args.file} 有 ${args.count} 行与计划的结果不一致（共 ${args.rows} 个子目标）。`,
    help: '请运行 salesplan decompose --write，并与计划一起提交。',
  };
}
