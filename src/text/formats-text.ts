import type { Language } from '../model/language.ts';

interface FormatsText {
  leftOut(columns: readonly string[]): string;
  moreRows(count: number): string;
  readonly empty: string;
}

const en: FormatsText = {
  leftOut: (columns) => `not shown for want of width: ${columns.join(', ')}`,
  moreRows: (count) => `… ${count} more rows; --format csv has them all`,
  empty: 'nothing',
};

const zh: FormatsText = {
  leftOut: (columns) => `因宽度不足未显示：${columns.join('、')}`,
  moreRows: (count) => `…… 还有 ${count} 行；--format csv 可得全部`,
  empty: '无',
};

export const formatsText: Readonly<Record<Language, FormatsText>> = { en, zh };
