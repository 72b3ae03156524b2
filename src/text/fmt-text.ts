import type { Language } from '../model/language.ts';

export interface FmtText {
  formatted(file: string): string;
  unformatted(file: string): string;
  done(changed: number, files: number): string;
  checked(unformatted: number, files: number): string;
  unreadable(file: string): string;
  readonly unreadableHint: string;
}

const en: FmtText = {
  formatted: (file) => `Formatted ${file}.`,
  unformatted: (file) => `${file} is not formatted.`,
  done: (changed, files) => (changed === 0 ? `${counted(files)}: nothing to format.` : `${changed} of ${counted(files)} formatted.`),
  checked: (unformatted, files) =>
    unformatted === 0
      ? `${counted(files)}: all formatted.`
      : `${unformatted} of ${counted(files)} not formatted; salesplan fmt formats them.`,
  unreadable: (file) => `${file} was left alone: it can not be read as YAML, or not be formatted without changing what it says.`,
  unreadableHint: 'salesplan check tells what is wrong with it.',
};

const zh: FmtText = {
  formatted: (file) => `已整理 ${file}。`,
  unformatted: (file) => `${file} 未整理。`,
  done: (changed, files) => (changed === 0 ? `${files} 个文件：无需整理。` : `${files} 个文件中整理了 ${changed} 个。`),
  checked: (unformatted, files) =>
    unformatted === 0 ? `${files} 个文件：都已整理。` : `${files} 个文件中有 ${unformatted} 个未整理；用 salesplan fmt 整理。`,
  unreadable: (file) => `${file} 未动：它不是有效的 YAML，或者整理后内容会改变。`,
  unreadableHint: '用 salesplan check 查看问题。',
};

function counted(files: number): string {
  return `${files} ${files === 1 ? 'file' : 'files'}`;
}

export const fmtText: Readonly<Record<Language, FmtText>> = { en, zh };
