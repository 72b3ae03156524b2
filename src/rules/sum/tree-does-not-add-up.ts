import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { addition, figure, list, quoted, resolution } from '../words.ts';

export const treeDoesNotAddUp: Rule = {
  id: 'sum/tree-does-not-add-up',
  severity: 'error',
  explanation: {
    en: {
      title: 'What is below a goal does not add up to it.',
      why: 'Two numbers for one goal: everybody would pick the one that suits.',
      mend: 'Correct the parts, or write target: sum to let the parts decide.',
    },
    zh: {
      title: '下级数字加起来不等于目标。',
      why: '一个目标有两个数字，每个人都会挑对自己有利的。',
      mend: '请改正各部分，或写 target: sum 由各部分决定。',
    },
  },
  related: { pin: { en: 'pinned here', zh: '固定于此' } },
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
      - {by: segment, shares: {east: 5M, south: 6M}}
`,
    line: 19,
    column: 23,
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
  const parts =
    args.is === 'table'
      ? `The table ${quoted(args.file, 'en')} totals`
      : args.is === 'mean'
        ? 'The weighted mean of the parts is'
        : args.is === 'goals'
          ? 'The goals below total'
          : 'The parts total';
  return {
    message: `${parts} ${summed(args)}, the target is ${figure(args.target)}: they differ by ${figure(args.difference)}.`,
    help:
      args.is === 'pins'
        ? resolution(args, 'en', 'the pin', 'change the pins or the target')
        : args.is === 'mean'
          ? 'Change a part, or the target.'
          : 'Change a part or the target, or write target: sum.',
  };
}

function zh(args: Args): Words {
  const parts =
    args.is === 'table'
      ? `表格${quoted(args.file, 'zh')}合计`
      : args.is === 'mean'
        ? '各部分的加权平均为'
        : args.is === 'goals'
          ? '下级目标合计'
          : '各部分合计';
  return {
    message: `${parts} ${summed(args)}，目标为 ${figure(args.target)}，相差 ${figure(args.difference)}。`,
    help:
      args.is === 'pins'
        ? resolution(args, 'zh', '固定值', '请改固定值或目标')
        : args.is === 'mean'
          ? '请调整某个部分或目标。'
          : '请调整某个部分或目标，或写 target: sum。',
  };
}

function summed(args: Args): string {
  return list(args.terms).length > 1 ? `${addition(args.terms, args.values)} = ${figure(args.total)}` : figure(args.total);
}
