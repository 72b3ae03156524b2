import type { Args } from '../../model/finding.ts';
import { withoutComment } from '../mend.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, suggestion, told } from '../words.ts';

export const unused: Rule = {
  id: 'suppress/unused',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A waiver hides nothing.',
      why: 'It will hide the next mistake in its place, which nobody has agreed to.',
      mend: 'Delete the comment.',
    },
    zh: {
      title: '豁免没有隐藏任何问题。',
      why: '它会把下一个没人同意过的错误藏起来。',
      mend: '请删除这条注释。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  mend: (args, at) => (args.unknown === undefined ? withoutComment(at) : undefined),
  mends: 'safe',
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
    # salesplan-ignore-next-line price/below-cost until 2099-12-31 -- agreed
    name: Revenue
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
  if (args.unknown === undefined) return { message: `This waiver of ${told(args.rule)} hides nothing.`, help: 'Delete it.' };
  const help = suggestion(args, 'en', 'Name single rules; salesplan explain lists them.');
  return { message: `This waiver hides nothing: there is no rule ${quoted(args.unknown, 'en')}.`, help };
}

function zh(args: Args): Words {
  if (args.unknown === undefined) return { message: `对 ${told(args.rule)} 的豁免没有隐藏任何问题。`, help: '请删除它。' };
  const help = suggestion(args, 'zh', '请逐条写出规则；salesplan explain 列出全部规则。');
  return { message: `这条豁免没有隐藏任何问题：没有规则${quoted(args.unknown, 'zh')}。`, help };
}
