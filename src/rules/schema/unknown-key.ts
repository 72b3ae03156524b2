import type { Args } from '../../model/finding.ts';
import { nearest } from '../mend.ts';
import type { Marked, Mending, Rule, Words } from '../rule.ts';
import { quoted, suggestion, told } from '../words.ts';

export const unknownKey: Rule = {
  id: 'schema/unknown-key',
  severity: 'error',
  explanation: {
    en: {
      title: 'A key is not part of the plan format.',
      why: 'A mistyped key is silently no key: the deadline that is written is not the deadline that counts.',
      mend: 'Correct the spelling; salesplan schema lists the keys. Notes of your own go under top-level keys that start with x-.',
    },
    zh: {
      title: '计划格式中没有这个键。',
      why: '写错的键等于没有写：写下的期限并不是起作用的期限。',
      mend: '请改正拼写；salesplan schema 列出所有的键。自己的备注可放在以 x- 开头的顶层键下。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  mend,
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
    name: Revenue of 12M
    metirc: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
    line: 15,
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
  if (args.is === 'cut-number')
    return {
      message: `${quoted(args.whole, 'en')} is cut in two here: within brackets a comma parts one entry from the next.`,
      help: `Write ${told(args.suggestion)}.`,
    };
  if (args.is === 'full-width-colon')
    return {
      message: `There is a full-width colon (：) in ${quoted(args.key, 'en')}, where YAML needs a plain one.`,
      help: `Write ${quoted(halved(args), 'en')}, a plain colon and a space.`,
    };
  return {
    message: `${quoted(args.key, 'en')} is not a key that a plan knows here.`,
    help: suggestion(args, 'en', 'Delete it, or put it under a top-level key that starts with x-.'),
  };
}

function zh(args: Args): Words {
  if (args.is === 'cut-number')
    return {
      message: `${quoted(args.whole, 'zh')}在这里被逗号分成了两项：括号内的逗号用来分隔各项。`,
      help: `请写成 ${told(args.suggestion)}。`,
    };
  if (args.is === 'full-width-colon')
    return {
      message: `${quoted(args.key, 'zh')}中用了全角冒号（：），YAML 需要半角冒号。`,
      help: `请写成${quoted(halved(args), 'zh')}，即半角冒号加一个空格。`,
    };
  return {
    message: `计划在这里没有${quoted(args.key, 'zh')}这个键。`,
    help: suggestion(args, 'zh', '请删除它，或放到以 x- 开头的顶层键下。'),
  };
}

/** `owner：lina` with a plain colon. */
function halved({ key }: Args): string {
  return told(key).replace(/：\s*/, ': ');
}

function mend(args: Args, at: Marked): Mending | undefined {
  const written = at.text.slice(at.start, at.end);
  if (args.is === 'cut-number') return undefined;
  if (args.is !== 'full-width-colon') return nearest(args, at, true);
  return written === args.key ? { isSafe: true, edits: [{ start: at.start, end: at.end, text: halved(args) }] } : undefined;
}
