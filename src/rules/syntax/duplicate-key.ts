import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const duplicateKey: Rule = {
  id: 'syntax/duplicate-key',
  severity: 'error',
  explanation: {
    en: {
      title: 'A key stands twice in one map.',
      why: 'Of two values under one name one would be lost without a word, and readers may see the other.',
      mend: 'Delete one of the two, or give the second its own id.',
    },
    zh: {
      title: '同一个键出现了两次。',
      why: '同名的两个值必有一个会被悄悄丢掉，而读者可能看到的正是那个。',
      mend: '请删除其中一个，或给第二个换一个 id。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  related: { first: { en: 'first given here', zh: '第一次出现在这里' } },
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: South, owner: lina}
team:
  members:
    lina: {name: Lina}
    lina: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
    line: 11,
    column: 5,
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
};

function en(args: Args): Words {
  return {
    message: `The key ${quoted(args.key, 'en')} stands here a second time.`,
    help: 'Keep one of the two, or give this one another name.',
  };
}

function zh(args: Args): Words {
  return { message: `键${quoted(args.key, 'zh')}在这里重复出现。`, help: '请保留其中一个，或给这个换个名字。' };
}
