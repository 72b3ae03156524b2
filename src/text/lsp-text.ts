import type { Language } from '../model/language.ts';

type Label =
  | 'target'
  | 'floor'
  | 'stretch'
  | 'share'
  | 'from'
  | 'owner'
  | 'deadline'
  | 'time'
  | 'actual'
  | 'expected'
  | 'status'
  | 'subgoals'
  | 'below'
  | 'baseline'
  | 'role'
  | 'manager'
  | 'answersFor'
  | 'capacity'
  | 'people'
  | 'potential'
  | 'customers'
  | 'research'
  | 'list'
  | 'cost'
  | 'conversion'
  | 'days'
  | 'phase'
  | 'volume'
  | 'unit'
  | 'kind'
  | 'better'
  | 'supportedBy'
  | 'budget'
  | 'lift'
  | 'goal'
  | 'method'
  | 'date'
  | 'type';

export interface LspText {
  readonly onTerminal: string;
  readonly onTerminalHint: string;
  readonly example: string;
  allowed(words: readonly string[]): string;
  readonly labels: Readonly<Record<Label, string>>;
  readonly colon: string;
  readonly comma: string;
  /** How many subgoals, and of what. */
  count(subgoals: number): string;
  sumOf(subgoals: number): string;
  more(count: number): string;
  /** A subgoal's sum equals its goal's target, or differs. */
  readonly addsUp: string;
  differs(by: string): string;
  readonly units: Readonly<Record<'money' | 'count' | 'percent' | 'score' | 'days', string>>;
  readonly kinds: Readonly<Record<'flow' | 'stock' | 'ratio', string>>;
  readonly better: Readonly<Record<'higher' | 'lower' | 'above' | 'below' | 'range', string>>;
  readonly phases: Readonly<Record<'pre-sale' | 'in-sale' | 'post-sale', string>>;
  attained(share: string): string;
  daysOf(count: number): string;
  ignore(rule: string): string;
  readonly fixAll: string;
  readonly cannotRename: Readonly<Record<'no-id' | 'not-own' | 'not-an-id' | 'taken' | 'reserved', string>>;
}

