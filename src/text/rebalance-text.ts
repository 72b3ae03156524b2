import type { Language } from '../model/language.ts';

interface RebalanceText {
  title(plan: string, asOf: string): string;
  edited(plan: string): string;
  notSubgoals(file: string): string;
  readonly notSubgoalsHint: string;
  unknownRow(place: string, id: string): string;
  badTarget(place: string, text: string): string;
  otherCurrency(place: string, text: string, currency: string): string;
  tooFine(place: string, text: string, quantum: string): string;
  twice(place: string, id: string): string;
  emptyCells(count: number): string;
  ownersKept(count: number): string;
  missingRows(count: number): string;
  readonly refusals: Readonly<Record<'carry-none' | 'no-buckets' | 'no-data' | 'none-closed' | 'none-open' | 'kept' | 'table', string>>;
  reached(achieved: string, target: string): string;
  cannot(why: string): string;
  /** Edited subgoals that do not fit together. */
  cannotRead(why: string): string;
  closed(count: number, planned: string, achieved: string, difference: string): string;
  readonly nothing: string;
  readonly subgoal: string;
  readonly owner: string;
  readonly deadline: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly why: string;
  readonly whys: Readonly<Record<'achieved' | 'reached' | 'spread' | 'edited', string>>;
  dry(pins: number): string;
  written(file: string, added: number, changed: number, removed: number): string;
  unwritable(goal: string): string;
}

const en: RebalanceText = {
  title: (plan, asOf) => `${plan}: rebalanced as of ${asOf}`,
  edited: (plan) => `${plan}: edited subgoals`,
  notSubgoals: (file) => `${file} is no table of subgoals: it needs the columns id and target.`,
  notSubgoalsHint: 'salesplan decompose --write makes one.',
  unknownRow: (place, id) => `${place}: the plan has no subgoal ${id}.`,
  badTarget: (place, text) => `${place}: the target «${text}» is no number.`,
  otherCurrency: (place, text, currency) => `${place}: the target «${text}» is in another currency than the plan, ${currency}.`,
  tooFine: (place, text, quantum) => `${place}: the target ${text} is finer than ${quantum}, the smallest step of this metric.`,
  twice: (place, id) => `${place}: ${id} stands here a second time with another target.`,
  emptyCells: (count) => `${count} empty ${count === 1 ? 'cell is' : 'cells are'} not set, not zero: nothing changes there.`,
  ownersKept: (count) => `${count} ${count === 1 ? 'row names' : 'rows name'} another owner: owners are changed in the plan, not here.`,
  missingRows: (count) => `${count} ${count === 1 ? 'subgoal is' : 'subgoals are'} not in the file: nothing was edited there.`,
  refusals: {
    'carry-none': 'Its carry: is none: what a closed bucket misses or has too much stays there. Set carry:, or give --carry both.',
    'no-buckets': 'It is not split over time: there is nothing to carry into.',
    'no-data': 'There are no actuals: what was achieved is not known.',
    'none-closed': 'No bucket is closed yet.',
    'none-open': 'All its buckets are closed: nothing is left to spread.',
    kept: 'Its metric is kept within bounds: it has no path to rebalance.',
    table: 'Its numbers stand in a table or are the sum of what is below: change them there.',
  },
  reached: (achieved, target) => `The closed buckets brought ${achieved} already, the whole goal is ${target}: set a higher target first.`,
  cannot: (why) => `It can't be rebalanced: ${why} Change the pins and limits of what is still open, or take them out, and run it again.`,
  cannotRead: (why) => `What was edited can't become pins: ${why}`,
  closed: (count, planned, achieved, difference) =>
    `${count} closed ${count === 1 ? 'bucket' : 'buckets'}: ${achieved} kept of ${planned} planned (${difference}).`,
  nothing: 'Nothing changes.',
  subgoal: 'Subgoal',
  owner: 'Owner',
  deadline: 'Deadline',
  before: 'Before',
  after: 'After',
  change: 'Change',
  why: 'Why',
  whys: { achieved: 'closed: as achieved', reached: 'brought more already', spread: 'its part of the rest', edited: 'edited' },
  dry: (pins) => `This was a dry run. With --write it becomes ${pins} pins in the plan.`,
  written: (file, added, changed, removed) => `Wrote ${file}: ${added} pins added, ${changed} changed, ${removed} removed.`,
  unwritable: (goal) => `The pins of ${goal} can't be written into the file as it is laid out; nothing was changed.`,
};

const zh: RebalanceText = {
  title: (plan, asOf) => `${plan}：${asOf} 重新分配`,
  edited: (plan) => `${plan}：修改过的子目标`,
  notSubgoals: (file) => `${file} 不是子目标表：需要 id 和 target 两列。`,
  notSubgoalsHint: '用 salesplan decompose --write 可以生成。',
  unknownRow: (place, id) => `${place}：计划中没有子目标 ${id}。`,
  badTarget: (place, text) => `${place}：目标值「${text}」不是数字。`,
  otherCurrency: (place, text, currency) => `${place}：目标值「${text}」不是计划的货币 ${currency}。`,
  tooFine: (place, text, quantum) => `${place}：目标值 ${text} 比该指标的最小单位 ${quantum} 还细。`,
  twice: (place, id) => `${place}：${id} 第二次出现，且目标值不同。`,
  emptyCells: (count) => `${count} 个空单元格表示未设定，不是零：这些子目标不变。`,
  ownersKept: (count) => `${count} 行写了别的负责人：负责人请在计划中修改。`,
  missingRows: (count) => `${count} 个子目标不在文件中：按未修改处理。`,
  refusals: {
    'carry-none': 'carry: 为 none：已结束时段的差额或超额不结转。请设定 carry:，或使用 --carry both。',
    'no-buckets': '没有按时间分解，无处结转。',
    'no-data': '没有实绩数据，不知道完成了多少。',
    'none-closed': '还没有结束的时段。',
    'none-open': '所有时段都已结束，没有剩余可分配。',
    kept: '该指标只要求保持在界限内，没有可重新分配的进度。',
    table: '数字来自表格或下级合计，请在那里修改。',
  },
  reached: (achieved, target) => `已结束的时段已完成 ${achieved}，整个目标是 ${target}：请先提高目标。`,
  cannot: (why) => `无法重新分配：${why} 请修改或取消未结束时段的固定值（pins）和上下限，再运行一次。`,
  cannotRead: (why) => `修改的内容无法写成固定值：${why}`,
  closed: (count, planned, achieved, difference) => `已结束时段 ${count} 个：计划 ${planned}，保留 ${achieved}（${difference}）。`,
  nothing: '没有变化。',
  subgoal: '子目标',
  owner: '负责人',
  deadline: '期限',
  before: '原目标',
  after: '新目标',
  change: '变化',
  why: '原因',
  whys: { achieved: '已结束，按实绩', reached: '已超出其份额', spread: '分摊剩余部分', edited: '手工修改' },
  dry: (pins) => `这是试算。加上 --write 会把 ${pins} 个固定值写入计划。`,
  written: (file, added, changed, removed) => `已写入 ${file}：新增 ${added} 个固定值，修改 ${changed} 个，删除 ${removed} 个。`,
  unwritable: (goal) => `${goal} 的固定值无法写入现有排版的文件，没有做任何修改。`,
};

export const rebalanceText: Readonly<Record<Language, RebalanceText>> = { en, zh };
