import type { Language } from '../model/language.ts';

type Values = Readonly<Record<string, string>>;

interface SmartText {
  title(plan: string): string;
  readonly letters: Readonly<Record<string, string>>;
  readonly verdicts: Readonly<Record<'pass' | 'weak' | 'fail', string>>;
  readonly columns: readonly [letter: string, verdict: string, evidence: string];
  /** Sentences by the name that the analysis gives. */
  readonly evidence: Readonly<Record<string, (values: Values) => string>>;
}

const en: SmartText = {
  title: (plan) => `${plan}: SMART`,
  letters: { specific: 'Specific', measurable: 'Measurable', achievable: 'Achievable', relevant: 'Relevant', 'time-bound': 'Time-bound' },
  verdicts: { pass: '✓ pass', weak: '▲ weak', fail: '✗ fail' },
  columns: ['Letter', 'Verdict', 'Evidence'],
  evidence: {
    name: ({ name }) => `The name says what changes: "${name}".`,
    'no-name': () => 'It has no name, only an id.',
    'vague-name': ({ name }) => `"${name}" names a wish: say of what, and how much.`,
    scope: ({ scope }) => `It is about ${scope}.`,
    everything: () => 'It is about everything that the plan sells.',
    owner: ({ owner }) => `${owner} answers for it.`,
    'no-owner': () => 'Nobody answers for it.',
    metric: ({ metric, unit }) => `It is counted in ${metric} (${unit}).`,
    baseline: ({ period }) => `It starts from a baseline${period ? ` of ${period}` : ''}.`,
    'no-baseline': () => 'Missing: a baseline with its period, to see how far it is.',
    rows: ({ rows }) => `${rows} rows of data count towards it.`,
    reported: () => 'Its value is reported in check-ins.',
    source: () => 'The actuals can fill it (they were not read).',
    'no-source': () => 'Missing: data or check-ins that fill this metric.',
    'no-target': () => 'Missing: a target that adds up.',
    'no-evidence': () => 'Missing: baseline, capacity or potential to judge it by.',
    growth: ({ asked }) => `It asks for ${asked} more than the baseline.`,
    'growth-missing': () => 'Missing: a baseline with a value, so growth can not be judged.',
    load: ({ used, people }) => `It takes ${used} of the capacity of the ${people} people who carry it.`,
    potential: ({ share }) => `It takes ${share} of the potential of its segments.`,
    supports: ({ ids }) => `It supports ${ids}.`,
    'supports-nothing': () => 'It supports no theme and no other goal.',
    rival: ({ goal }) => `The goal ${goal} asks for another number of the same.`,
    deadline: ({ deadline }) => `It is due on ${deadline}, inside the plan's period.`,
    outside: ({ deadline }) => `It is due on ${deadline}, outside of the plan's period.`,
    steps: ({ count, days }) => `${count} deadlines lead to it, at most ${days} days apart.`,
    'no-steps': () => 'Nothing is due before its deadline.',
  },
};

const zh: SmartText = {
  title: (plan) => `${plan}：SMART`,
  letters: { specific: '具体', measurable: '可衡量', achievable: '可实现', relevant: '相关', 'time-bound': '有时限' },
  verdicts: { pass: '✓ 通过', weak: '▲ 偏弱', fail: '✗ 不通过' },
  columns: ['要素', '结论', '依据'],
  evidence: {
    name: ({ name }) => `名称说明了要改变什么：「${name}」。`,
    'no-name': () => '没有名称，只有 id。',
    'vague-name': ({ name }) => `「${name}」只是愿望：请写明改变什么、改变多少。`,
    scope: ({ scope }) => `范围：${scope}。`,
    everything: () => '范围：计划中的全部销售。',
    owner: ({ owner }) => `由 ${owner} 负责。`,
    'no-owner': () => '没有负责人。',
    metric: ({ metric, unit }) => `按 ${metric}（${unit}）计量。`,
    baseline: ({ period }) => `有基线${period ? `（${period}）` : ''}。`,
    'no-baseline': () => '缺少：基线及其期间，看不出走了多远。',
    rows: ({ rows }) => `有 ${rows} 行数据计入。`,
    reported: () => '数值由汇报提供。',
    source: () => '实绩数据可以计入（本次未读取）。',
    'no-source': () => '缺少：能填充这个指标的数据或汇报。',
    'no-target': () => '缺少：加得起来的目标值。',
    'no-evidence': () => '缺少：可用来判断的基线、产能或潜力。',
    growth: ({ asked }) => `比基线高 ${asked}。`,
    'growth-missing': () => '缺少：有数值的基线，无法判断增长。',
    load: ({ used, people }) => `占承担它的 ${people} 人产能的 ${used}。`,
    potential: ({ share }) => `占所涉细分市场潜力的 ${share}。`,
    supports: ({ ids }) => `支持 ${ids}。`,
    'supports-nothing': () => '不支持任何主题或其他目标。',
    rival: ({ goal }) => `目标 ${goal} 对同一件事要求另一个数字。`,
    deadline: ({ deadline }) => `期限 ${deadline}，在计划期内。`,
    outside: ({ deadline }) => `期限 ${deadline}，在计划期外。`,
    steps: ({ count, days }) => `途中有 ${count} 个期限，最长间隔 ${days} 天。`,
    'no-steps': () => '期限之前没有任何节点。',
  },
};

export const smartText: Readonly<Record<Language, SmartText>> = { en, zh };
