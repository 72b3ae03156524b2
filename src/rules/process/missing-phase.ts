import type { Args, Problem } from '../../model/finding.ts';
import { PHASES } from '../../model/stage.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { told } from '../words.ts';

export const missingPhase: Rule = {
  id: 'process/missing-phase',
  severity: 'warning',
  explanation: {
    en: {
      title: 'The sales process leaves a phase out.',
      why: 'Selling starts before the sale and goes on after it: analysis first, service and feedback last.',
      mend: 'Add a stage of each phase: pre-sale, in-sale, post-sale.',
    },
    zh: {
      title: '销售流程缺少一个阶段。',
      why: '销售在成交之前就开始，成交之后还要继续：先分析客户，后服务和回访。',
      mend: '请为 pre-sale、in-sale、post-sale 各写一个环节。',
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
    lead: {phase: pre-sale, conversion: 40%, days: 7}
    offer: {phase: in-sale, conversion: 50%, days: 14}
    won: {phase: in-sale}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao, manager: lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
    line: 6,
    column: 3,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
process:
  stages:
    lead: {phase: pre-sale, conversion: 40%, days: 7}
    offer: {phase: in-sale, conversion: 50%, days: 14}
    won: {phase: in-sale}
    follow-up: {phase: post-sale, days: 7}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao, manager: lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
  },
  check,
};

function en(args: Args): Words {
  return { message: `The process has no stage of the phase ${told(args.phase)}.`, help: 'Add a stage with that phase.' };
}

function zh(args: Args): Words {
  return { message: `流程没有 ${told(args.phase)} 阶段的环节。`, help: '请补上该阶段的环节。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  if (plan.stages.size === 0) return;
  const phases = new Set([...plan.stages.values()].map((stage) => stage.phase));
  for (const phase of PHASES) {
    const path = ['process', 'stages'];
    if (!phases.has(phase)) yield { rule: missingPhase.id, spot: { in: 'plan', path, at: 'key' }, restsOn: [path], args: { phase } };
  }
}
