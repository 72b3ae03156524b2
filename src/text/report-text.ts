import type { Language } from '../model/language.ts';

type StatusName = 'done' | 'green' | 'amber' | 'red' | 'missed' | 'too-early' | 'not-started' | 'no-data' | 'no-target' | 'met' | 'broken';
type TallyName = 'read' | 'used' | 'excluded' | 'rejected' | 'unassigned' | 'outside';

export interface ReportText {
  title(plan: string, window: string): string;
  gapTitle(plan: string): string;
  statusTitle(plan: string): string;
  subtitle(asOf: string, start: string, end: string, isPartial: boolean): string;
  readonly headings: Readonly<
    Record<
      | 'goals'
      | 'gaps'
      | 'due'
      | 'people'
      | 'actions'
      | 'risks'
      | 'changes'
      | 'data'
      | 'big'
      | 'where'
      | 'why'
      | 'closes'
      | 'sources'
      | 'findings',
      string
    >
  >;
  readonly columns: Readonly<
    Record<
      | 'goal'
      | 'owner'
      | 'target'
      | 'actual'
      | 'expected'
      | 'attainment'
      | 'pace'
      | 'variance'
      | 'thisWindow'
      | 'lastWindow'
      | 'trend'
      | 'status'
      | 'deadline'
      | 'what'
      | 'kind'
      | 'missing'
      | 'name'
      | 'progress'
      | 'risk'
      | 'likelihood'
      | 'impact'
      | 'trigger'
      | 'response'
      | 'source'
      | 'rows'
      | 'amount'
      | 'share'
      | 'dimension'
      | 'place'
      | 'rule'
      | 'finding'
      | 'label'
      | 'means',
      string
    >
  >;
  readonly statuses: Readonly<Record<StatusName, string>>;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<'subgoal' | 'milestone' | 'action' | 'measure', string>>;
  readonly works: Readonly<Record<'planned' | 'doing' | 'done' | 'cancelled', string>>;
  readonly levels: Readonly<Record<'low' | 'medium' | 'high', string>>;
  readonly tallies: Readonly<Record<TallyName, string>>;
  standing(goal: string, actual: string, target: string, attainment: string, status: string): string;
  /** Of a level that is to sink: which part of the way is done. */
  sinking(goal: string, actual: string, target: string, done: string, status: string): string;
  pace(expected: string, variance: string, pace: string): string;
  noPace(goal: string): string;
  noActual(goal: string, target: string): string;
  largest(dimension: string, key: string, variance: string): string;
  largestExcess(dimension: string, key: string, variance: string): string;
  allAhead(): string;
  tasks(due: number, overdue: number): string;
  needed(required: string, runRate: string, factor: string | undefined): string;
  outOfReach(missing: string): string;
  closed(): string;
  kept(): string;
  readonly unassigned: string;
  other(count: number): string;
  readonly total: string;
  readonly nothingDue: string;
  overdue(count: number): string;
  moreOverdue(count: number): string;
  moreDue(count: number): string;
  changed(date: string, goal: string, from: string, to: string, reason: string): string;
  reconciled(read: string, used: string, excluded: string, rejected: string): string;
  unassignedRows(rows: string, amount: string): string;
  outsideRows(rows: string, amount: string): string;
  readonly noActuals: string;
  folded(count: number): string;
  unbound(source: string, columns: string): string;
  stamp(version: string, commit: string, data: string): string;
  readonly facts: Readonly<
    Record<
      | 'target'
      | 'actual'
      | 'attainment'
      | 'expected'
      | 'gapToPace'
      | 'gapToTarget'
      | 'pace'
      | 'runRate'
      | 'recent'
      | 'required'
      | 'forecast'
      | 'status',
      string
    >
  >;
  readonly noForecast: string;
  readonly perDay: string;
  /** A trigger of a risk that has come about. */
  fired(trigger: string): string;
  openWork(name: string, owner: string, deadline: string, effect: string): string;
  readonly noOpenWork: string;
  lift(amount: string): string;
  noCover(segment: string, lacks: string): string;
  readonly lacks: Readonly<Record<'product' | 'channel', string>>;
  /** Nothing to blame; what is said of products and channels only where the plan has some. */
  /** What is said to be fine: of each segment, and of the rows. */
  noCause(fine: { readonly products: boolean; readonly channels: boolean; readonly rows: boolean }): string;
  readonly noRows: string;
  /** What may still come of a flow that should stay small, or by how much it is over. */
  capLeft(left: string, deadline: string): string;
  capOver(over: string): string;
  /** What a level still has to change by. */
  level(actual: string, target: string, deadline: string, step: string): string;
}

