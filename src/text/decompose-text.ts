import type { Language } from '../model/language.ts';

interface DecomposeText {
  title(plan: string): string;
  goal(name: string, id: string): string;
  readonly subgoal: string;
  readonly target: string;
  readonly share: string;
  readonly count: string;
  readonly owner: string;
  readonly start: string;
  readonly deadline: string;
  readonly from: string;
  readonly handedOver: string;
  readonly credit: string;
  /** After the name of a seat that is still to be filled. */
  readonly openSeat: string;
  /** After a rule, where what round numbers leave over was placed. */
  odd(amount: string): string;
  /** Subgoals that lie outside of the days on which their owner is there; an end that is not known is empty. */
  away(name: string, start: string, end: string, amount: string): string;
  readonly total: string;
  others(count: number): string;
  readonly noTable: string;
  /** No subgoal of any goal is among what was asked for. */
  readonly noneShown: string;
  /** `3% by person`. */
  hedge(percent: string, by: string): string;
  /** Why parts add up to more than the whole, or why they do not. */
  readonly hedged: Readonly<Record<'tree' | 'contributions' | 'people', (parts: string) => string>>;
  readonly rules: Readonly<Record<string, string>>;
}

const en: DecomposeText = {
  title: (plan) => `${plan}: subgoals`,
  goal: (name, id) => (name === id ? name : `${name} (${id})`),
  subgoal: 'Subgoal',
  target: 'Target',
  share: 'Share',
  count: 'Count',
  owner: 'Owner',
  start: 'Start',
  deadline: 'Deadline',
  from: 'From',
  handedOver: 'handed over',
  credit: 'split credit',
  openSeat: ' (open seat)',
  odd: (amount) => `, with ${amount} left by rounding`,
  away: (name, start, end, amount) =>
    `${name} is there ${stay(start, end)}: ${amount} lies outside. Split over time before people, or give the time step shares: capacity.`,
  total: 'Total',
  others: (count) => `Other (${count})`,
  noTable: 'No goal is split by this dimension and by time.',
  noneShown: 'No subgoal is within what was asked for.',
  hedge: (percent, by) => `${percent} by ${by}`,
  hedged: {
    tree: (parts) => `Over-assigned on purpose (over_assign): ${parts}. The parts add up to more than the goal.`,
    contributions: (parts) => `Targets are parts of the goal itself: what is over-assigned on top (${parts}) is taken out in proportion.`,
    people: (parts) => `Targets hold what is over-assigned (${parts}): together they are more than the goal.`,
  },
  rules: {
    target: 'as set',
    sum: 'sum of what is below',
    even: 'even parts',
    'calendar-days': 'calendar days',
    'working-days': 'working days',
    list: 'shares given',
    map: 'shares given',
    history: 'history',
    capacity: 'capacity',
    potential: 'potential',
    table: 'table',
    pin: 'pinned',
    same: 'same for all',
    goal: 'own goal',
    funnel: 'funnel',
    'not-set': 'not set',
  },
};

const zh: DecomposeText = {
  title: (plan) => `${plan}：子目标`,
  goal: (name, id) => (name === id ? name : `${name}（${id}）`),
  subgoal: '子目标',
  target: '目标值',
  share: '占比',
  count: '数量',
  owner: '负责人',
  start: '开始',
  deadline: '期限',
  from: '依据',
  handedOver: '中途移交',
  credit: '业绩分摊',
  openSeat: '（空缺）',
  odd: (amount) => `，含取整余数 ${amount}`,
  away: (name, start, end, amount) =>
    `${name}${stayInChinese(start, end)}：有 ${amount} 不在其内。可以先按时间再按人分解，或在时间步骤写 shares: capacity。`,
  total: '合计',
  others: (count) => `其他（${count}）`,
  noTable: '没有目标同时按这个维度和时间分解。',
  noneShown: '没有符合条件的子目标。',
  hedge: (percent, by) => `按${by} ${percent}`,
  hedged: {
    tree: (parts) => `有意超额分配（over_assign）：${parts}。各部分之和大于目标。`,
    contributions: (parts) => `目标值和应达按目标本身计算：超额分配（${parts}）已按比例扣除。`,
    people: (parts) => `目标值含超额分配（${parts}），合计大于目标。`,
  },
  rules: {
    target: '设定',
    sum: '下级合计',
    even: '平均',
    'calendar-days': '按日历天数',
    'working-days': '按工作日',
    list: '给定比例',
    map: '给定比例',
    history: '历史',
    capacity: '产能',
    potential: '潜力',
    table: '表格',
    pin: '固定',
    same: '与上级相同',
    goal: '自有目标',
    funnel: '漏斗',
    'not-set': '未设定',
  },
};

export const decomposeText: Readonly<Record<Language, DecomposeText>> = { en, zh };

/** An end that is not known is left out. */
function stay(start: string, end: string): string {
  if (start === '') return `until ${end}`;
  return end === '' ? `from ${start} on` : `from ${start} to ${end}`;
}

function stayInChinese(start: string, end: string): string {
  if (start === '') return `在岗至 ${end} 为止`;
  return end === '' ? `自 ${start} 起在岗` : `在岗时间为 ${start} 至 ${end}`;
}
