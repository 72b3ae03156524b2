import { specific } from '../../analyses/index.ts';
import type { Args, Problem } from '../../model/finding.ts';
import { toDecimal } from '../../model/fraction.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { figure, quoted } from '../words.ts';

export const smartSpecific: Rule = {
  id: 'smart/specific',
  severity: 'warning',
  explanation: {
    en: {
      title: 'The name of a goal is a wish.',
      why: '«Improve performance» can not be missed and can not be reached; people read into it what they like.',
      mend: 'Say in the name what changes and by how much: of which metric, from where, to which number.',
    },
    zh: {
      title: '目标的名称只是愿望。',
      why: '「提升业绩」既无法完成也无法落空，每个人各有理解。',
      mend: '请在名称中写明改变什么、改变多少：哪个指标，到什么数字。',
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
    zhao: {name: Zhao, manager: lina}
goals:
  revenue:
    name: Improve sales performance
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
    line: 11,
    column: 11,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
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
    message: `${quoted(args.name, 'en')} names a wish: neither a number nor what it is about.`,
    help: `Name what changes and by how much, for instance ${quoted(args.example, 'en')}.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.name, 'zh')}只是愿望：既没有数字，也没有说明对象。`,
    help: `请写明改变什么、改变多少，例如${quoted(args.example, 'zh')}。`,
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const goal of plan.goals.values()) {
    if (!specific(goal, plan).some(({ says }) => says === 'vague-name')) continue;
    const target = goal.target.is === 'value' ? ` ${figure(toDecimal(goal.target.value, 0))}` : '';
    const args = { name: goal.name, example: `${goal.metric.name}${target}` };
    yield { rule: smartSpecific.id, spot: { in: 'plan', path: ['goals', goal.id, 'name'], at: 'value' }, args };
  }
}