const en: ReportText = {
  title: (plan, window) => `${plan}: progress ${window}`,
  gapTitle: (plan) => `${plan}: gap analysis`,
  statusTitle: (plan) => `${plan}: what was read`,
  subtitle: (asOf, start, end, isPartial) => `As of ${asOf}; window ${start} to ${end}${isPartial ? ' (not over yet)' : ''}`,
  headings: {
    goals: 'Goals',
    gaps: 'Where the gap is',
    due: 'Due and overdue',
    people: 'People',
    actions: 'Actions and measures',
    risks: 'Risks',
    changes: 'Changes of targets',
    data: 'Data',
    big: 'How big is it?',
    where: 'Where is it?',
    why: 'Why?',
    closes: 'What closes it?',
    sources: 'Sources',
    findings: 'Findings',
  },
  columns: {
    goal: 'Goal',
    owner: 'Owner',
    target: 'Target',
    actual: 'Actual',
    expected: 'Expected',
    attainment: 'Attained',
    pace: 'Pace',
    variance: 'Variance',
    thisWindow: 'Window',
    lastWindow: 'Before',
    trend: '12 weeks',
    status: 'Status',
    deadline: 'Deadline',
    what: 'What',
    kind: 'Kind',
    missing: 'Missing',
    name: 'Name',
    progress: 'Progress',
    risk: 'Risk',
    likelihood: 'Likelihood',
    impact: 'Impact',
    trigger: 'Trigger',
    response: 'Response',
    source: 'Source',
    rows: 'Rows',
    amount: 'Amount',
    share: 'Share',
    dimension: 'By',
    place: 'Place',
    rule: 'Rule',
    finding: 'Finding',
    label: 'Label',
    means: 'Read as',
  },
  statuses: {
    done: '✓ done',
    green: '● on track',
    amber: '▲ watch',
    red: '✗ behind',
    missed: '✗ missed',
    'too-early': '· too early',
    'not-started': '· not begun',
    'no-data': '? no data',
    'no-target': '– no target',
    met: '● met',
    broken: '✗ broken',
  },
  dimensions: {
    half: 'half-year',
    quarter: 'quarter',
    month: 'month',
    week: 'week',
    segment: 'segment',
    product: 'product',
    channel: 'channel',
    owner: 'person',
    stage: 'stage',
    goal: 'goal',
  },
  kinds: { subgoal: 'subgoal', milestone: 'milestone', action: 'action', measure: 'measure' },
  works: { planned: 'planned', doing: 'doing', done: 'done', cancelled: 'cancelled' },
  levels: { low: 'low', medium: 'medium', high: 'high' },
  tallies: {
    read: 'read',
    used: 'used',
    excluded: 'left out',
    rejected: 'rejected',
    unassigned: 'unassigned',
    outside: 'outside the period',
  },
  standing: (goal, actual, target, attainment, status) =>
    `${goal} stands at ${actual} of ${target}, ${attainment} of the target: ${status}.`,
  sinking: (goal, actual, target, done, status) =>
    `${goal} stands at ${actual} and is to come down to ${target}; ${done} of it is reached: ${status}.`,
  pace: (expected, variance, pace) => `By today ${expected} was due; the difference is ${variance}, a pace of ${pace}.`,
  noPace: (goal) => `For ${goal} there is no pace yet.`,
  noActual: (goal, target) => `${goal} has a target of ${target} and no actuals to compare it with.`,
  largestExcess: (dimension, key, variance) => `The largest excess by ${dimension} is ${key} with ${variance}.`,
  largest: (dimension, key, variance) => `The largest shortfall by ${dimension} is ${key} with ${variance}.`,
  allAhead: () => 'No part is behind what was due.',
  tasks: (due, overdue) => `${due} ${due === 1 ? 'thing is' : 'things are'} due within two weeks, ${overdue} overdue.`,
  needed: (required, runRate, factor) =>
    `From now on each working day must bring ${required}; so far it was ${runRate}${factor === undefined ? '' : ` (${factor} ×)`}.`,
  outOfReach: (missing) => `No working day is left and ${missing} is missing: out of reach.`,
  closed: () => 'The target is reached.',
  kept: () => 'The target is kept so far.',
  unassigned: '(unassigned)',
  other: (count) => `other (${count})`,
  total: 'Total',
  nothingDue: 'Nothing is due within two weeks, nothing is overdue.',
  overdue: (count) => `${count} overdue`,
  moreOverdue: (count) => `${count} more overdue`,
  moreDue: (count) => `${count} more due`,
  changed: (date, goal, from, to, reason) => `${date} ${goal}: ${from} → ${to} (${reason})`,
  reconciled: (read, used, excluded, rejected) =>
    `${read} ${read === '1' ? 'row' : 'rows'} read = ${used} used + ${excluded} left out + ${rejected} rejected.`,
  unassignedRows: (rows, amount) =>
    `${usedRows(rows)} (${amount}) ${rows === '1' ? 'belongs' : 'belong'} to no owner, segment, product or channel of the plan.`,
  outsideRows: (rows, amount) => `${usedRows(rows)} (${amount}) ${rows === '1' ? 'lies' : 'lie'} outside the plan's period.`,
  noActuals: 'The plan names no actuals: add actuals: with a file to compare with.',
  folded: (count) =>
    `${count} ${count === 1 ? 'label matches' : 'labels match'} only after trimming or folding; salesplan actual status lists them.`,
  unbound: (source, columns) => `${source}: nothing is read from the columns ${columns}.`,
  stamp: (version, commit, data) => `salesplan ${version} · plan ${commit} · data ${data}`,
  facts: {
    target: 'Target',
    actual: 'Actual',
    attainment: 'Attained',
    expected: 'Expected by now',
    gapToPace: 'Gap to pace',
    gapToTarget: 'Gap to target',
    pace: 'Pace',
    runRate: 'Run rate',
    recent: 'Last four weeks',
    required: 'Needed from now',
    forecast: 'Forecast',
    status: 'Status',
  },
  noForecast: 'none: no forecast method is applied here',
  perDay: 'a working day',
  fired: (trigger) => `✗ fired: ${trigger}`,
  openWork: (name, owner, deadline, effect) => `${name} (${owner}, ${deadline})${effect}`,
  noOpenWork: 'No open action, promotion or measure serves this goal.',
  lift: (amount) => `: expected ${amount}`,
  noCover: (segment, lacks) => `${segment} has no ${lacks}.`,
  lacks: { product: 'product made for it', channel: 'channel that reaches it' },
  noCause: ({ products, channels, rows }) => {
    const serves = [...(products ? ['a product'] : []), ...(channels ? ['a channel'] : [])].join(' and ');
    const fine = [...(serves === '' ? [] : [`every segment has ${serves}`]), ...(rows ? ['every row has its place'] : [])].join(', ');
    return `Nothing stands out in the plan${fine === '' ? '' : `: ${fine}`}.`;
  },
  noRows: 'No row of actuals was read: where there is no data, nothing can be explained.',
  capLeft: (left, deadline) => `No more than ${left} may come until ${deadline}.`,
  capOver: (over) => `The target is exceeded by ${over}: nothing more should come.`,
  level: (actual, target, deadline, step) => `The level is ${actual}; to stand at ${target} on ${deadline} it has to move by ${step}.`,
};

