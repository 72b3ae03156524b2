import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { kindName, quoted, suggestion } from '../words.ts';

export const wrongKind: Rule = {
  id: 'ref/wrong-kind',
  severity: 'error',
  explanation: {
    en: {
      title: 'A reference leads to a thing of another kind.',
      why: 'An owner must be a person, a scope must be segments or products: anything else can not be counted.',
      mend: 'Name a thing of the kind that belongs there.',
    },
    zh: {
      title: '引用了另一类的内容。',
      why: '负责人必须是人，范围必须是细分市场或产品，否则无法计算。',
      mend: '请写这一类的 id。',
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
    owner: east
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
    line: 17,
    column: 12,
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
    message: `${quoted(args.id, 'en')} is a ${kindName(args.actual, 'en')}, not a ${kindName(args.kind, 'en')}.`,
    help: suggestion(args, 'en', `Name a ${kindName(args.kind, 'en')} here.`),
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.id, 'zh')}是${kindName(args.actual, 'zh')}，不是${kindName(args.kind, 'zh')}。`,
    help: suggestion(args, 'zh', `这里请写${kindName(args.kind, 'zh')}的 id。`),
  };
}
