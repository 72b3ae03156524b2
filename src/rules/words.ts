import type { Duration } from '../model/duration.ts';
import type { Args } from '../model/finding.ts';
import { compare, type Fraction, toDecimal } from '../model/fraction.ts';
import type { Language } from '../model/language.ts';
import type { Metric } from '../model/metric.ts';
import type { Words } from './rule.ts';

/** A value of a problem as text; `?` where a stage left it out. */
export function told(value: Args[string]): string {
  if (value === undefined) return '?';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** A number with its thousands grouped, without zeros that say nothing: `12000000.00` is `12,000,000`. Other text as it is. */
export function figure(value: Args[string]): string {
  const text = told(value).replace(/^(-?\d+)\.0+$/, '$1');
  return /^-?\d+(\.\d+)?$/.test(text) ? text.replace(/\d(?=(\d{3})+(?!\d))(?<!\.\d*)/g, '$&,') : text;
}

const THOUSAND: Fraction = { n: 1000n, d: 1n };

/** A value of a metric for `figure`: money without its cents where there are thousands of it. */
export function amountText(value: Fraction, { unit, decimals }: Pick<Metric, 'unit' | 'decimals'>): string {
  const isLarge = compare(value.n < 0n ? { n: -value.n, d: value.d } : value, THOUSAND) >= 0;
  return toDecimal(value, unit === 'money' && isLarge ? 0 : decimals);
}

/** Text from the file in the quotes of the language, cut where it is long. */
export function quoted(value: Args[string], language: Language): string {
  const text = told(value);
  const short = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return language === 'zh' ? `「${short}」` : `"${short}"`;
}

/** «Did you mean …?» with what else there is, for a name that is none. */
export function suggestion(args: Args, language: Language, fallback: string): string {
  const near = args.nearest ?? args.like;
  if (near !== undefined) {
    return language === 'zh' ? `是否想写${quoted(near, 'zh')}？` : `Did you mean ${quoted(near, 'en')}?`;
  }
  const known = Array.isArray(args.known) ? args.known : Array.isArray(args.allowed) ? args.allowed : [];
  if (known.length === 0) return fallback;
  const shown = known.slice(0, 12).join(language === 'zh' ? '、' : ', ') + (known.length > 12 ? ' …' : '');
  return language === 'zh' ? `可用的有：${shown}。` : `There are: ${shown}.`;
}

const KINDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  member: { en: 'team member', zh: '团队成员' },
  role: { en: 'role', zh: '角色' },
  segment: { en: 'segment', zh: '细分市场' },
  product: { en: 'product', zh: '产品' },
  price: { en: 'price', zh: '价格' },
  channel: { en: 'channel', zh: '渠道' },
  promotion: { en: 'promotion', zh: '促销' },
  theme: { en: 'theme', zh: '战略主题' },
  goal: { en: 'goal', zh: '目标' },
  metric: { en: 'metric', zh: '指标' },
  stage: { en: 'stage', zh: '销售阶段' },
  action: { en: 'action', zh: '行动' },
  measure: { en: 'measure', zh: '改进措施' },
  assumption: { en: 'assumption', zh: '假设' },
  research: { en: 'research', zh: '市场调研' },
  training: { en: 'training', zh: '培训' },
  bucket: { en: 'time bucket', zh: '时间段' },
  dimension: { en: 'dimension', zh: '维度' },
  pin: { en: 'subgoal for this pin', zh: '与此固定值对应的子目标' },
  column: { en: 'column', zh: '列' },
  label: { en: 'label', zh: '标签' },
  rule: { en: 'rule', zh: '规则' },
  threshold: { en: 'threshold', zh: '阈值' },
};

/** What people call a kind of entity; an unknown kind is shown as it is. */
export function kindName(kind: Args[string], language: Language): string {
  const text = told(kind);
  return Object.hasOwn(KINDS, text) ? (KINDS[text]?.[language] ?? text) : text;
}

/** A list argument as a list; a single value as a list of one. */
export function list(value: Args[string]): readonly string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [String(value)];
}

const SHOWN_TERMS = 6;

/** `east 7,000,000 + south 6,000,000`: the summands of a problem, from two lists of its arguments. */
export function addition(terms: Args[string], values: Args[string]): string {
  const [names, numbers] = [list(terms), list(values)];
  const shown = names.slice(0, SHOWN_TERMS).map((name, index) => `${name} ${figure(numbers[index])}`);
  return [...shown, ...(names.length > SHOWN_TERMS ? [`… (${names.length})`] : [])].join(' + ');
}

