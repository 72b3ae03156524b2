import type { Args, Problem } from '../../model/finding.ts';
import { compare, toDecimal } from '../../model/fraction.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { figure, quoted } from '../words.ts';

export const notChallenging: Rule = {
  id: 'goal/not-challenging',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A goal asks for no more than there was.',
      why: 'A target at or below what was reached before moves nobody.',
      mend: 'Raise the target, or say in its rationale why holding the level is hard.',
    },
    zh: {
      title: '目标不高于以前做到的水平。',
      why: '不高于过去的目标推动不了任何人。',
      mend: '请提高目标，或在 rationale 中说明保持现状为什么难。',
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
    name: Revenue of 12M
    metric: revenue
    baseline: {value: 13M, period: 2025}
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
    line: 14,
    column: 13,
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
    baseline: {value: 10M, period: 2025}
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
    message: `The target ${figure(args.target)} of ${quoted(args.goal, 'en')} is no better than the baseline ${figure(args.baseline)}.`,
    help: 'Raise the target, or explain it in rationale:.',
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.goal, 'zh')}的目标 ${figure(args.target)} 不优于基线 ${figure(args.baseline)}。`,
    help: '请提高目标，或在 rationale: 中说明。',
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const { id, baseline, target, metric, rationale } of plan.goals.values()) {
    if (baseline?.is !== 'value' || target.is !== 'value' || rationale !== undefined) continue;
    const ahead = compare(target.value, baseline.value);
    const isEasy = metric.better.is === 'higher' ? ahead <= 0 : metric.better.is === 'lower' && ahead >= 0;
    if (!isEasy) continue;
    const args = { goal: id, target: toDecimal(target.value, metric.decimals), baseline: toDecimal(baseline.value, metric.decimals) };
    yield { rule: notChallenging.id, spot: { in: 'plan', path: ['goals', id, 'target'], at: 'value' }, args };
  }
}
