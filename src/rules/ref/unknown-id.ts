import type { Args } from '../../model/finding.ts';
import { nearest } from '../mend.ts';
import type { Rule, Words } from '../rule.ts';
import { kindName, quoted, suggestion, told } from '../words.ts';

export const unknownId: Rule = {
  id: 'ref/unknown-id',
  severity: 'error',
  explanation: {
    en: {
      title: 'A reference leads to nothing.',
      why: 'A subgoal whose owner does not exist has no owner.',
      mend: 'Correct the id, or add what it means.',
    },
    zh: {
      title: '引用的 id 不存在。',
      why: '负责人不存在的子目标等于没有负责人。',
      mend: '请改正 id，或补上它所指的内容。',
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
  south: {name: South, owner: zhoa}
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
    line: 7,
    column: 31,
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
  if (args.kind === 'rate')
    return {
      message: `This amount is in ${told(args.id)}, the plan in ${told(args.plan)}, and there is no rate between them.`,
      help: `Write it in ${told(args.plan)}, or add a rate: rates: {${told(args.id)}: {2026-01-01: …}}.`,
    };
  return {
    message: `There is no ${kindName(args.kind, 'en')} ${quoted(args.id, 'en')}.`,
    help: isList(args) ? `Write ${parted(args)}, with plain commas.` : suggestion(args, 'en', 'Correct the id, or add it to the plan.'),
  };
}

function zh(args: Args): Words {
  if (args.kind === 'rate')
    return {
      message: `这个金额的货币是 ${told(args.id)}，计划的货币是 ${told(args.plan)}，两者之间没有汇率。`,
      help: `请换算成 ${told(args.plan)}，或添加汇率：rates: {${told(args.id)}: {2026-01-01: …}}。`,
    };
  return {
    message: `没有${kindName(args.kind, 'zh')}${quoted(args.id, 'zh')}。`,
    help: isList(args) ? `请写成 ${parted(args)}，用半角逗号。` : suggestion(args, 'zh', '请改正 id，或把它加到计划中。'),
  };
}

/** Ids that full-width commas hold together: `礼品客，企业团购`. */
function isList({ id }: Args): boolean {
  return /[，、]/.test(told(id));
}

function parted({ id }: Args): string {
  return `[${told(id)
    .split(/[，、]\s*/)
    .join(', ')}]`;
}
