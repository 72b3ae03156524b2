import type { Language } from '../model/language.ts';

interface EnterText {
  noHandSource: string;
  readonly noHandSourceHint: string;
  whichSource: string;
  notByHand(id: string): string;
  unknownMetric(id: string): string;
  unknownId(field: string, id: string): string;
  badValue(text: string): string;
  badValueHint(unit: string): string;
  otherCurrency(code: string): string;
  futureDay(day: string): string;
  /** The value is kept, but counts for no goal of this plan. */
  outsidePeriod(day: string, start: string, end: string): string;
  noColumn(file: string, field: string): string;
  noColumnHint(field: string): string;
  unreadable(file: string, line: number): string;
  notUtf8(file: string): string;
  duplicate(file: string, line: number, value: string): string;
  readonly duplicateHint: string;
  busy(file: string): string;
  added(place: string, what: string): string;
  replaced(place: string, what: string, before: string): string;
  readonly skipped: string;
  readonly ask: Readonly<
    Record<'metric' | 'date' | 'value' | 'segment' | 'owner' | 'product' | 'channel' | 'note' | 'none' | 'duplicate', string>
  >;
  readonly choices: Readonly<Record<'replace' | 'add' | 'skip', string>>;
  badDuplicate(text: string): string;
}

const en: EnterText = {
  noHandSource: 'The plan has no file for values by hand.',
  noHandSourceHint: 'Add one to actuals: by-hand: {from: actuals.csv}',
  whichSource: 'Several sources take values by hand; name one with --source.',
  notByHand: (id) => `The source ${id} is not a single CSV file of values by hand.`,
  unknownMetric: (id) => `The plan has no metric ${id}.`,
  unknownId: (field, id) => `The plan has no ${field} ${id}.`,
  badValue: (text) => `${text} is no value.`,
  badValueHint: (unit) => (unit === 'percent' ? 'Write a percent as 36.5% or 36.5.' : 'Write a number as 12000, 1.2M or 120万.'),
  otherCurrency: (code) => `Values by hand are in the plan's currency, not in ${code}.`,
  outsidePeriod: (day, start, end) => `${day} is outside of the plan's period (${start} to ${end}): it counts as history only.`,
  futureDay: (day) => `${day} is still to come; an actual is what has happened.`,
  noColumn: (file, field) => `${file} has no column for ${field}.`,
  noColumnHint: (field) => `Add ${field} to its first line, or leave the option out.`,
  unreadable: (file, line) => `${file} breaks off inside a quoted cell at line ${line}; nothing was written.`,
  notUtf8: (file) => `${file} is not UTF-8; save it as UTF-8 first. Nothing was written.`,
  duplicate: (file, line, value) => `${file}:${line} already holds ${value} for the same metric, day and place; nothing was written.`,
  duplicateHint: 'Say what to do with --duplicate replace, add or skip.',
  busy: (file) => `Another program is writing ${file}; try again.`,
  added: (place, what) => `${place}: added ${what}.`,
  replaced: (place, what, before) => `${place}: ${before} became ${what}.`,
  skipped: 'Nothing was changed.',
  ask: {
    metric: 'Which metric',
    date: 'On which day',
    value: 'What value',
    segment: 'Which segment',
    owner: 'Who',
    product: 'Which product',
    channel: 'Which channel',
    note: 'Note (may be empty)',
    none: '– not given',
    duplicate: 'There is a value already',
  },
  choices: { replace: 'replace it', add: 'add one more', skip: 'leave it' },
  badDuplicate: (text) => `--duplicate takes replace, add or skip, not ${text}.`,
};

const FIELDS_ZH: Readonly<Record<string, string>> = { segment: '细分市场', owner: '团队成员', product: '产品', channel: '渠道' };

const zh: EnterText = {
  noHandSource: '计划中没有手工录入的文件。',
  noHandSourceHint: '请在 actuals 中添加：by-hand: {from: actuals.csv}',
  whichSource: '有多个手工录入的来源，请用 --source 指定一个。',
  notByHand: (id) => `来源 ${id} 不是单个手工录入的 CSV 文件。`,
  unknownMetric: (id) => `计划中没有指标 ${id}。`,
  unknownId: (field, id) => `计划中没有${FIELDS_ZH[field] ?? field} ${id}。`,
  badValue: (text) => `${text} 不是数值。`,
  badValueHint: (unit) => (unit === 'percent' ? '百分比写作 36.5% 或 36.5。' : '数值写作 12000、1.2M 或 120万。'),
  otherCurrency: (code) => `手工录入使用计划的币种，不能用 ${code}。`,
  outsidePeriod: (day, start, end) => `${day} 不在计划期间（${start} 至 ${end}）内：只作为历史数据。`,
  futureDay: (day) => `${day} 还没到；实绩是已经发生的事。`,
  noColumn: (file, field) => `${file} 没有 ${field} 这一列。`,
  noColumnHint: (field) => `请在第一行加上 ${field}，或去掉这个选项。`,
  unreadable: (file, line) => `${file} 第 ${line} 行的引号没有结束；没有写入任何内容。`,
  notUtf8: (file) => `${file} 不是 UTF-8，请先另存为 UTF-8。没有写入任何内容。`,
  duplicate: (file, line, value) => `${file}:${line} 在同一指标、日期和归属上已有 ${value}；没有写入任何内容。`,
  duplicateHint: '请用 --duplicate replace（替换）、add（再加一行）或 skip（不变）说明怎么办。',
  busy: (file) => `另一个程序正在写 ${file}，请重试。`,
  added: (place, what) => `${place}：已添加 ${what}。`,
  replaced: (place, what, before) => `${place}：${before} 改为 ${what}。`,
  skipped: '没有改动。',
  ask: {
    metric: '哪个指标',
    date: '哪一天',
    value: '数值',
    segment: '哪个细分市场',
    owner: '谁',
    product: '哪个产品',
    channel: '哪个渠道',
    note: '备注（可为空）',
    none: '– 不填',
    duplicate: '已经有一个数值',
  },
  choices: { replace: '替换', add: '再加一行', skip: '不变' },
  badDuplicate: (text) => `--duplicate 只能是 replace、add 或 skip，不能是 ${text}。`,
};

export const enterText: Readonly<Record<Language, EnterText>> = { en, zh };
