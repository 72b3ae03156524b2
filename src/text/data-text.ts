import type { Exclusion } from '../model/fact.ts';
import type { Language } from '../model/language.ts';

/** How many findings there are on the data, and where they are shown. */
export const dataFindingsText: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) =>
    `${count} ${count === 1 ? 'finding' : 'findings'} on the data; salesplan actual status shows ${count === 1 ? 'it' : 'them'}.`,
  zh: (count) => `数据有 ${count} 个问题；salesplan actual status 可查看。`,
};

/** Why rows were left out; `open` where the preset, not the plan, says which rows count. */
export const exclusionText: Readonly<Record<Language, Readonly<Record<Exclusion | 'open', string>>>> = {
  en: {
    where: 'not counted by where',
    open: 'not won yet',
    lost: 'deals that were lost',
    voided: 'voided or deleted',
    duplicate: 'other versions of a record',
    footer: 'words below the rows',
    total: 'sums of other rows',
  },
  zh: {
    where: '不符合 where',
    open: '尚未成交',
    lost: '输单',
    voided: '作废或已删除',
    duplicate: '同一记录的其他版本',
    footer: '表尾说明',
    total: '合计行',
  },
};

/** Headers that nothing is bound to. */
export const unboundText: Readonly<Record<Language, (source: string, columns: string) => string>> = {
  en: (source, columns) => `Columns of ${source} that nothing is read from: ${columns}.`,
  zh: (source, columns) => `${source} 中未使用的列：${columns}。`,
};
