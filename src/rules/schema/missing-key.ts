import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { list, quoted, told } from '../words.ts';

export const missingKey: Rule = {
  id: 'schema/missing-key',
  severity: 'error',
  explanation: {
    en: {
      title: 'Something that every entity of its kind needs is missing.',
      why: 'A goal without a number, an owner or a metric can not be handed down or measured.',
      mend: 'Add the key.',
    },
    zh: {
      title: '缺少必填的内容。',
      why: '没有数字、负责人或指标的目标无法分解，也无法衡量。',
      mend: '请补上这个键。',
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
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
    line: 13,
    column: 3,
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
  const words = list(args.allowed);
  return {
    message: `${quoted(args.key, 'en')} is missing ${args.at === 'top' ? 'in the plan' : 'here'}.`,
    help: `Add ${told(args.key)}: ${args.at === 'top' ? 'at the top of the file' : 'under this key'}${words.length === 0 ? '' : `, one of ${words.join(', ')}`}.`,
  };
}

function zh(args: Args): Words {
  const words = list(args.allowed);
  return {
    message: `${args.at === 'top' ? '计划' : '这里'}缺少${quoted(args.key, 'zh')}。`,
    help: `请在${args.at === 'top' ? '文件开头' : '这个键下面'}补上 ${told(args.key)}:${words.length === 0 ? '' : `，可用 ${words.join('、')}`}。`,
  };
}
