import type { Language } from '../model/language.ts';

type Values = Readonly<Record<string, string>>;

interface SmartText {
  title(plan: string): string;
  readonly letters: Readonly<Record<string, string>>;
  readonly verdicts: Readonly<Record<'pass' | 'weak' | 'fail', string>>;
  readonly colon: string;
  readonly noSubgoals: string;
  subgoals(count: number, leaves: number, owners: number): string;
  readonly complete: string;
  lacks(what: readonly string[]): string;
  withoutOwner(count: number): string;
  withoutNumber(count: number): string;
  late(count: number): string;
  dueWithGoal(count: number): string;
  /** Sentences by the name that the analysis gives. */
  readonly evidence: Readonly<Record<string, (values: Values) => string>>;
}

const UNITS_EN: Values = { money: 'money', count: 'a number', percent: 'percent', score: 'a score', days: 'days' };
const UNITS_ZH: Values = { money: '金额', count: '数量', percent: '百分比', score: '评分', days: '天数' };

const en: SmartText = {
  title: (plan) => `${plan}: SMART`,
  letters: { specific: 'Specific', measurable: 'Measurable', achievable: 'Achievable', relevant: 'Relevant', 'time-bound': 'Time-bound' },
  verdicts: { pass: '✓ pass', weak: '▲ weak', fail: '✗ fail' },
  colon: ' · ',
  noSubgoals: 'Subgoals: none.',
  subgoals: (count, leaves, owners) =>
    `Subgoals: ${count}, of which ${leaves} are handed out to ${owners} ${owners === 1 ? 'owner' : 'owners'}`,
  complete: '; each has an owner, a deadline and a number.',
  lacks: (what) => `; ${what.join(', ')}.`,
  withoutOwner: (count) => `${count} without an owner`,
  withoutNumber: (count) => `${count} without a number`,
  late: (count) => `${count} due after the goal`,
  dueWithGoal: (count) => `${count} due only with the goal itself`,
  evidence: {
    name: ({ name }) => `The name says what changes: "${name}".`,
    'no-name': () => 'Missing: a name that says what changes; there is only an id.',
    'vague-name': ({ name }) => `"${name}" names a wish: say of what, and how much.`,
    scope: ({ scope }) => `It is about ${scope}.`,
    everything: () => 'It is about everything that the plan sells.',
    owner: ({ owner }) => `${owner} answers for it.`,
    'no-owner': () => 'Nobody answers for it.',
    metric: ({ metric, unit }) => `It is counted in ${metric} (${UNITS_EN[unit ?? ''] ?? unit}).`,
    target: ({ target }) => `Its number is ${target}.`,
    baseline: ({ period, baseline }) => `It starts from ${baseline} in ${period}.`,
    'baseline-from-data': ({ period }) => `It starts from what the data give for ${period}.`,
    'baseline-without-period': () => 'Its baseline does not say of which period it is.',
    'no-baseline': () => 'Missing: a baseline with its period, to see how far it is.',
    rows: ({ rows, latest }) => `${rows} rows of data count towards it, the latest of ${latest}.`,
    'rows-old': ({ rows, latest }) => `${rows} rows of data count towards it, but none after ${latest}.`,
    reported: () => 'Its value is reported in check-ins.',
    source: () => 'The actuals can fill it (they were not read).',
    'no-source': () => 'Missing: data or check-ins that fill this metric.',
    'no-target': () => 'Missing: a target that adds up.',
    growth: ({ asked, target, baseline, period }) =>
      `It asks for ${asked} more than the baseline: ${target} against ${baseline}${period ? ` in ${period}` : ''}.`,
    'growth-none': ({ target, baseline, period }) =>
      `It asks for no more than there was: ${target} against ${baseline}${period ? ` in ${period}` : ''}, and no rationale says why.`,
    keeps: ({ target, baseline, period }) => `It is to keep ${target}; it was ${baseline}${period ? ` in ${period}` : ''}.`,
    'growth-missing': () => 'Missing: a baseline with a value, so growth can not be judged.',
    'baseline-empty': ({ period }) => `Missing: rows of ${period}, which its baseline is to be read from.`,
    'baseline-unread': ({ period }) => `Missing: the baseline of ${period} is read from the data, which were not read.`,
    'growth-achieved': ({ growth, now, before, from, to }) =>
      `Growth achieved: ${growth} (${now} from ${from} to ${to}, ${before} a year earlier).`,
    'growth-bold': ({ growth, now, before, from, to }) =>
      `More than three times the growth achieved: ${growth} (${now} from ${from} to ${to}, ${before} a year earlier), and no rationale says how.`,
    'growth-unknown': () => 'Missing: a year and a half of rows, to see what growth was achieved.',
    chance: ({ probability, p50, p10, p90, target, months }) =>
      `The forecast gives it ${probability}: ${p50} (${p10} to ${p90}) against ${target}, from ${months} months of history.`,
    'chance-low': ({ probability, p50, p10, p90, target, months }) =>
      `The forecast gives it ${probability}, which is unrealistic: ${p50} (${p10} to ${p90}) against ${target}, from ${months} months of history.`,
    'chance-high': ({ probability, p50, p10, p90, target, months }) =>
      `The forecast gives it ${probability}, which is too easy: ${p50} (${p10} to ${p90}) against ${target}, from ${months} months of history.`,
    'chance-unread': () => 'Missing: data to forecast it from (they were not read, or none are bound).',
    'chance-no-rows': () => 'Missing: rows of this metric to forecast it from.',
    'chance-too-short': ({ months }) => `Missing: four closed months of history for a forecast; there are ${months}.`,
    'chance-too-sparse': ({ months }) => `Missing: sales in most months for a forecast; too many of ${months} months have none.`,
    'chance-too-old': () => 'Missing: fresh data for a forecast; there is no row of the last weeks.',
    load: ({ used, people, target, capacity }) =>
      `It takes ${used} of the capacity of the ${people} people who carry it: ${target} of ${capacity}.`,
    'load-no-owners': () => 'Missing: a split by owner, to hold it against capacity.',
    'load-no-capacity': () => 'Missing: the capacity of the roles of those who carry it.',
    potential: ({ share, target, potential }) => `It takes ${share} of the potential of its segments: ${target} of ${potential}.`,
    'potential-over': ({ share, target, potential }) =>
      `It takes ${share} of the potential of its segments, more than there is: ${target} of ${potential}.`,
    'potential-over-part': ({ segment, share, target, potential }) =>
      `Its part in ${segment} takes ${share} of that potential, more than there is: ${target} of ${potential}.`,
    'potential-partly': ({ segments, all, potential, target }) =>
      `Missing: the potential of all segments; ${segments} of ${all} have ${potential} together, less than ${target}.`,
    'potential-missing': () => 'Missing: size.potential of its segments, to see what share it implies.',
    coverage: ({ open, missing, coverage, required }) =>
      `Open deals of ${open} cover the missing ${missing} ${coverage} times; the own win rate asks for ${required}.`,
    'coverage-by-thumb': ({ open, missing, coverage, required }) =>
      `Open deals of ${open} cover the missing ${missing} ${coverage} times; ${required} is the rule of thumb, for too few deals have closed for a win rate.`,
    'no-deals': () => 'Missing: deals of the pipeline in its scope.',
    'deals-partly': ({ through }) => `Missing: a pipeline that carries it; only ${through} of the last year came through its deals.`,
    supports: ({ ids }) => `It supports ${ids}.`,
    'is-supported': ({ count }) => `${count} other goals support it.`,
    'supports-nothing': () => 'It supports no theme and no other goal.',
    'no-themes': () => 'Missing: themes of the strategy that it could support.',
    rival: ({ goal }) => `The goal "${goal}" asks for another number of the same.`,
    deadline: ({ start, deadline }) => `It runs from ${start} to ${deadline}, inside the plan's period.`,
    outside: ({ start, deadline }) => `It runs from ${start} to ${deadline}, outside of the plan's period.`,
    short: ({ days }) => `It is over within ${days} days: no steps are needed on the way.`,
    steps: ({ count, days }) => `${count} deadlines lead to it, at most ${days} days apart.`,
    'steps-far': ({ count, days, from, to }) =>
      `${count} ${count === '1' ? 'deadline leads' : 'deadlines lead'} to it, but nothing is due for ${days} days from ${from} to ${to}.`,
    'no-steps': ({ days }) => `Nothing is due before its deadline, for ${days} days.`,
  },
};

