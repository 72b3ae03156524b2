import type { Language } from '../model/language.ts';

/** How many findings there are on the data, and where they are shown. */
export const dataFindingsText: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) =>
    `${count} ${count === 1 ? 'finding' : 'findings'} on the data; salesplan actual status shows ${count === 1 ? 'it' : 'them'}.`,
  zh: (count) => `数据有 ${count} 个问题；salesplan actual status 可查看。`,
};
