import { daysBetween, earlierDay } from '../../model/day.ts';
import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Threshold, Words } from '../rule.ts';
import { addDuration, durationOf } from '../thresholds.ts';
import { quoted, told } from '../words.ts';

const THRESHOLD: Threshold = { name: 'stale_data', kind: 'duration', standard: '35 days' };

export const staleData: Rule = {
  id: 'data/stale',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A source has had no new rows for long.',
      why: 'A report on old data says that nothing was sold.',
      mend: 'Export again, or sync; checks: {thresholds: {stale_data: 60 days}} sets how old is too old.',
    },
    zh: {
      title: '数据来源很久没有新的行。',
      why: '依据旧数据的报告会显得没有销售。',
      mend: '请重新导出或同步；多旧算过旧由 checks: {thresholds: {stale_data: 60 days}} 设定。',
    },
  },
  threshold: THRESHOLD,
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
actuals:
  orders:
    from: orders.csv
    columns: {date: date, amount: amount}
`,
    files: { 'orders.csv': 'date,amount\n2026-01-05,100.00\n' },
    line: 17,
    column: 3,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
actuals:
  orders:
    from: orders.csv
    columns: {date: date, amount: amount}
`,
    files: { 'orders.csv': 'date,amount\n2026-01-05,100.00\n2026-06-20,50.00\n' },
  },
  check,
};

function en(args: Args): Words {
  return {
    message: `The last row of ${quoted(args.source, 'en')} is of ${told(args.latest)}, ${told(args.days)} days ago.`,
    help: 'Bring the data up to date: export them again.',
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.source, 'zh')}的最后一行是 ${told(args.latest)} 的，已过 ${told(args.days)} 天。`,
    help: '请更新数据：重新导出。',
  };
}

/** After the plan's period nobody brings anything up to date. */
function* check({ plan, input, actuals, asOf }: RuleContext): Iterable<Problem> {
  if (!actuals) return;
  const limit = durationOf(input, THRESHOLD);
  const day = earlierDay(asOf(), plan.period.end);
  for (const { source, latest } of actuals.reconciliations) {
    const path = plan.actuals.get(source)?.path;
    if (!path || latest === undefined || addDuration(latest, limit) >= day) continue;
    yield { rule: staleData.id, spot: { in: 'plan', path, at: 'key' }, args: { source, latest, days: daysBetween(latest, day) } };
  }
}
