import type { Args } from '../../model/finding.ts';
import { nearest } from '../mend.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const includeMissing: Rule = {
  id: 'ref/include-missing',
  severity: 'error',
  explanation: {
    en: {
      title: 'An included file does not exist.',
      why: 'What it should hold is missing from the plan.',
      mend: 'Correct the path, or take the line out.',
    },
    zh: {
      title: 'include 的文件不存在。',
      why: '其中的内容就不在计划里。',
      mend: '请改正路径，或删除这一项。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  mend: (args, at) => nearest(args, at, false),
  mends: 'unsafe',
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
include: [nothing.yaml]
`,
    line: 20,
    column: 11,
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
    message: `No file matches ${quoted(args.path, 'en')}.`,
    help: 'Correct the path (it counts from the including file), or take the line out.',
  };
}

function zh(args: Args): Words {
  return { message: `没有文件与${quoted(args.path, 'zh')}匹配。`, help: '请改正路径（以引入它的文件为准），或删除这一项。' };
}
