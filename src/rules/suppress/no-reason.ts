import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { told } from '../words.ts';

export const noReason: Rule = {
  id: 'suppress/no-reason',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A waiver gives no reason.',
      why: 'In a year nobody will know why it is there, and nobody will dare to delete it.',
      mend: 'Write the reason after --.',
    },
    zh: {
      title: '豁免没有写理由。',
      why: '一年后没有人知道为什么，也没有人敢删。',
      mend: '请在 -- 之后写明理由。',
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
    # salesplan-ignore-next-line date/outside-period until 2099-12-31
    deadline: 2027-01-31
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
    line: 14,
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
    message: `This waiver of ${args.rule === '' ? 'nothing' : told(args.rule)} gives no reason.`,
    help: 'Write it after two hyphens: … until 2026-06-30 -- agreed on 12 January.',
  };
}

function zh(args: Args): Words {
  return { message: `对 ${told(args.rule)} 的豁免没有写理由。`, help: '请写在两个连字符之后：… until 2026-06-30 -- 1 月 12 日商定。' };
}
