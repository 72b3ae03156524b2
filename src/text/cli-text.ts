import type { Language } from '../model/language.ts';

/** What stands in the way of writing a file. */
export type WriteFault = 'full' | 'read-only' | 'denied' | 'no-folder' | 'is-folder' | 'too-long' | 'busy' | 'other';

export interface CliText {
  readonly about: string;
  readonly seeHelp: string;
  readonly exitCodes: string;
  readonly examples: string;
  readonly actual: string;
  readonly groups: Readonly<Record<'start' | 'check' | 'hand-down' | 'actuals' | 'follow-up' | 'help', string>>;
  readonly options: Readonly<
    Record<'version' | 'help' | 'format' | 'allowOutside' | 'lang' | 'asOf' | 'color' | 'noColor' | 'quiet' | 'verbose' | 'output', string>
  >;
  readonly error: string;
  noPlanHere(cwd: string): string;
  readonly noPlanHint: string;
  noFile(path: string): string;
  readonly noFileHint: string;
  folderWithoutPlan(path: string): string;
  notAPlan(path: string): string;
  cannotRead(path: string): string;
  readonly cannotReadHint: string;
  unknownFormat(name: string): string;
  choose(names: readonly string[]): string;
  badDate(text: string): string;
  readonly badDateHint: string;
  unknownGoal(id: string): string;
  goals(ids: readonly string[]): string;
  didYouMean(names: readonly string[]): string;
  noGoals: string;
  planHasErrors(command: string): string;
  cannotWrite(path: string, why: string): string;
  /** By what stands in the way of a file. */
  readonly writeFaults: Readonly<Record<WriteFault, string>>;
  outputIsFolder(path: string): string;
  readonly outputIsFolderHint: string;
  unknownTimezone(zone: string): string;
  readonly bug: string;
  readonly bugHint: string;
  readonly stopped: string;
  unknownRule(id: string): string;
  readonly unknownRuleHint: string;
  unknownSchema(name: string): string;
  unknownTemplate(name: string): string;
  folderNotEmpty(path: string): string;
  readonly folderNotEmptyHint: string;
  written(path: string): string;
  needsOutput(format: string): string;
  badWeek(text: string): string;
  oneWindow: string;
  backwards(from: string, to: string): string;
  twoPeriods(name: string): string;
  ownPeriod(name: string, start: string, end: string): string;
  dataFindings(count: number): string;
  needsAnswer(option: string): string;
  ask: Readonly<Record<'ci' | 'hook', string>>;
  tooManyOperands(text: string): string;
  badRuleSetting(text: string): string;
  readonly badRuleSettingHint: string;
  unknownSeverity(text: string): string;
  notACount(text: string): string;
  unknownMember(id: string): string;
  readonly noNode: string;
  unknownNode(id: string): string;
  unknownDimension(name: string): string;
  unknownCarry(name: string): string;
  subgoalsWritten(file: string, rows: number): string;
}

