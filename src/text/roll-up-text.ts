import type { Language } from '../model/language.ts';

interface RollUpText {
  title(plan: string, by: string): string;
  readonly by: Readonly<Record<string, string>>;
  readonly own: string;
  readonly withTeam: string;
  readonly people: string;
  readonly sum: string;
  readonly goal: string;
  readonly hedge: string;
  readonly nobody: string;
  readonly noSum: string;
  unknown(name: string): string;
  compareTitle(plan: string): string;
  readonly topDown: string;
  readonly bottomUp: string;
  readonly difference: string;
  readonly ofTopDown: string;
  fromTable(file: string): string;
  readonly fromChildren: string;
  readonly nothingToCompare: string;
}

const en: RollUpText = {
  title: (plan, by) => `${plan}: subgoals by ${by.toLowerCase()}`,
  by: {
    manager: 'Manager',
    owner: 'Owner',
    segment: 'Segment',
    product: 'Product',
    channel: 'Channel',
    half: 'Half',
    quarter: 'Quarter',
    month: 'Month',
    week: 'Week',
    goal: 'Goal',
    stage: 'Stage',
  },
  own: 'Own',
  withTeam: 'With team',
  people: 'People',
  sum: 'Total',
  goal: 'Goal',
  hedge: 'Above the goal',
  nobody: 'none',
  noSum: 'Levels and ratios do not add up: there is nothing to roll up.',
  unknown: (name) => `Nothing can be rolled up by ${name}.`,
  compareTitle: (plan) => `${plan}: top-down beside bottom-up`,
  topDown: 'Top-down',
  bottomUp: 'Bottom-up',
  difference: 'Difference',
  ofTopDown: 'of it',
  fromTable: (file) => `Bottom-up: ${file}.`,
  fromChildren: 'Bottom-up: the sum of what is directly below.',
  nothingToCompare: 'There is no node with both numbers.',
};

const zh: RollUpText = {
  title: (plan, by) => `${plan}：按${by}汇总`,
  by: {
    manager: '上级',
    owner: '负责人',
    segment: '细分市场',
    product: '产品',
    channel: '渠道',
    half: '半年',
    quarter: '季度',
    month: '月',
    week: '周',
    goal: '目标',
    stage: '阶段',
  },
  own: '本人',
  withTeam: '含团队',
  people: '人数',
  sum: '合计',
  goal: '目标',
  hedge: '高于目标',
  nobody: '无',
  noSum: '水平值和比率不能相加，无法汇总。',
  unknown: (name) => `无法按 ${name} 汇总。`,
  compareTitle: (plan) => `${plan}：自上而下与自下而上`,
  topDown: '自上而下',
  bottomUp: '自下而上',
  difference: '差额',
  ofTopDown: '差额占比',
  fromTable: (file) => `自下而上来自 ${file}。`,
  fromChildren: '自下而上为直接下级的合计。',
  nothingToCompare: '没有同时有两个数字的节点。',
};

export const rollUpText: Readonly<Record<Language, RollUpText>> = { en, zh };
