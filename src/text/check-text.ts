import type { Language } from '../model/language.ts';

/** What `check` says beside the findings. */
export interface CheckText {
  mended(findings: number, files: readonly string[]): string;
  wouldMend(findings: number, files: readonly string[]): string;
  readonly nothingToMend: string;
  readonly noFixOfStdin: string;
  readonly noFixOfStdinHint: string;
  notBoth(one: string, other: string): string;
  noneMatches(pattern: string): string;
  readonly noneMatchesHint: string;
}

const en: CheckText = {
  mended: (findings, files) => `Mended ${counted(findings, 'finding')} in ${files.join(', ')}.`,
  wouldMend: (findings, files) =>
    `--fix would mend ${counted(findings, 'finding')} in ${files.join(', ')}; the findings below stand in the files as they are.`,
  nothingToMend: 'There is nothing that --fix could mend.',
  noFixOfStdin: 'A plan from standard input can not be written back.',
  noFixOfStdinHint: 'Name the file, or see the changes with --fix-dry-run.',
  notBoth: (one, other) => `${one} and ${other} do not go together.`,
  noneMatches: (pattern) => `No plan matches ${pattern}.`,
  noneMatchesHint: "A pattern names the plans' files: salesplan check 'plans/*/salesplan.yaml'",
};

const zh: CheckText = {
  mended: (findings, files) => `已在 ${files.join('、')} 中修正 ${findings} 个问题。`,
  wouldMend: (findings, files) => `--fix 会在 ${files.join('、')} 中修正 ${findings} 个问题；下面列出的是文件现状中的问题。`,
  nothingToMend: '没有 --fix 可以修正的问题。',
  noFixOfStdin: '来自标准输入的计划无法写回。',
  noFixOfStdinHint: '请指明文件，或用 --fix-dry-run 查看改动。',
  notBoth: (one, other) => `${one} 与 ${other} 不能一起用。`,
  noneMatches: (pattern) => `没有与 ${pattern} 相符的计划。`,
  noneMatchesHint: "模式要写到计划文件：salesplan check 'plans/*/salesplan.yaml'",
};

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export const checkText: Readonly<Record<Language, CheckText>> = { en, zh };
