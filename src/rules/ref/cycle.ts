import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { list } from '../words.ts';

export const cycle: Rule = {
  id: 'ref/cycle',
  severity: 'error',
  explanation: {
    en: {
      title: 'References run in a circle.',
      why: 'Nobody is the boss in a circle of managers; a circle of goals adds itself up for ever; a circle of actions can never start.',
      mend: 'Take one of the references away.',
    },
    zh: {
      title: '引用形成了循环。',
      why: '互为上级就没有上级；目标循环会无限累加；行动循环永远无法开始。',
      mend: '请去掉其中一个引用。',
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
    lina: {name: Lina, manager: zhao}
    zhao: {name: Zhao, manager: lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
    line: 10,
    column: 33,
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
  return { message: `These refer to each other in a circle: ${around(args.ids)}.`, help: 'Take one of these references away.' };
}

function zh(args: Args): Words {
  return { message: `这些引用形成了循环：${around(args.ids)}。`, help: '请去掉其中一个引用。' };
}

/** Back to where it began. */
function around(ids: Args[string]): string {
  const names = list(ids);
  return [...names, ...names.slice(0, 1)].join(' → ');
}
