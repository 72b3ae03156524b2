import type { Language } from '../model/language.ts';

type Reason =
  | 'bad-address'
  | 'unreachable'
  | 'refused'
  | 'no-table'
  | 'timed-out'
  | 'broken-off'
  | 'cancelled'
  | 'query-failed'
  | 'no-number'
  | 'no-dates'
  | 'counts-differ'
  | 'too-many-labels';

export interface SyncText {
  title(plan: string): string;
  dryTitle(plan: string): string;
  readonly dry: string;
  readonly nothing: string;
  readonly nothingHint: string;
  unknownSource(id: string): string;
  sources(ids: readonly string[]): string;
  noTable(source: string): string;
  readonly noTableHint: string;
  noVariable(source: string, variable: string): string;
  noVariableHint(variable: string, example: string): string;
  failed(source: string, reason: Reason): string;
  failedHint(reason: Reason, detail: string, isOld: boolean): string;
  from(engine: string, time: string): string;
  written(file: string, rows: string, added: string, changed: string, removed: string): string;
  unchanged(file: string): string;
  readonly first: string;
  tooMany(rows: string): string;
  month(key: string): string;
  late(month: string, metric: string, difference: string, isMore: boolean): string;
  lateCount(count: number): string;
  readonly changes: string;
  readonly columns: {
    readonly month: string;
    readonly metric: string;
    readonly before: string;
    readonly after: string;
    readonly change: string;
  };
}

const en: SyncText = {
  title: (plan) => `${plan}: actuals synced`,
  dryTitle: (plan) => `${plan}: what a sync would bring`,
  dry: 'Nothing was written (--dry-run).',
  nothing: 'No source of this plan lies in a database.',
  nothingHint: 'Files are read as they are; a table is named by connect: and table: under actuals:.',
  unknownSource: (id) => `The plan reads no table called ${id}.`,
  sources: (ids) => `Sources in a database: ${ids.join(', ')}.`,
  noTable: (source) => `The plan does not say which table ${source} is.`,
  noTableHint: 'Name it beside connect:, as table: mart.orders.',
  noVariable: (source, variable) => `The address of ${source} is not known: the environment variable ${variable} is not set.`,
  noVariableHint: (variable, example) => `Set it where the command runs: export ${variable}=${example}`,
  failed: (source, reason) => `${source} was not read: ${EN_REASONS[reason]}.`,
  failedHint: (reason, detail, isOld) =>
    `${detail === '' ? '' : `The database says: ${detail}. `}${EN_HINTS[reason] ?? ''}Nothing was written${isOld ? '; the last snapshot stays as it is' : ''}.`,
  from: (engine, time) => `Read from ${engine}, as of ${time} UTC.`,
  written: (file, rows, added, changed, removed) => `${file}: ${rows} rows (${added} new, ${changed} changed, ${removed} gone).`,
  unchanged: (file) => `${file}: the same rows as before.`,
  first: 'This is the first snapshot.',
  tooMany: (rows) => `${rows} rows are many for a file in git: connect: {by: month} makes fewer.`,
  month: (key) => key.replace(/^(\d{4})-(\d{2})$/, (_, year: string, month: string) => `${EN_MONTHS[Number(month) - 1]} ${year}`),
  late: (month, metric, difference, isMore) => `${month} ${isMore ? 'rose' : 'fell'} by ${difference} since the last snapshot (${metric}).`,
  lateCount: (count) => `${count} closed ${count === 1 ? 'month' : 'months'} changed since the last snapshot:`,
  changes: 'Changes since the last snapshot',
  columns: { month: 'Month', metric: 'Metric', before: 'Before', after: 'Now', change: 'Change' },
};

const EN_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const EN_REASONS: Readonly<Record<Reason, string>> = {
  'bad-address': 'its address is none that can be understood',
  unreachable: 'the database can not be reached',
  refused: 'the database refuses the user',
  'no-table': 'the database has no such table, or the user may not see it',
  'timed-out': 'the query took longer than it may',
  'broken-off': 'the connection broke in the middle of it',
  cancelled: 'it was broken off',
  'query-failed': 'the query failed',
  'no-number': 'a column that is added up holds no numbers',
  'no-dates': 'its customers can not be counted, because the column of its dates holds texts',
  'counts-differ': 'rows kept changing while they were counted, so that the counts do not agree',
  'too-many-labels': 'the columns that the plan filters and matches by have too many different values',
};

