import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const redWithoutMeasure: Rule = {
  id: 'checkin/red-without-measure',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Somebody reported red and nothing is done about it.',
      why: 'A red light that changes nothing is soon not reported any more.',
      mend: 'Add a measure for the goal: process, training or strategy.',
    },
    zh: {
      title: '有人报告红灯，却没有改进措施。',
      why: '红灯亮了什么都不变，很快就没人再报。',
      mend: '请为该目标补上改进措施：流程、培训或策略。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
checkins:
  2026-W25:
    lina:
      revenue: {status: red, note: two deals lost}
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
    line: 8,
    column: 25,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
checkins:
  2026-W25:
    lina:
      revenue: {status: red, note: two deals lost}
improvement:
  reviews: {every: 1 month, owner: lina}
  measures:
    quotes: {kind: process, goal: revenue, owner: lina, deadline: 2026-12-31}
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
  return {
    message: `${quoted(args.who, 'en')} reported ${quoted(args.goal, 'en')} red in ${told(args.period)}, and no open measure serves it.`,
    help: 'Add one under improvement.measures with goal: and an owner.',
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.who, 'zh')}在 ${told(args.period)} 报告${quoted(args.goal, 'zh')}为红灯，却没有进行中的措施。`,
    help: '请在 improvement.measures 中补上，写明 goal: 和负责人。',
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  const isOpen = (status: string): boolean => status === 'planned' || status === 'doing';
  const served = new Set([...plan.measures.values()].filter((each) => isOpen(each.status)).map((each) => each.goal));
  for (const { label, who, goal, status } of plan.checkins) {
    if (status !== 'red' || served.has(goal)) continue;
    yield {
      rule: redWithoutMeasure.id,
      spot: { in: 'plan', path: ['checkins', label, who, goal, 'status'], at: 'value' },
      args: { who, goal, period: label },
    };
  }
}