const en: CliText = {
  about: 'Sales plans as code: check a plan, hand its goals down to owners and deadlines, see every week how far it is.',
  seeHelp: 'See salesplan --help.',
  exitCodes:
    'Exit status: 0 all is well; 1 findings; 2 misuse or unreadable input; 3 the world or the program failed.\nsalesplan COMMAND --help shows a command with examples.\n',
  examples: 'Examples',
  actual: 'record, bring in and reconcile actuals',
  groups: {
    start: 'Start',
    check: 'Check',
    'hand-down': 'Hand down',
    actuals: 'Actuals',
    'follow-up': 'Follow up',
    help: 'Help for people and editors',
  },
  options: {
    version: 'print the version',
    help: 'show help',
    format: 'how to print',
    lang: 'en or zh; default: the language of the plan',
    allowOutside: 'read data outside of the folder of the plan',
    asOf: 'the day to look from (2026-03-31); default: today in the time zone of the plan',
    color: 'colours even where the output is no terminal',
    noColor: 'no colours',
    quiet: 'say only what matters',
    verbose: 'say more',
    output: 'write to a file instead of the terminal',
  },
  error: 'error',
  noPlanHere: (cwd) => `There is no salesplan.yaml in ${cwd} or above it.`,
  noPlanHint: 'Name the plan (salesplan check path/to/plan), or start one with: salesplan init',
  noFile: (path) => `There is no file or folder ${path}.`,
  noFileHint: 'Check the spelling; a plan is a file salesplan.yaml or the folder that holds it.',
  folderWithoutPlan: (path) => `The folder ${path} holds no salesplan.yaml.`,
  notAPlan: (path) => `${path} is neither a file nor a folder that can be read as a plan.`,
  cannotRead: (path) => `${path} can't be read.`,
  cannotReadHint: 'Look at its permissions.',
  unknownFormat: (name) => `There is no format ${name} here.`,
  choose: (names) => `Choose one of: ${names.join(', ')}`,
  badDate: (text) => `${text} is no day of the calendar.`,
  badDateHint: 'Write a day as 2026-03-31.',
  unknownGoal: (id) => `The plan has no goal ${id}.`,
  goals: (ids) => `Its goals: ${ids.join(', ')}`,
  didYouMean: (names) => `Did you mean ${names.join(' or ')}?`,
  noGoals: 'The plan has no goal yet.',
  planHasErrors: (command) => `The plan has errors; salesplan ${command} needs a sound one. Mend them and run it again.`,
  writeFaults: {
    full: 'no space is left on the disk',
    'read-only': 'the disk can only be read',
    denied: 'writing is not allowed there',
    'no-folder': 'there is no such folder, and none can be made',
    'is-folder': 'a folder stands there',
    'too-long': 'the name is too long',
    busy: 'another program has it open',
    other: 'the system refuses it',
  },
  cannotWrite: (path, why) => `${path} can't be written: ${why}.`,
  outputIsFolder: (path) => `${path} is a folder: --output names a file.`,
  outputIsFolderHint: 'Add a file name to it.',
  unknownTimezone: (zone) => `There is no time zone ${zone}.`,
  bug: 'salesplan failed; this is a fault in the program.',
  bugHint: 'Run it again with --verbose and report what it prints.',
  stopped: 'Stopped.',
  unknownRule: (id) => `There is no rule ${id}.`,
  unknownRuleHint: 'salesplan explain lists all rules.',
  unknownSchema: (name) => `There is no schema ${name}.`,
  unknownTemplate: (name) => `There is no template ${name}.`,
  folderNotEmpty: (path) => `${path} already holds a plan or other files.`,
  folderNotEmptyHint: 'Name an empty or new folder: salesplan init my-plan',
  written: (path) => `Wrote ${path}.`,
  needsOutput: (format) => `${format} is not for a terminal: say with --output where it goes.`,
  badWeek: (text) => `${text} names no week, month or quarter.`,
  oneWindow: 'Give one of --week, --month, --quarter, or --from with --to.',
  backwards: (from, to) => `The first day, ${from}, is after the last, ${to}.`,
  twoPeriods: (name) => `${name} can be meant of calendar years or of the plan's own years, which don't start on 1 January.`,
  ownPeriod: (name, start, end) => `For the plan's years write ${name} (${start} to ${end}); for other days give --from and --to.`,
  dataFindings: (count) =>
    `${count} ${count === 1 ? 'finding' : 'findings'} on the data; salesplan actual status shows ${count === 1 ? 'it' : 'them'}.`,
  needsAnswer: (option) => `There is nobody to ask here: give ${option}.`,
  ask: {
    ci: 'Add a workflow that checks the plan in CI?',
    hook: 'Add a pre-commit hook?',
  },
  tooManyOperands: (text) => `${text} is one argument too many.`,
  badRuleSetting: (text) => `${text} sets no rule.`,
  badRuleSettingHint: 'Write --rule goal/no-subgoals=off; a severity is error, warning, info or off.',
  unknownSeverity: (text) => `There is no severity ${text}.`,
  notACount: (text) => `${text} is no count.`,
  unknownMember: (id) => `Nobody in the team has the id ${id}.`,
  unknownDimension: (name) => `Nothing is split by ${name}.`,
  unknownCarry: (name) => `--carry does not know ${name}.`,
  subgoalsWritten: (file, rows) => `Wrote ${file}: ${rows} ${rows === 1 ? 'subgoal' : 'subgoals'}.`,
  noNode: 'Name the subgoal: salesplan why revenue/east/2026-Q1. This lists them all:',
  unknownNode: (id) => `There is no subgoal ${id}; salesplan decompose --format csv lists them.`,
};

