import type { Language } from '../model/language.ts';

/** Headings of help, by what the command line library calls them. */
export const usageTitles: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  zh: { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' },
};

/** Mistakes on the command line, by the library's code; in English its own words stand. */
const MISTAKES: Readonly<Record<string, (name: string, near: string) => string>> = {
  'commander.unknownCommand': (name, near) => `没有 ${name} 这个命令。${near}`,
  'commander.unknownOption': (name, near) => `没有 ${name} 这个选项。${near}`,
  'commander.missingArgument': (name) => `缺少参数 ${name}。`,
  'commander.optionMissingArgument': (name) => `选项 ${name} 后面缺少值。`,
  'commander.excessArguments': () => '参数太多。',
};

/** A mistake on the command line as the person reads it: `message` is the library's. */
export function usageMistake(code: string, message: string, language: Language): string {
  const own = message.replace(/^error: /, '');
  const tell = language === 'zh' ? MISTAKES[code] : undefined;
  const near = /Did you mean (?:one of )?(.+)\?/.exec(own)?.[1];
  return tell?.(/'([^']*)'/.exec(own)?.[1] ?? '', near === undefined ? '' : `是否想用 ${near}？`) ?? own;
}
