import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { list, quoted, told } from '../words.ts';

export const sharesNot100: Rule = {
  id: 'sum/shares-not-100',
  severity: 'error',
  explanation: {
    en: {
      title: 'The shares of a split do not total 100 %.',
      why: 'What is missing belongs to nobody, what is over is promised twice.',
      mend: 'Make them total exactly 100 %, or leave one out and name it rest.',
    },
    zh: {
      title: '分解的份额合计不是 100%。',
      why: '缺的部分没有人负责，多的部分承诺了两次。',
      mend: '请使合计正好为 100%，或留出一个写成 rest。',
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
      - {by: segment, shares: {east: 55%, south: 40%}}
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
  switch (args.is) {
    case 'count':
      return {
        message: `${told(args.parts) === '1' ? 'There is' : 'There are'} ${told(args.parts)} ${told(args.parts) === '1' ? 'share' : 'shares'} for ${told(args.children)} ${told(args.children) === '1' ? 'subgoal' : 'subgoals'}.`,
        help: `Give one share for each, in order: ${shortList(args.names, ', ')}.`,
      };
    case 'rests':
      return {
        message: `There are ${told(args.rests)} shares called rest; only one can take what is left.`,
        help: 'Name one rest and give the others a share.',
      };
    case 'negative':
      return { message: `The share of ${quoted(args.child, 'en')} is below nothing.`, help: 'Give a share of 0% or more.' };
    case 'answers':
      return {
        message: `${quoted(args.owner, 'en')} answers for ${quoted(args.child, 'en')} but has no part of its credit.`,
        help: 'Name them under credit, or let somebody else answer for it.',
      };
    default:
      return {
        message: `The shares total ${told(args.total)}%, not 100%.`,
        help:
          args.missing === undefined
            ? `${points(args.over, 'is', 'are')} promised twice: take that away from a share.`
            : `${points(args.missing, 'belongs', 'belong')} to nobody: add that to a share, or name one share rest.`,
      };
  }
}

function points(count: Args[string], one: string, many: string): string {
  return told(count) === '1' ? `1 point ${one}` : `${told(count)} points ${many}`;
}

function zh(args: Args): Words {
  switch (args.is) {
    case 'count':
      return {
        message: `份额有 ${told(args.parts)} 个，子目标有 ${told(args.children)} 个。`,
        help: `请按顺序给每个子目标一个份额：${shortList(args.names, '、')}。`,
      };
    case 'rests':
      return { message: `有 ${told(args.rests)} 个份额写成 rest；只能有一个承接余数。`, help: '请只留一个 rest，其余写明份额。' };
    case 'negative':
      return { message: `${quoted(args.child, 'zh')}的份额小于零。`, help: '份额应为 0% 或以上。' };
    case 'answers':
      return {
        message: `${quoted(args.owner, 'zh')}负责${quoted(args.child, 'zh')}，却没有分到业绩。`,
        help: '请在 credit 中写上此人，或换一位负责人。',
      };
    default:
      return {
        message: `份额合计 ${told(args.total)}%，不是 100%。`,
        help:
          args.missing === undefined
            ? `多出 ${told(args.over)} 个百分点：请从某个份额中减去。`
            : `还差 ${told(args.missing)} 个百分点没有人负责：请加到某个份额上，或把其中一个写成 rest。`,
      };
  }
}

function shortList(names: Args[string], comma: string): string {
  const all = list(names);
  return all.slice(0, 12).join(comma) + (all.length > 12 ? `${comma}…` : '');
}
