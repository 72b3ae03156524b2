import type { Args } from '../../model/finding.ts';
import type { Marked, Mending, Rule, Words } from '../rule.ts';
import { list, quoted, told } from '../words.ts';

export const wrongType: Rule = {
  id: 'schema/wrong-type',
  severity: 'error',
  explanation: {
    en: {
      title: 'A value is of another shape than the plan format has there.',
      why: 'A list where a map is meant has no ids that others could refer to.',
      mend: 'Write it in the shape that the message names.',
    },
    zh: {
      title: '值的形式与计划格式不符。',
      why: '该用映射的地方写成列表，就没有可供引用的 id。',
      mend: '请写成提示中的形式。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  mend,
  mends: 'safe',
  failing: {
    plan: `salesplan: 1
name: [Growth, 2026]
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
    line: 2,
    column: 7,
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
  const expected = list(args.expected)
    .map((name) => EN[name] ?? name)
    .join(' or ');
  const actual = told(args.actual);
  if (isId(args)) return { message: `${quoted(args.key, 'en')} is no id.`, help: `Write ${expected}; name: says what people read.` };
  if (isEmptyMap(args))
    return { message: 'Here is nothing, where a map (key: value) belongs.', help: 'Write {} where there is nothing to say yet.' };
  return {
    message: `Here belongs ${expected}, not ${EN[actual] ?? actual}.`,
    help: isOwner(args)
      ? 'Write one id; for several in turn: [{who: …, to: 2026-06-30}, {who: …, from: 2026-07-01}].'
      : args.id === undefined
        ? `Write ${asMeant(args) ?? expected}; salesplan schema shows the format.`
        : `Write each id as a key, without a dash: ${told(args.id)}: {…}.`,
  };
}

function zh(args: Args): Words {
  const expected = list(args.expected)
    .map((name) => ZH[name] ?? name)
    .join('或');
  const actual = told(args.actual);
  if (isId(args)) return { message: `${quoted(args.key, 'zh')}不能作 id。`, help: `请写成 ${expected}；给人看的名称写在 name: 中。` };
  if (isEmptyMap(args)) return { message: '这里是空的，应是映射（键: 值）。', help: '暂时没有内容时请写 {}。' };
  return {
    message: `这里应是${expected}，而不是${ZH[actual] ?? actual}。`,
    help: isOwner(args)
      ? '请写一个 id；先后由几个人负责时写：[{who: …, to: 2026-06-30}, {who: …, from: 2026-07-01}]。'
      : args.id === undefined
        ? `请写成${asMeant(args) === undefined ? expected : ` ${asMeant(args)}`}；salesplan schema 可查看格式。`
        : `请把 id 写成键，不用短横线：${told(args.id)}: {…}。`,
  };
}

/** The name of an entry. */
function isId({ expected }: Args): boolean {
  return list(expected).join() === 'id';
}

/** One thing where a list belongs, and a number that is a text, as they can be written. */
function asMeant({ expected, actual, value }: Args): string | undefined {
  const [only, ...others] = list(expected);
  if (value === undefined || others.length > 0) return undefined;
  if (only === 'list') return `[${told(value)}]`;
  return only === 'text' && actual === 'number' ? `"${told(value)}"` : undefined;
}

/** Who answers for something. */
function isOwner({ expected }: Args): boolean {
  return list(expected).join() === 'owner';
}

/** `lina:` with nothing after it. */
function isEmptyMap({ expected, actual }: Args): boolean {
  return actual === 'nothing' && list(expected).includes('map');
}

const EN: Readonly<Record<string, string>> = {
  map: 'a map (key: value)',
  list: 'a list',
  text: 'text',
  number: 'a number',
  truth: 'true or false',
  nothing: 'nothing',
  owner: 'the id of one team member',
  id: 'an id (letters, digits, - and _, beginning with a letter or digit)',
};
const ZH: Readonly<Record<string, string>> = {
  map: '映射（键: 值）',
  list: '列表',
  text: '文字',
  number: '数字',
  truth: 'true 或 false',
  nothing: '空',
  owner: '一位团队成员的 id',
  id: 'id（字母、数字、- 和 _，以字母或数字开头）',
};

const TRUTHS: Readonly<Record<string, string>> = { yes: 'true', on: 'true', 是: 'true', no: 'false', off: 'false', 否: 'false' };

/** `yes` where true is meant, and a number in quotes where a number is meant. */
function mend({ expected }: Args, at: Marked): Mending | undefined {
  const wanted = list(expected);
  const marked = at.text.slice(at.start, at.end);
  const bare = /^(["'])(.*)\1$/.exec(marked)?.[2] ?? marked;
  if (wanted.includes('truth')) {
    const truth = TRUTHS[bare.toLowerCase()] ?? (bare !== marked && /^(?:true|false)$/.test(bare) ? bare : undefined);
    return truth === undefined ? undefined : { isSafe: true, edits: [{ start: at.start, end: at.end, text: truth }] };
  }
  const isNumber = wanted.includes('number') && bare !== marked && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(bare);
  return isNumber ? { isSafe: true, edits: [{ start: at.start, end: at.end, text: bare }] } : undefined;
}
