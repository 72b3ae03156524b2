import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const trainingWithoutEffect: Rule = {
  id: 'team/training-without-effect',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A training improves nothing in particular.',
      why: 'Without saying which stage or skill it shall move, nobody can see afterwards whether it did.',
      mend: 'Say what it improves: improves: {stage: …, conversion: +5%}, or an objective.',
    },
    zh: {
      title: '培训没有说明改善什么。',
      why: '不说明要改善哪个环节或技能，事后就看不出有没有用。',
      mend: '请写明 improves: {stage: …, conversion: +5%}，或 objective。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  roles:
    rep: {name: Rep, capacity: 12M, ramp: [0%, 50%, 100%]}
  members:
    lina: {name: Lina, role: rep, start: 2020-01-01}
    zhao: {name: Zhao, role: rep, start: 2020-01-01}
  training:
    course: {name: Negotiation, for: [rep], start: 2026-03-02, end: 2026-03-06, owner: lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: owner, shares: capacity}
`,
    line: 12,
    column: 5,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  roles:
    rep: {name: Rep, capacity: 12M, ramp: [0%, 50%, 100%]}
  members:
    lina: {name: Lina, role: rep, start: 2020-01-01}
    zhao: {name: Zhao, role: rep, start: 2020-01-01}
  training:
    course: {name: Negotiation, for: [rep], start: 2026-03-02, end: 2026-03-06, owner: lina, objective: win more negotiations}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: owner, shares: capacity}
`,
  },
  check,
};

function en(args: Args): Words {
  return { message: `Nothing says what the training ${quoted(args.training, 'en')} shall improve.`, help: 'Add improves: or objective:.' };
}

function zh(args: Args): Words {
  return { message: `没有说明培训${quoted(args.training, 'zh')}要改善什么。`, help: '请补上 improves: 或 objective:。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const each of plan.training.values()) {
    if (!each.improves && each.objective === undefined)
      yield {
        rule: trainingWithoutEffect.id,
        spot: { in: 'plan', path: ['team', 'training', each.id], at: 'key' },
        restsOn: [['team', 'training', each.id]],
        args: { training: each.id },
      };
  }
}
