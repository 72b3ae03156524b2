import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { addition, figure, list, quoted, resolution, told } from '../words.ts';

export const minMaxConflict: Rule = {
  id: 'sum/min-max-conflict',
  severity: 'error',
  explanation: {
    en: {
      title: 'Limits of subgoals can not hold together.',
      why: 'No split can satisfy them, so that somebody would be told a number that is not agreed.',
      mend: 'Loosen a limit by the amount shown.',
    },
    zh: {
      title: '子目标的上下限互相矛盾。',
      why: '任何分法都无法满足，总有人会拿到没有商定的数字。',
      mend: '请按所示的数额放宽一个限制。',
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
      - {by: segment, shares: {east: 55%, south: 45%}, min: {east: 7M, south: 6M}}
`,
    line: 19,
    column: 56,
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
  switch (args.is) {
    case 'crossed':
      return {
        message: `The least for ${quoted(args.child, 'en')} (${figure(args.min)}) is above its most (${figure(args.max)}).`,
        help: 'Swap or loosen the two limits.',
      };
    case 'pins':
      return {
        message: `Two pins fix ${quoted(args.node, 'en')} differently: ${figure(args.pinned)} against ${figure(args.available)}.`,
        help: 'Keep one of the pins.',
      };
    case 'within':
      return {
        message: `The pin on ${told(args.at)} fixes ${figure(args.target)}, but narrower pins in it fix ${addition(args.terms, args.values)}: they differ by ${figure(args.difference)}.`,
        help: `Smallest change: set this pin to ${figure(args.total)}, or change a narrower one by ${figure(args.difference)}.`,
      };
    case 'bound':
      return {
        message: `The path gives ${quoted(args.child, 'en')} ${figure(args.level)}, outside of its limit ${figure(args.min ?? args.max)}.`,
        help: `Smallest change: the limit from ${figure(args.min ?? args.max)} to ${figure(args.level)}; or change the shares.`,
      };
    case 'max':
      return {
        message: `The subgoals may take at most ${total(args, 'maxTotal')}, but ${figure(args.available)} must be placed${pinnedEn(args)}: ${figure(args.missing)} is left over.`,
        help: resolution(args, 'en', 'the most', `raise the limits by ${figure(args.missing)} in all`),
      };
    default:
      return {
        message: `The subgoals must have at least ${total(args, 'minTotal')}, but only ${figure(args.available)} is there${pinnedEn(args)}: ${figure(args.missing)} is missing.`,
        help: resolution(args, 'en', 'the least', `lower the limits by ${figure(args.missing)} in all`),
      };
  }
}

/** `east 7,000,000 + south 6,000,000 = 13,000,000`. */
function total(args: Args, key: 'minTotal' | 'maxTotal'): string {
  const sum = figure(args[key]);
  return list(args.terms).length > 1 ? `${addition(args.terms, args.values)} = ${sum}` : sum;
}

function pinnedEn(args: Args): string {
  if (args.pinned === undefined) return '';
  return ` (${figure(args.target)} less what is pinned: ${addition(args.pinnedTerms, args.pinnedValues)})`;
}

function pinnedZh(args: Args): string {
  if (args.pinned === undefined) return '';
  return `（${figure(args.target)} 减去固定的 ${addition(args.pinnedTerms, args.pinnedValues)}）`;
}

function zh(args: Args): Words {
  switch (args.is) {
    case 'crossed':
      return {
        message: `${quoted(args.child, 'zh')}的下限（${figure(args.min)}）高于上限（${figure(args.max)}）。`,
        help: '请对调或放宽这两个限制。',
      };
    case 'pins':
      return {
        message: `两个固定值对${quoted(args.node, 'zh')}的要求不同：${figure(args.pinned)} 与 ${figure(args.available)}。`,
        help: '请只保留一个。',
      };
    case 'within':
      return {
        message: `${told(args.at)} 固定为 ${figure(args.target)}，而其中更细的固定值为 ${addition(args.terms, args.values)}，相差 ${figure(args.difference)}。`,
        help: `最小的改动：把这个固定值改为 ${figure(args.total)}，或把更细的固定值改动 ${figure(args.difference)}。`,
      };
    case 'bound':
      return {
        message: `按进度${quoted(args.child, 'zh')}为 ${figure(args.level)}，超出限制 ${figure(args.min ?? args.max)}。`,
        help: `最小的改动：把限制从 ${figure(args.min ?? args.max)} 改为 ${figure(args.level)}；或调整份额。`,
      };
    case 'max':
      return {
        message: `各子目标最多只能承担 ${total(args, 'maxTotal')}，而需要分配 ${figure(args.available)}${pinnedZh(args)}，剩下 ${figure(args.missing)}。`,
        help: resolution(args, 'zh', '上限', `把上限共提高 ${figure(args.missing)}`),
      };
    default:
      return {
        message: `各子目标至少需要 ${total(args, 'minTotal')}，而只有 ${figure(args.available)}${pinnedZh(args)}，还差 ${figure(args.missing)}。`,
        help: resolution(args, 'zh', '下限', `把下限共降低 ${figure(args.missing)}`),
      };
  }
}