const zh: SmartText = {
  title: (plan) => `${plan}：SMART`,
  letters: { specific: '具体', measurable: '可衡量', achievable: '可实现', relevant: '相关', 'time-bound': '有时限' },
  verdicts: { pass: '✓ 通过', weak: '▲ 偏弱', fail: '✗ 不通过' },
  colon: ' · ',
  noSubgoals: '子目标：没有。',
  subgoals: (count, leaves, owners) => `子目标：${count} 个，其中 ${leaves} 个下达到 ${owners} 位负责人`,
  complete: '；每个都有负责人、期限和数字。',
  lacks: (what) => `；${what.join('，')}。`,
  withoutOwner: (count) => `${count} 个没有负责人`,
  withoutNumber: (count) => `${count} 个没有数字`,
  late: (count) => `${count} 个期限晚于目标`,
  dueWithGoal: (count) => `${count} 个只与目标同日到期`,
  evidence: {
    name: ({ name }) => `名称说明了要改变什么：「${name}」。`,
    'no-name': () => '缺少：说明要改变什么的名称，只有 id。',
    'vague-name': ({ name }) => `「${name}」只是愿望：请写明改变什么、改变多少。`,
    scope: ({ scope }) => `范围：${scope}。`,
    everything: () => '范围：计划中的全部销售。',
    owner: ({ owner }) => `由 ${owner} 负责。`,
    'no-owner': () => '没有负责人。',
    metric: ({ metric, unit }) => `计量指标：${metric}（${UNITS_ZH[unit ?? ''] ?? unit}）。`,
    target: ({ target }) => `目标值 ${target}。`,
    baseline: ({ period, baseline }) => `起点：${period} 为 ${baseline}。`,
    'baseline-from-data': ({ period }) => `起点：取 ${period} 的数据。`,
    'baseline-without-period': () => '基线没有写明是哪个期间的。',
    'no-baseline': () => '缺少：基线及其期间，看不出走了多远。',
    rows: ({ rows, latest }) => `有 ${rows} 行数据计入，最近一天是 ${latest}。`,
    'rows-old': ({ rows, latest }) => `有 ${rows} 行数据计入，但 ${latest} 之后没有新数据。`,
    reported: () => '数值由汇报提供。',
    source: () => '实绩数据可以计入（本次未读取）。',
    'no-source': () => '缺少：能填充这个指标的数据或汇报。',
    'no-target': () => '缺少：加得起来的目标值。',
    growth: ({ asked, target, baseline, period }) => `比基线高 ${asked}：${target}，${period ? `${period} 为` : '基线为'} ${baseline}。`,
    'growth-none': ({ target, baseline, period }) =>
      `不高于以前的水平：${target}，${period ? `${period} 为` : '基线为'} ${baseline}，也没有 rationale 说明原因。`,
    keeps: ({ target, baseline, period }) => `要保持 ${target}，${period ? `${period} 为` : '基线为'} ${baseline}。`,
    'growth-missing': () => '缺少：有数值的基线，无法判断增长。',
    'baseline-empty': ({ period }) => `缺少：基线期 ${period} 的数据行。`,
    'baseline-unread': ({ period }) => `缺少：基线取自 ${period} 的数据，本次未读取。`,
    'growth-achieved': ({ growth, now, before, from, to }) => `已实现的增长：${growth}（${from} 至 ${to} 为 ${now}，上年同期 ${before}）。`,
    'growth-bold': ({ growth, now, before, from, to }) =>
      `超过已实现增长的三倍：${growth}（${from} 至 ${to} 为 ${now}，上年同期 ${before}），也没有 rationale 说明如何做到。`,
    'growth-unknown': () => '缺少：一年半的数据，看不出实现过多少增长。',
    chance: ({ probability, p50, p10, p90, target, months }) =>
      `按预测达成概率 ${probability}：${p50}（${p10} 至 ${p90}），目标 ${target}，依据 ${months} 个月的历史。`,
    'chance-low': ({ probability, p50, p10, p90, target, months }) =>
      `按预测达成概率只有 ${probability}，不现实：${p50}（${p10} 至 ${p90}），目标 ${target}，依据 ${months} 个月的历史。`,
    'chance-high': ({ probability, p50, p10, p90, target, months }) =>
      `按预测达成概率高达 ${probability}，缺乏挑战：${p50}（${p10} 至 ${p90}），目标 ${target}，依据 ${months} 个月的历史。`,
    'chance-unread': () => '缺少：可用于预测的数据（未读取或未绑定）。',
    'chance-no-rows': () => '缺少：这个指标的数据行，无法预测。',
    'chance-too-short': ({ months }) => `缺少：预测至少要四个完整月的历史，现有 ${months} 个月。`,
    'chance-too-sparse': ({ months }) => `缺少：多数月份都有的销售；${months} 个月中太多月份为零，无法预测。`,
    'chance-too-old': () => '缺少：可用于预测的新数据，最近几周没有数据行。',
    load: ({ used, people, target, capacity }) => `占承担它的 ${people} 人产能的 ${used}：${capacity} 中的 ${target}。`,
    'load-no-owners': () => '缺少：按负责人的分解，无法与产能比较。',
    'load-no-capacity': () => '缺少：承担者所属角色的产能。',
    potential: ({ share, target, potential }) => `占所涉细分市场潜力的 ${share}：${potential} 中的 ${target}。`,
    'potential-over': ({ share, target, potential }) =>
      `占所涉细分市场潜力的 ${share}，超过了市场本身：潜力 ${potential}，目标 ${target}。`,
    'potential-over-part': ({ segment, share, target, potential }) =>
      `其中${segment}的部分占该市场潜力的 ${share}，超过了市场本身：潜力 ${potential}，目标 ${target}。`,
    'potential-partly': ({ segments, all, potential, target }) =>
      `缺少：全部细分市场的潜力；${all} 个中有 ${segments} 个合计 ${potential}，少于 ${target}。`,
    'potential-missing': () => '缺少：细分市场的 size.potential，看不出所需份额。',
    coverage: ({ open, missing, coverage, required }) =>
      `在手商机 ${open}，是缺口 ${missing} 的 ${coverage} 倍；按自身赢单率需要 ${required} 倍。`,
    'coverage-by-thumb': ({ open, missing, coverage, required }) =>
      `在手商机 ${open}，是缺口 ${missing} 的 ${coverage} 倍；结单太少，按经验需要 ${required} 倍。`,
    'no-deals': () => '缺少：范围内的商机数据。',
    'deals-partly': ({ through }) => `缺少：能支撑它的商机；近一年只有 ${through} 来自商机。`,
    supports: ({ ids }) => `支持 ${ids}。`,
    'is-supported': ({ count }) => `有 ${count} 个其他目标支持它。`,
    'supports-nothing': () => '不支持任何主题或其他目标。',
    'no-themes': () => '缺少：它可以支持的战略主题。',
    rival: ({ goal }) => `目标「${goal}」对同一件事要求另一个数字。`,
    deadline: ({ start, deadline }) => `从 ${start} 到 ${deadline}，在计划期内。`,
    outside: ({ start, deadline }) => `从 ${start} 到 ${deadline}，超出计划期。`,
    short: ({ days }) => `${days} 天内结束，途中不需要节点。`,
    steps: ({ count, days }) => `途中有 ${count} 个期限，最长间隔 ${days} 天。`,
    'steps-far': ({ count, days, from, to }) => `途中有 ${count} 个期限，但 ${from} 至 ${to} 有 ${days} 天没有任何节点。`,
    'no-steps': ({ days }) => `期限之前 ${days} 天没有任何节点。`,
  },
};

export const smartText: Readonly<Record<Language, SmartText>> = { en, zh };
