import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const emptySection: Rule = {
  id: 'plan/empty-section',
  severity: 'info',
  explanation: {
    en: {
      title: 'A section is there but empty.',
      why: 'It looks as if something had been forgotten.',
      mend: 'Fill it in, or take it out.',
    },
    zh: {
      title: '有一个部分是空的。',
      why: '看起来像是忘了写。',
      mend: '请填写，或删除。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: South, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
risks: {}
`,
    line: 20,
    column: 1,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: South, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
  },
  check,
};

function en(args: Args): Words {
  return { message: `The section ${quoted(args.key, 'en')} is empty.`, help: 'Fill it in, or take it out.' };
}

function zh(args: Args): Words {
  return { message: `${quoted(args.key, 'zh')}部分是空的。`, help: '请填写，或删除。' };
}

function* check({ input }: RuleContext): Iterable<Problem> {
  if (typeof input !== 'object' || input === null) return;
  for (const [key, value] of Object.entries(input)) {
    const isEmpty = value === null || (typeof value === 'object' && Object.keys(value).length === 0);
    if (isEmpty) yield { rule: emptySection.id, spot: { in: 'plan', path: [key], at: 'key' }, restsOn: [[key]], args: { key } };
  }
}
