import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const noOwner: Rule = {
  id: 'goal/no-owner',
  severity: 'error',
  explanation: {
    en: {
      title: 'A goal has no owner.',
      why: 'A number that nobody answers for is nobody’s work: it is missed without anyone having missed it.',
      mend: 'Name one person under owner:. Several people can have parts of the goal; one answers for the whole.',
    },
    zh: {
      title: '目标没有负责人。',
      why: '没有人负责的数字就没有人去做，没完成时也找不到人。',
      mend: '请在 owner: 下写一个人。可以有多人分担，但整体只由一人负责。',
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
    decompose:
      - {by: quarter}
`,
    line: 9,
    column: 3,
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
      - {by: quarter}
`,
  },
};

function en(args: Args): Words {
  return {
    message: `Nobody answers for the goal ${quoted(args.goal, 'en')}.`,
    help: 'Add owner: with the id of one team member.',
  };
}

function zh(args: Args): Words {
  return { message: `没有人对目标${quoted(args.goal, 'zh')}负责。`, help: '请补上 owner:，写一位团队成员的 id。' };
}
