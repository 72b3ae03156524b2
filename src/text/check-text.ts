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
  noBaseline(file: string): string;
  noBaselineHint(file: string): string;
  badBaseline(file: string, line: number): string;
  readonly badBaselineHint: string;
  hiddenByBaseline(count: number, oldest: number): string;
  goneFromBaseline(count: number, file: string): string;
  baselineWritten(file: string, count: number, fresh: number, gone: number): string;
  hiddenBySince(count: number, revision: string): string;
  readonly noRevision: Readonly<Record<'no-git' | 'no-repository' | 'no-revision', (revision: string) => string>>;
  readonly noRevisionHint: string;
  watching(folders: number): string;
  readonly stopped: string;
  badThreshold(text: string): string;
  readonly badThresholdHint: string;
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
  noBaseline: (file) => `There is no baseline ${file}.`,
  noBaselineHint: (file) => `Write one with what is known today: salesplan check --write-baseline ${file}`,
  badBaseline: (file, line) => `${file} is no baseline that can be read: see line ${line}.`,
  badBaselineHint: 'Each entry has rule, plan, at and since; --write-baseline writes the file anew once it is gone.',
  hiddenByBaseline: (count, oldest) => `${counted(count, 'known finding')} hidden by the baseline (oldest: ${counted(oldest, 'day')}).`,
  goneFromBaseline: (count, file) =>
    `${count} ${count === 1 ? 'entry' : 'entries'} of the baseline occur no more; --write-baseline ${file} takes them out.`,
  baselineWritten: (file, count, fresh, gone) =>
    `Wrote ${file}: ${count} ${count === 1 ? 'entry' : 'entries'}, ${fresh} new, ${gone} gone.`,
  hiddenBySince: (count, revision) => `${counted(count, 'finding')} of before ${revision} not shown.`,
  noRevision: {
    'no-git': () => 'git is not installed here; --since needs it.',
    'no-repository': () => 'The plan is in no git repository; --since needs one.',
    'no-revision': (revision) => `git knows no revision ${revision}.`,
  },
  noRevisionHint: 'Name a branch, a tag or a commit: salesplan check --since origin/main',
  watching: (folders) => `Watching ${counted(folders, 'folder')}; Ctrl+C ends.`,
  stopped: 'Stopped.',
  badThreshold: (text) => `${text} moves no limit.`,
  badThresholdHint: 'Write --threshold span=10, stale_research="6 months" or list_off_method=15%. The limits:',
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
  noBaseline: (file) => `没有基线文件 ${file}。`,
  noBaselineHint: (file) => `可把目前已知的问题写成基线：salesplan check --write-baseline ${file}`,
  badBaseline: (file, line) => `${file} 不是可以读取的基线：见第 ${line} 行。`,
  badBaselineHint: '每一条都有 rule、plan、at、since；删掉文件后可用 --write-baseline 重新写出。',
  hiddenByBaseline: (count, oldest) => `基线隐藏了 ${count} 个已知问题（最早的在 ${oldest} 天前）。`,
  goneFromBaseline: (count, file) => `基线中有 ${count} 条已不再出现；用 --write-baseline ${file} 去掉。`,
  baselineWritten: (file, count, fresh, gone) => `已写入 ${file}：共 ${count} 条，新增 ${fresh} 条，去掉 ${gone} 条。`,
  hiddenBySince: (count, revision) => `${revision} 之前就有的 ${count} 个问题未显示。`,
  noRevision: {
    'no-git': () => '这里没有安装 git；--since 需要 git。',
    'no-repository': () => '计划不在 git 仓库中；--since 需要仓库。',
    'no-revision': (revision) => `git 中没有版本 ${revision}。`,
  },
  noRevisionHint: '请写分支、标签或提交：salesplan check --since origin/main',
  watching: (folders) => `正在监视 ${folders} 个文件夹；按 Ctrl+C 结束。`,
  stopped: '已停止。',
  badThreshold: (text) => `${text} 不是阈值设置。`,
  badThresholdHint: '请写成 --threshold span=10、stale_research="6 months" 或 list_off_method=15%。可用的阈值：',
};

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export const checkText: Readonly<Record<Language, CheckText>> = { en, zh };
