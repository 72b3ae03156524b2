import { relevant } from '../../analyses/index.ts';
import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { list, quoted } from '../words.ts';

export const smartRelevant: Rule = {
  id: 'smart/relevant',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A goal supports nothing of the strategy.',
      why: 'A number that serves no theme is the first that nobody misses; effort on it is taken from what the strategy asks for.',
      mend: 'Name the theme or the goal that it supports, add the theme that is missing, or drop the goal.',
    },
    zh: {
      title: '目标不支持战略中的任何内容。',
      why: '不服务于任何主题的数字，没完成也没人在意，却占用了战略需要的精力。',
      mend: '请在 supports: 写明它支持的主题或目标，补上缺少的主题，或取消这个目标。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
strategy:
  themes: {value-leader: Win the young market by value for money}
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
    line: 12,
    column: 3,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
strategy:
  themes: {value-leader: Win the young market by value for money}
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
    supports: [value-leader]
    decompose:
      - {by: quarter}
`,
  },
  check,
};

function en(args: Args): Words {
  return {
    message: `The goal ${quoted(args.goal, 'en')} supports no theme of the strategy and no other goal.`,
    help: `Add supports: with one of ${list(args.themes).join(', ')}.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `目标${quoted(args.goal, 'zh')}不支持任何战略主题或其他目标。`,
    help: `请补上 supports:，可用的主题有：${list(args.themes).join('、')}。`,
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const goal of plan.goals.values()) {
    if (!relevant(goal, plan).some(({ says }) => says === 'supports-nothing')) continue;
    const args = { goal: goal.id, themes: [...plan.themes.keys()] };
    yield { rule: smartRelevant.id, spot: { in: 'plan', path: ['goals', goal.id], at: 'key' }, missing: 'supports', args };
  }
}