const zh: CliText = {
  about: '销售计划即代码：检查计划，把目标分解到人和日期，每周看清进度。',
  seeHelp: '参见 salesplan --help。',
  exitCodes: '退出码：0 一切正常；1 有问题；2 用法错误或输入无法读取；3 环境或程序出错。\nsalesplan 命令 --help 显示该命令的用法和示例。\n',
  examples: '示例',
  actual: '录入、导入和核对实绩',
  groups: { start: '开始', check: '检查', 'hand-down': '分解', actuals: '实绩', 'follow-up': '跟进', help: '帮助' },
  options: {
    version: '显示版本',
    help: '显示帮助',
    format: '输出格式',
    lang: 'en 或 zh；默认用计划的语言',
    allowOutside: '允许读取计划文件夹以外的数据',
    asOf: '以哪一天为准（2026-03-31）；默认为计划时区的今天',
    color: '输出不是终端时也用颜色',
    noColor: '不用颜色',
    quiet: '只说要紧的',
    verbose: '说得更详细',
    output: '写入文件而不是终端',
  },
  error: '错误',
  noPlanHere: (cwd) => `${cwd} 及其上级文件夹中没有 salesplan.yaml。`,
  noPlanHint: '请指明计划（salesplan check 路径），或新建一个：salesplan init',
  noFile: (path) => `没有文件或文件夹 ${path}。`,
  noFileHint: '请检查拼写；计划是 salesplan.yaml 文件或它所在的文件夹。',
  folderWithoutPlan: (path) => `文件夹 ${path} 中没有 salesplan.yaml。`,
  notAPlan: (path) => `${path} 不是可以当作计划读取的文件或文件夹。`,
  cannotRead: (path) => `无法读取 ${path}。`,
  cannotReadHint: '请检查它的权限。',
  unknownFormat: (name) => `这里没有格式 ${name}。`,
  choose: (names) => `可选：${names.join('、')}`,
  badDate: (text) => `${text} 不是有效的日期。`,
  badDateHint: '日期请写成 2026-03-31。',
  unknownGoal: (id) => `计划中没有目标 ${id}。`,
  goals: (ids) => `已有目标：${ids.join('、')}`,
  didYouMean: (names) => `是否想写 ${names.join(' 或 ')}？`,
  noGoals: '计划中还没有目标。',
  planHasErrors: (command) => `计划有错误；salesplan ${command} 需要没有错误的计划。请改正后再运行。`,
  writeFaults: {
    full: '磁盘没有剩余空间',
    'read-only': '磁盘是只读的',
    denied: '没有写入权限',
    'no-folder': '没有这个文件夹，也无法新建',
    'is-folder': '那里是一个文件夹',
    'too-long': '名称太长',
    busy: '正被其他程序打开',
    other: '系统拒绝写入',
  },
  cannotWrite: (path, why) => `无法写入 ${path}：${why}。`,
  outputIsFolder: (path) => `${path} 是文件夹：--output 需要文件名。`,
  outputIsFolderHint: '请在后面加上文件名。',
  unknownTimezone: (zone) => `没有时区 ${zone}。`,
  bug: 'salesplan 出错了，这是程序的问题。',
  bugHint: '请加上 --verbose 再运行一次，并报告输出的内容。',
  stopped: '已停止。',
  unknownRule: (id) => `没有规则 ${id}。`,
  unknownRuleHint: 'salesplan explain 列出所有规则。',
  unknownSchema: (name) => `没有 schema ${name}。`,
  unknownTemplate: (name) => `没有模板 ${name}。`,
  folderNotEmpty: (path) => `${path} 中已有计划或其他文件。`,
  folderNotEmptyHint: '请指定空的或新的文件夹：salesplan init my-plan',
  written: (path) => `已写入 ${path}。`,
  needsOutput: (format) => `${format} 不能输出到终端：请用 --output 指定文件。`,
  badWeek: (text) => `${text} 不是周、月或季度。`,
  oneWindow: '--week、--month、--quarter 或 --from 加 --to，只能选一种。',
  backwards: (from, to) => `起始日期 ${from} 晚于结束日期 ${to}。`,
  twoPeriods: (name) => `${name} 可以指日历年，也可以指计划自己的年度（不从 1 月 1 日开始）。`,
  ownPeriod: (name, start, end) => `按计划的年度请写 ${name}（${start} 至 ${end}）；其他日期请用 --from 和 --to。`,
  dataFindings: (count) => `数据有 ${count} 个问题；用 salesplan actual status 查看。`,
  needsAnswer: (option) => `这里无法提问：请给出 ${option}。`,
  ask: {
    ci: '添加在 CI 中检查计划的工作流？',
    hook: '添加 pre-commit 钩子？',
  },
  tooManyOperands: (text) => `多了一个参数 ${text}。`,
  badRuleSetting: (text) => `${text} 不是规则设置。`,
  badRuleSettingHint: '请写成 --rule goal/no-subgoals=off；级别有 error、warning、info、off。',
  unknownSeverity: (text) => `没有级别 ${text}。`,
  notACount: (text) => `${text} 不是个数。`,
  unknownMember: (id) => `团队中没有 ${id}。`,
  unknownDimension: (name) => `没有 ${name} 这个维度。`,
  unknownCarry: (name) => `--carry 没有 ${name} 这个取值。`,
  subgoalsWritten: (file, rows) => `已写入 ${file}：${rows} 个子目标。`,
  noNode: '请写明子目标：salesplan why revenue/east/2026-Q1。列出全部：',
  unknownNode: (id) => `没有子目标 ${id}；salesplan decompose --format csv 可列出全部。`,
};

export const cliText: Readonly<Record<Language, CliText>> = { en, zh };
