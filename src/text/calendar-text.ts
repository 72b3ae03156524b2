import type { Language } from '../model/language.ts';

interface CalendarText {
  title(place: string, year: number): string;
  readonly authorities: Readonly<Record<'official' | 'by-rule' | 'estimated', string>>;
  /** The comment in the plan. */
  comment(place: string, year: number, source: string, authority: string): string;
  estimated(name: string): string;
  source(source: string, authority: string): string;
  readonly days: string;
  readonly name: string;
  readonly kind: string;
  readonly holiday: string;
  readonly worked: string;
  kept(count: number): string;
  workingDays(before: number, after: number): string;
  dry(file: string): string;
  written(file: string, days: number): string;
  readonly nothing: string;
  unwritable(file: string): string;
  badYear(text: string): string;
  readonly badYearHint: string;
  unknownPlace(place: string): string;
  outsidePeriod(year: number): string;
}

const en: CalendarText = {
  title: (place, year) => `Holidays of ${place} in ${year}`,
  authorities: {
    official: 'official, as the government announced them',
    'by-rule': 'by the rules of law, not an official list',
    estimated: 'ESTIMATED: not announced yet, replace them when they are',
  },
  comment: (place, year, source, authority) => `${place} ${year}: ${authority} (${source})`,
  estimated: (name) => `${name} (estimated)`,
  source: (source, authority) => `From ${source}: ${authority}.`,
  days: 'Days',
  name: 'Name',
  kind: 'Kind',
  holiday: 'free',
  worked: 'worked',
  kept: (count) => `${count} ${count === 1 ? 'day is' : 'days are'} in the plan already and ${count === 1 ? 'stays' : 'stay'} as it says.`,
  workingDays: (before, after) => `Working days of the year: ${before} before, ${after} with them.`,
  dry: (file) => `This was a dry run. With --write the dates are added to ${file}, once; nothing is looked up later.`,
  written: (file, days) => `Wrote ${file}: ${days} ${days === 1 ? 'day' : 'days'} added.`,
  nothing: 'The plan has all of them already.',
  unwritable: (file) => `The calendar in ${file} can't be added to as it is laid out; nothing was changed.`,
  badYear: (text) => `${text} is no year.`,
  badYearHint: 'Write it as 2026.',
  unknownPlace: (place) => `There are no holidays for ${place}.`,
  outsidePeriod: (year) => `The plan's period has no day in ${year}.`,
};

const zh: CalendarText = {
  title: (place, year) => `${place} ${year} 年的节假日`,
  authorities: {
    official: '官方公布',
    'by-rule': '按法律规则推算，不是官方公布的名单',
    estimated: '预估：尚未公布，公布后请替换',
  },
  comment: (place, year, source, authority) => `${place} ${year}：${authority}（${source}）`,
  estimated: (name) => `${name}（预估）`,
  source: (source, authority) => `来源：${source}；${authority}。`,
  days: '日期',
  name: '名称',
  kind: '类型',
  holiday: '休',
  worked: '班',
  kept: (count) => `计划中已有 ${count} 天，保持不变。`,
  workingDays: (before, after) => `全年工作日：原 ${before} 天，加入后 ${after} 天。`,
  dry: (file) => `这是试算。加上 --write 会把日期一次性写入 ${file}，以后不再查询。`,
  written: (file, days) => `已写入 ${file}：新增 ${days} 天。`,
  nothing: '计划中已全部包含。',
  unwritable: (file) => `${file} 中的 calendar 无法在现有排版中添加，没有做任何修改。`,
  badYear: (text) => `${text} 不是年份。`,
  badYearHint: '请写成 2026。',
  unknownPlace: (place) => `没有 ${place} 的节假日。`,
  outsidePeriod: (year) => `计划期内没有 ${year} 年的日子。`,
};

export const calendarText: Readonly<Record<Language, CalendarText>> = { en, zh };
