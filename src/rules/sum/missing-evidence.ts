import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { list, quoted, told } from '../words.ts';

export const missingEvidence: Rule = {
  id: 'sum/missing-evidence',
  severity: 'error',
  explanation: {
    en: {
      title: 'A number can not be derived because what it rests on is missing.',
      why: 'A guess in its place would look like a plan.',
      mend: 'Add what is missing, or choose other shares.',
    },
    zh: {
      title: '缺少推算数字的依据。',
      why: '用猜测代替，看起来就像真的计划。',
      mend: '请补上缺少的内容，或改用别的份额。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: South, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: potential}
`,
    line: 19,
    column: 23,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: South, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
  },
};

function en(args: Args): Words {
  const what: Record<string, string> = {
    history: 'actuals of an earlier period',
    capacity: 'a role with a capacity',
    potential: 'size.potential',
    'average-order-value': 'the average order value',
    conversion: 'the conversion of a stage',
    stages: 'the stages of the process',
    children: 'something to split over',
    baseline: 'actuals in the period of the baseline',
    sum: 'a number below',
  };
  const missing = list(args.missing);
  const split = `The split of ${quoted(args.node ?? args.goal, 'en')}`;
  const period = args.period === undefined ? '' : ` (${told(args.period)})`;
  return {
    message: `${split} needs ${what[told(args.needs)] ?? told(args.needs)}${period}${missing.length ? ` for ${missing.join(', ')}` : ''}, which is not there.`,
    help: 'Add it, or choose other shares.',
  };
}

function zh(args: Args): Words {
  const what: Record<string, string> = {
    history: '以往的实绩',
    capacity: '角色的产能',
    potential: '市场潜力 size.potential',
    'average-order-value': '平均订单金额',
    conversion: '阶段的转化率',
    stages: '销售流程的阶段',
    children: '可以分解的对象',
    baseline: '基准期的实绩',
    sum: '下级数字',
  };
  const missing = list(args.missing);
  const split = `${quoted(args.node ?? args.goal, 'zh')}的分解`;
  const period = args.period === undefined ? '' : `（${told(args.period)}）`;
  return {
    message: `${split}缺少${what[told(args.needs)] ?? told(args.needs)}${period}${missing.length ? `：${missing.join('、')}` : ''}。`,
    help: '请补上，或改用别的份额。',
  };
}
