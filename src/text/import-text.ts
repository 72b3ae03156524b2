import type { Language } from '../model/language.ts';

interface ImportText {
  title(file: string, target: string): string;
  readonly rows: string;
  readonly months: string;
  readonly columns: Readonly<Record<'what' | 'before' | 'after' | 'change' | 'metric' | 'month', string>>;
  readonly nothing: string;
  same(count: number): string;
  readonly noneUsed: string;
  readonly noneUsedHint: string;
  dry(target: string, isReplaced: boolean): string;
  noFile(file: string): string;
  readonly noFileHint: string;
  notAFile(file: string): string;
  noSource: string;
  readonly noSourceHint: string;
  readonly whichSource: string;
  notAFileSource(id: string): string;
  doesNotFit(target: string, patterns: readonly string[]): string;
  readonly doesNotFitHint: string;
  isTheSame(file: string): string;
}

const en: ImportText = {
  title: (file, target) => `${file} as ${target}`,
  rows: 'Rows',
  months: 'What changes',
  columns: { what: 'Rows', before: 'Before', after: 'After', change: 'Change', metric: 'Metric', month: 'Month' },
  nothing: 'No number changes.',
  same: (count) => (count === 1 ? '1 month stays as it is.' : `${count} months stay as they are.`),
  noneUsed: 'None of its rows can be used; nothing was written.',
  noneUsedHint: 'Name the columns under columns: of the source, or a preset.',
  dry: (target, isReplaced) =>
    `Nothing is written yet: --write puts it in place as ${target}${isReplaced ? ', instead of the file there' : ''}.`,
  noFile: (file) => `There is no file ${file}.`,
  noFileHint: 'Check the spelling of its path.',
  notAFile: (file) => `${file} is a folder; name one file.`,
  noSource: 'The plan has no source of files to import into.',
  noSourceHint: 'Add one to actuals: orders: {from: orders/*.csv}',
  whichSource: 'Say into which source with --source.',
  notAFileSource: (id) => `There is no source ${id} of files.`,
  doesNotFit: (target, patterns) => `${target} would not be read: the source takes ${patterns.join(', ')}.`,
  doesNotFitHint: 'Rename the file so that it fits, or change from.',
  isTheSame: (file) => `${file} is the file that the source reads already.`,
};

const zh: ImportText = {
  title: (file, target) => `${file} 导入为 ${target}`,
  rows: '行数',
  months: '会改变什么',
  columns: { what: '行', before: '之前', after: '之后', change: '变化', metric: '指标', month: '月份' },
  nothing: '没有数字改变。',
  same: (count) => `${count} 个月不变。`,
  noneUsed: '其中没有一行可用；没有写入任何内容。',
  noneUsedHint: '请在来源的 columns 中写明列名，或指定 preset。',
  dry: (target, isReplaced) => `还没有写入：加 --write 放到 ${target}${isReplaced ? '，替换那里的文件' : ''}。`,
  noFile: (file) => `没有文件 ${file}。`,
  noFileHint: '请检查路径。',
  notAFile: (file) => `${file} 是文件夹，请指定一个文件。`,
  noSource: '计划中没有可以导入文件的来源。',
  noSourceHint: '请在 actuals 中添加：orders: {from: orders/*.csv}',
  whichSource: '请用 --source 指定导入到哪个来源。',
  notAFileSource: (id) => `没有来自文件的来源 ${id}。`,
  doesNotFit: (target, patterns) => `${target} 不会被读取：来源只取 ${patterns.join('、')}。`,
  doesNotFitHint: '请给文件改一个符合的名字，或修改 from。',
  isTheSame: (file) => `${file} 就是来源已在读取的文件。`,
};

export const importText: Readonly<Record<Language, ImportText>> = { en, zh };