/** What the language server says. */
export const lspText: Readonly<Record<Language, LspText>> = {
  en: {
    onTerminal: 'lsp talks to an editor, not to a person',
    onTerminalHint:
      'Set your editor up to start "salesplan lsp" for YAML files: docs/editors.md shows how. For a person there is "salesplan check".',
    example: 'Example:',
    allowed: (words) => `One of ${words.join(', ')}.`,
    labels: {
      target: 'Target',
      floor: 'Floor',
      stretch: 'Stretch',
      share: 'Share',
      from: 'From',
      owner: 'Owner',
      deadline: 'Deadline',
      time: 'Time',
      actual: 'Actual',
      expected: 'Expected by today',
      status: 'Status',
      subgoals: 'Subgoals',
      below: 'Sum below',
      baseline: 'Baseline',
      role: 'Role',
      manager: 'Manager',
      answersFor: 'Answers for',
      capacity: 'Capacity a year',
      people: 'People',
      potential: 'Potential',
      customers: 'Customers',
      research: 'Research',
      list: 'List price',
      cost: 'Unit cost',
      conversion: 'Conversion',
      days: 'Takes',
      phase: 'Phase',
      volume: 'Needed volume',
      unit: 'Unit',
      kind: 'Kind',
      better: 'Better',
      supportedBy: 'Supported by',
      budget: 'Budget',
      lift: 'Expected lift',
      goal: 'Goal',
      method: 'Method',
      date: 'Date',
      type: 'Type',
    },
    colon: ': ',
    comma: ', ',
    count: (subgoals) => (subgoals === 1 ? '1 subgoal' : `${subgoals} subgoals`),
    sumOf: (subgoals) => `sum of ${subgoals} subgoals`,
    more: (count) => `and ${count} more`,
    addsUp: 'adds up',
    differs: (by) => `${by} against the target`,
    units: { money: 'money', count: 'count', percent: 'percent', score: 'score', days: 'days' },
    kinds: { flow: 'flow: adds up over time', stock: 'stock: a level at a date', ratio: 'ratio: neither adds up nor is a level' },
    better: {
      higher: 'higher',
      lower: 'lower',
      above: 'at or above the target',
      below: 'at or below the target',
      range: 'within its range',
    },
    phases: { 'pre-sale': 'before the sale', 'in-sale': 'during the sale', 'post-sale': 'after the sale' },
    attained: (share) => `${share} of the target`,
    daysOf: (count) => (count === 1 ? '1 day' : `${count} days`),
    ignore: (rule) => `Ignore ${rule} here, with a reason`,
    fixAll: 'Fix all that can be fixed safely',
    cannotRename: {
      'no-id': 'There is no id here. Put the cursor on an id, where it is defined or where it is named.',
      'not-own': 'The plan does not define this id, so it cannot be renamed here.',
      'not-an-id': 'An id has letters, digits, - and _, and starts with a letter or a digit.',
      taken: 'The plan has this id already. Choose another one.',
      reserved: 'This word has a meaning of its own in a plan. Choose another one.',
    },
  },
  zh: {
    onTerminal: 'lsp 是给编辑器用的，不与人对话',
    onTerminalHint: '请让编辑器为 YAML 文件启动“salesplan lsp”，设置方法见 docs/editors.zh.md。人工检查请用“salesplan check”。',
    example: '示例：',
    allowed: (words) => `可取：${words.join('、')}。`,
    labels: {
      target: '目标值',
      floor: '底线',
      stretch: '挑战值',
      share: '占比',
      from: '依据',
      owner: '负责人',
      deadline: '期限',
      time: '时间',
      actual: '实绩',
      expected: '到今天应达',
      status: '状态',
      subgoals: '子目标',
      below: '下级合计',
      baseline: '基线',
      role: '角色',
      manager: '上级',
      answersFor: '负责',
      capacity: '年产能',
      people: '人员',
      potential: '潜力',
      customers: '客户数',
      research: '市场调研',
      list: '标价',
      cost: '单位成本',
      conversion: '转化率',
      days: '用时',
      phase: '阶段',
      volume: '所需数量',
      unit: '单位',
      kind: '类别',
      better: '方向',
      supportedBy: '支撑的目标',
      budget: '预算',
      lift: '预期增量',
      goal: '目标',
      method: '方法',
      date: '日期',
      type: '类型',
    },
    colon: '：',
    comma: '、',
    count: (subgoals) => `${subgoals} 个子目标`,
    sumOf: (subgoals) => `${subgoals} 个子目标合计`,
    more: (count) => `等，另有 ${count} 个`,
    addsUp: '与目标一致',
    differs: (by) => `与目标相差 ${by}`,
    units: { money: '金额', count: '数量', percent: '百分比', score: '评分', days: '天数' },
    kinds: { flow: '流量：随时间累加', stock: '存量：某一天的水平', ratio: '比率：既不累加也不是水平' },
    better: { higher: '越高越好', lower: '越低越好', above: '不低于目标', below: '不高于目标', range: '在范围内' },
    phases: { 'pre-sale': '售前', 'in-sale': '售中', 'post-sale': '售后' },
    attained: (share) => `完成 ${share}`,
    daysOf: (count) => `${count} 天`,
    ignore: (rule) => `在此忽略 ${rule}，并写明理由`,
    fixAll: '修复所有可安全修复的问题',
    cannotRename: {
      'no-id': '这里没有标识。请把光标放在标识上，定义处或引用处都可以。',
      'not-own': '计划没有定义这个标识，不能在这里重命名。',
      'not-an-id': '标识由字母、数字、- 和 _ 组成，以字母或数字开头。',
      taken: '计划里已有这个标识，请换一个。',
      reserved: '这个词在计划里另有含义，请换一个。',
    },
  },
};