/** The smallest changes that would resolve a conflict of sums; `what` is the kind of number that gives way first. */
export function resolution(args: Args, language: Language, what: string, otherwise: string): string {
  const isZh = language === 'zh';
  const move = (kind: string, name: Args[string], from: Args[string], to: Args[string]) =>
    isZh
      ? `${quoted(name, 'zh')}的${kind}从 ${figure(from)} 改为 ${figure(to)}`
      : `${kind} of ${quoted(name, 'en')} from ${figure(from)} to ${figure(to)}`;
  const ways = [
    ...(args.change === undefined ? [] : [move(what, args.change, args.changeFrom, args.changeTo)]),
    ...(args.partOf === undefined ? [] : [isZh ? `降低固定值 ${figure(args.partOf)}` : `a lower pin than ${figure(args.partOf)}`]),
    ...(args.pinChange === undefined ? [] : [move(isZh ? '固定值' : 'the pin', args.pinChange, args.pinFrom, args.pinTo)]),
    ...(args.raiseTo === undefined ? [] : [move(isZh ? '目标' : 'the target', args.node, args.raiseFrom, args.raiseTo)]),
  ];
  if (ways.length === 0) return isZh ? `最小的改动：${otherwise}。` : `Smallest change: ${otherwise}.`;
  return isZh ? `最小的改动：${ways.join('，或')}。` : `Smallest change: ${ways.join(', or ')}.`;
}

const SPANS_ZH: Readonly<Record<string, string>> = {
  hours: '小时',
  days: '天',
  workdays: '个工作日',
  weeks: '周',
  months: '个月',
  quarters: '个季度',
  years: '年',
};

/** A duration as people say it: `12 months`, `12 个月`. */
export function spanName({ count, unit }: Duration, language: Language): string {
  return language === 'zh' ? `${count} ${SPANS_ZH[unit]}` : `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

/** `1 row`, `12 rows`; what stands for a number that is not known as it is. */
export function countedIn(count: Args[string], noun: string): string {
  return `${told(count)} ${noun}${told(count) === '1' ? '' : 's'}`;
}

/** What to do about rows that match none of a kind of place: where a `match` looks at a column that the file does not have, that. */
export function matchHelp(args: Args, language: Language, kind: string): string {
  const isZh = language === 'zh';
  const home = kindName(kind, language);
  const partner = joinedHelp(args, language);
  if (partner !== undefined) return partner;
  if (args.column === undefined) return isZh ? `请放宽某个${home}的 match，或新增一个。` : `Widen the match of a ${home}, or add one.`;
  const near = args.nearest === undefined ? '' : ` ${suggestion(args, language, '')}`;
  if (isZh) return `${home}${quoted(args.of, 'zh')}的 match 用到的列${quoted(args.column, 'zh')}，文件里没有。${near.trim()}`;
  return `The match of the ${home} ${quoted(args.of, 'en')} looks at a column ${quoted(args.column, 'en')}, which the file does not have.${near}`;
}

/** What to do about rows that a joined file says nothing of; undefined where there is another cause. */
export function joinedHelp({ joined, key }: Args, language: Language): string | undefined {
  if (joined === undefined) return undefined;
  const isNamed = key !== undefined && key !== '';
  if (language === 'zh') return `关联的文件${quoted(joined, 'zh')}中没有它们的键${isNamed ? `，例如${quoted(key, 'zh')}` : ''}：请补上。`;
  return `The joined file ${quoted(joined, 'en')} has no row for their key${isNamed ? `, such as ${quoted(key, 'en')}` : ''}: add it there.`;
}

/** Of a label that several things of a kind are called; undefined for one that nothing is called. */
export function severalWords({ label, several, rows }: Args, language: Language, field: string): Words | undefined {
  if (several === undefined) return undefined;
  const ids = list(several);
  const count = rows === undefined ? '' : language === 'zh' ? `（${told(rows)} 行）` : ` (${countedIn(rows, 'row')})`;
  const values = `values: {${field}: {${told(label)}: ${ids[0] ?? ''}}}`;
  if (language === 'zh')
    return { message: `${quoted(label, 'zh')}可能是 ${ids.join('、')}${count}。`, help: `请改用不同的名称或别名，或写明：${values}。` };
  return {
    message: `${quoted(label, 'en')} may be ${ids.join(' or ')}${count}.`,
    help: `Give them other names or aliases, or say which: ${values}.`,
  };
}