const EN_HINTS: Readonly<Partial<Record<Reason, string>>> = {
  'bad-address': 'It looks like postgres://user:password@host:5432/database. ',
  unreachable: 'Look at the host, the port and the network. ',
  refused: 'Look at the user, the password and what they may read. ',
  'timed-out': 'Set connect: {timeout_seconds: 900}, or name a smaller view. ',
  'broken-off': 'Run it again. ',
  'no-number': 'Name a view that casts it to DECIMAL. ',
  'no-dates': 'Name a view that casts it to DATE. ',
  'counts-differ': 'Run it again when the table is quiet, or name a view of what is final. ',
  'too-many-labels': 'Make a view that has the segment as a column. ',
};

const zh: SyncText = {
  title: (plan) => `${plan}：实绩已同步`,
  dryTitle: (plan) => `${plan}：同步会带来什么`,
  dry: '没有写入任何内容（--dry-run）。',
  nothing: '该计划没有放在数据库中的数据来源。',
  nothingHint: '文件会直接读取；数据库的表请在 actuals: 下用 connect: 和 table: 指明。',
  unknownSource: (id) => `计划中没有名为 ${id} 的数据库来源。`,
  sources: (ids) => `数据库来源：${ids.join('、')}。`,
  noTable: (source) => `计划没有说明 ${source} 是哪张表。`,
  noTableHint: '请在 connect: 旁写明，例如 table: mart.orders。',
  noVariable: (source, variable) => `不知道 ${source} 的地址：环境变量 ${variable} 没有设置。`,
  noVariableHint: (variable, example) => `请在运行命令的环境中设置：export ${variable}=${example}`,
  failed: (source, reason) => `没有读到 ${source}：${ZH_REASONS[reason]}。`,
  failedHint: (reason, detail, isOld) =>
    `${detail === '' ? '' : `数据库返回：${detail}。`}${ZH_HINTS[reason] ?? ''}没有写入任何内容${isOld ? '，上一次的快照保持不变' : ''}。`,
  from: (engine, time) => `读自 ${engine}，数据时间 ${time} UTC。`,
  written: (file, rows, added, changed, removed) => `${file}：${rows} 行（新增 ${added}，变更 ${changed}，消失 ${removed}）。`,
  unchanged: (file) => `${file}：与之前的行相同。`,
  first: '这是第一份快照。',
  tooMany: (rows) => `${rows} 行放进 git 偏多：connect: {by: month} 会少得多。`,
  month: (key) => key.replace(/^(\d{4})-0?(\d{1,2})$/, '$1年$2月'),
  late: (month, metric, difference, isMore) => `自上次快照以来，${month}${isMore ? '增加' : '减少'}了 ${difference}（${metric}）。`,
  lateCount: (count) => `自上次快照以来，${count} 个已结束的月份有变化：`,
  changes: '自上次快照以来的变化',
  columns: { month: '月份', metric: '指标', before: '之前', after: '现在', change: '变化' },
};

const ZH_REASONS: Readonly<Record<Reason, string>> = {
  'bad-address': '地址的写法无法识别',
  unreachable: '连不上数据库',
  refused: '数据库拒绝了该用户',
  'no-table': '数据库中没有这张表，或该用户无权查看',
  'timed-out': '查询超过了允许的时间',
  'broken-off': '连接中途断开',
  cancelled: '已被中断',
  'query-failed': '查询失败',
  'no-number': '要相加的列不是数字类型',
  'no-dates': '日期所在的列是文本，无法统计客户数',
  'counts-differ': '统计过程中数据一直在变，行数对不上',
  'too-many-labels': '计划用来筛选和匹配的列取值太多',
};

const ZH_HINTS: Readonly<Partial<Record<Reason, string>>> = {
  'bad-address': '地址形如 postgres://user:password@host:5432/database。',
  unreachable: '请检查主机、端口和网络。',
  refused: '请检查用户名、密码和读取权限。',
  'timed-out': '请设置 connect: {timeout_seconds: 900}，或指向更小的视图。',
  'broken-off': '请重新运行。',
  'no-number': '请指向一个把它转换成 DECIMAL 的视图。',
  'no-dates': '请指向一个把它转换成 DATE 的视图。',
  'counts-differ': '请在数据不再变化时重新运行，或指向只含已定数据的视图。',
  'too-many-labels': '请建立一个直接带有细分市场列的视图。',
};

export const syncText: Readonly<Record<Language, SyncText>> = { en, zh };
