import type { Language } from '../model/language.ts';

interface ExportText {
  readonly goal: string;
  readonly subgoal: string;
  readonly target: string;
  readonly unit: string;
  readonly owner: string;
  readonly start: string;
  readonly deadline: string;
  readonly sheet: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
  /** What is due, and whose it is. */
  due(target: string, place: string, owner: string): string;
  ownersOf(plan: string): string;
}

const en: ExportText = {
  goal: 'Goal',
  subgoal: 'Subgoal',
  target: 'Target',
  unit: 'Unit',
  owner: 'Owner',
  start: 'Start',
  deadline: 'Deadline',
  sheet: 'Subgoals',
  dimensions: {
    half: 'Half-year',
    quarter: 'Quarter',
    month: 'Month',
    week: 'Week',
    segment: 'Segment',
    product: 'Product',
    channel: 'Channel',
    owner: 'Member',
    stage: 'Stage',
    goal: 'Child goal',
  },
  units: { money: 'money', count: 'pieces', percent: 'percent', score: 'points', days: 'days' },
  due: (target, place, owner) => `${target} due: ${place} (${owner})`,
  ownersOf: (plan) => `Who answers for the files of ${plan}. Made by salesplan export --format codeowners.`,
};

const zh: ExportText = {
  goal: '目标',
  subgoal: '子目标',
  target: '目标值',
  unit: '单位',
  owner: '负责人',
  start: '开始',
  deadline: '期限',
  sheet: '子目标',
  dimensions: {
    half: '半年',
    quarter: '季度',
    month: '月',
    week: '周',
    segment: '细分市场',
    product: '产品',
    channel: '渠道',
    owner: '成员',
    stage: '阶段',
    goal: '下级目标',
  },
  units: { money: '金额', count: '个', percent: '百分比', score: '分', days: '天' },
  due: (target, place, owner) => `到期：${target}，${place}（${owner}）`,
  ownersOf: (plan) => `“${plan}”各文件的负责人。由 salesplan export --format codeowners 生成。`,
};

export const exportText: Readonly<Record<Language, ExportText>> = { en, zh };