function usedRows(rows: string): string {
  return `${rows} used ${rows === '1' ? 'row' : 'rows'}`;
}

const zh: ReportText = {
  title: (plan, window) => `${plan}：${window} 进度`,
  gapTitle: (plan) => `${plan}：差距分析`,
  statusTitle: (plan) => `${plan}：读取情况`,
  subtitle: (asOf, start, end, isPartial) => `截至 ${asOf}；区间 ${start} 至 ${end}${isPartial ? '（尚未结束）' : ''}`,
  headings: {
    goals: '目标',
    gaps: '差距在哪里',
    due: '到期与逾期',
    people: '人员',
    actions: '行动与措施',
    risks: '风险',
    changes: '目标变更',
    data: '数据',
    big: '差距多大？',
    where: '差距在哪里？',
    why: '为什么？',
    closes: '怎么补上？',
    sources: '来源',
    findings: '问题',
  },
  columns: {
    goal: '目标',
    owner: '负责人',
    target: '目标值',
    actual: '实绩',
    expected: '应达',
    attainment: '达成率',
    pace: '进度比',
    variance: '差额',
    thisWindow: '本期',
    lastWindow: '上期',
    trend: '近 12 周',
    status: '状态',
    deadline: '期限',
    what: '事项',
    kind: '类别',
    missing: '还差',
    name: '名称',
    progress: '进展',
    risk: '风险',
    likelihood: '可能性',
    impact: '影响',
    trigger: '触发条件',
    response: '应对',
    source: '来源',
    rows: '行数',
    amount: '金额',
    share: '占比',
    dimension: '维度',
    place: '位置',
    rule: '规则',
    finding: '问题',
    label: '标签',
    means: '读作',
  },
  statuses: {
    done: '✓ 完成',
    green: '● 正常',
    amber: '▲ 关注',
    red: '✗ 落后',
    missed: '✗ 未达成',
    'too-early': '· 尚早',
    'not-started': '· 未开始',
    'no-data': '? 无数据',
    'no-target': '– 未设目标',
    met: '● 达标',
    broken: '✗ 超限',
  },
  dimensions: {
    half: '半年',
    quarter: '季度',
    month: '月',
    week: '周',
    segment: '细分市场',
    product: '产品',
    channel: '渠道',
    owner: '人员',
    stage: '阶段',
    goal: '目标',
  },
  kinds: { subgoal: '子目标', milestone: '里程碑', action: '行动', measure: '措施' },
  works: { planned: '计划中', doing: '进行中', done: '已完成', cancelled: '已取消' },
  levels: { low: '低', medium: '中', high: '高' },
  tallies: { read: '读取', used: '使用', excluded: '排除', rejected: '拒绝', unassigned: '未归属', outside: '计划期外' },
  standing: (goal, actual, target, attainment, status) => `${goal}：实绩 ${actual}，目标 ${target}，达成 ${attainment}，${status}。`,
  sinking: (goal, actual, target, done, status) => `${goal}：实绩 ${actual}，要降到 ${target}，已完成 ${done}，${status}。`,
  pace: (expected, variance, pace) => `到今天应达 ${expected}，差额 ${variance}，进度比 ${pace}。`,
  noPace: (goal) => `${goal}：现在还谈不上进度。`,
  noActual: (goal, target) => `${goal}：目标 ${target}，没有可对比的实绩。`,
  largestExcess: (dimension, key, variance) => `按${dimension}看，超出最多的是${key}，${variance}。`,
  largest: (dimension, key, variance) => `按${dimension}看，缺口最大的是${key}，${variance}。`,
  allAhead: () => '各部分都没有落后。',
  tasks: (due, overdue) => `两周内到期 ${due} 项，逾期 ${overdue} 项。`,
  needed: (required, runRate, factor) =>
    `今后每个工作日要做到 ${required}；至今为 ${runRate}${factor === undefined ? '' : `（${factor} 倍）`}。`,
  outOfReach: (missing) => `已没有工作日，还差 ${missing}：无法达成。`,
  closed: () => '目标已达成。',
  kept: () => '目前符合目标。',
  unassigned: '（未归属）',
  other: (count) => `其他（${count}）`,
  total: '合计',
  nothingDue: '两周内没有到期事项，也没有逾期事项。',
  overdue: (count) => `逾期 ${count} 项`,
  moreOverdue: (count) => `另有 ${count} 项逾期`,
  moreDue: (count) => `另有 ${count} 项到期`,
  changed: (date, goal, from, to, reason) => `${date} ${goal}：${from} → ${to}（${reason}）`,
  reconciled: (read, used, excluded, rejected) => `读取 ${read} 行 = 使用 ${used} + 排除 ${excluded} + 拒绝 ${rejected}。`,
  unassignedRows: (rows, amount) => `使用的行中有 ${rows} 行（${amount}）不属于计划中的任何负责人、细分市场、产品或渠道。`,
  outsideRows: (rows, amount) => `使用的行中有 ${rows} 行（${amount}）在计划期之外。`,
  noActuals: '计划没有写明实绩来源：请加上 actuals: 和数据文件。',
  folded: (count) => `有 ${count} 个标签去空格、统一大小写后才匹配；salesplan actual status 可查看。`,
  unbound: (source, columns) => `${source}：未读取的列有 ${columns}。`,
  stamp: (version, commit, data) => `salesplan ${version} · 计划 ${commit} · 数据 ${data}`,
  facts: {
    target: '目标值',
    actual: '实绩',
    attainment: '达成率',
    expected: '至今应达',
    gapToPace: '与进度的差额',
    gapToTarget: '与目标的差额',
    pace: '进度比',
    runRate: '日均',
    recent: '近四周日均',
    required: '今后日均需达',
    forecast: '预测',
    status: '状态',
  },
  noForecast: '无：此处未使用预测方法',
  perDay: '每个工作日',
  fired: (trigger) => `✗ 已出现：${trigger}`,
  openWork: (name, owner, deadline, effect) => `${name}（${owner}，${deadline}）${effect}`,
  noOpenWork: '没有为此目标服务的未完成行动、促销或措施。',
  lift: (amount) => `：预计带来 ${amount}`,
  noCover: (segment, lacks) => `${segment}没有${lacks}。`,
  lacks: { product: '面向它的产品', channel: '能触达它的渠道' },
  noCause: ({ products, channels, rows }) => {
    const serves = [...(products ? ['产品'] : []), ...(channels ? ['渠道'] : [])].join('和');
    const fine = [...(serves === '' ? [] : [`每个细分市场都有${serves}`]), ...(rows ? ['每一行数据都有归属'] : [])].join('，');
    return `计划中没有明显原因${fine === '' ? '' : `：${fine}`}。`;
  },
  noRows: '没有读到任何实绩数据：没有数据，就无从解释差距。',
  capLeft: (left, deadline) => `到 ${deadline} 为止，最多还能有 ${left}。`,
  capOver: (over) => `已超出目标 ${over}，不应再增加。`,
  level: (actual, target, deadline, step) => `目前为 ${actual}；到 ${deadline} 要达到 ${target}，还需变动 ${step}。`,
};

export const reportText: Readonly<Record<Language, ReportText>> = { en, zh };
