import type { Duration } from '../../model/duration.ts';
import type { Args, Problem } from '../../model/finding.ts';
import type { Language } from '../../model/language.ts';
import type { Rule, RuleContext, Threshold, Words } from '../rule.ts';
import { addDuration, durationOf } from '../thresholds.ts';
import { quoted, spanName, told } from '../words.ts';

const THRESHOLD: Threshold = { name: 'stale_research', kind: 'duration', standard: '12 months' };

export const staleResearch: Rule = {
  id: 'segment/stale-research',
  severity: 'warning',
  explanation: {
    en: {
      title: 'The research behind a segment is old.',
      why: 'Markets move: what people wanted more than a year ago need not be what they want now.',
      mend: 'Ask again, or name newer research; checks.thresholds.stale_research sets the limit.',
    },
    zh: {
      title: '细分市场依据的调研已过时。',
      why: '市场在变：一年多以前的需求未必是现在的需求。',
      mend: '请重新调研或引用更新的调研；期限由 checks.thresholds.stale_research 设定。',
    },
  },
  threshold: THRESHOLD,
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
research:
  survey: {method: survey, date: 2024-01-20, sample: 200, findings: [price matters]}
segments:
  east: {name: East, owner: lina, criteria: {geographic: {province: [Zhejiang]}}, needs: [value], research: [survey]}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao, manager: lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
    line: 8,
    column: 99,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
research:
  survey: {method: survey, date: 2026-01-20, sample: 200, findings: [price matters]}
segments:
  east: {name: East, owner: lina, criteria: {geographic: {province: [Zhejiang]}}, needs: [value], research: [survey]}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao, manager: lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
  },
  check,
};

function en(args: Args): Words {
  return {
    message: `The newest research on ${quoted(args.segment, 'en')} is of ${told(args.date)}, more than ${limitName(args, 'en')} ago.`,
    help: 'Ask again, or name newer research.',
  };
}

function zh(args: Args): Words {
  return {
    message: `细分市场${quoted(args.segment, 'zh')}最近的调研是 ${told(args.date)}，已超过 ${limitName(args, 'zh')}。`,
    help: '请重新调研，或引用更新的调研。',
  };
}

function limitName({ count, unit }: Args, language: Language): string {
  return spanName({ count: Number(count), unit: unit as Duration['unit'] }, language);
}

function* check({ plan, input, asOf }: RuleContext): Iterable<Problem> {
  const limit = durationOf(input, THRESHOLD);
  for (const segment of plan.segments.values()) {
    const dates = segment.research.flatMap((id) => plan.research.get(id)?.date ?? []).sort();
    const newest = dates.at(-1);
    if (newest === undefined || addDuration(newest, limit) >= asOf()) continue;
    yield {
      rule: staleResearch.id,
      spot: { in: 'plan', path: ['segments', segment.id, 'research'], at: 'key' },
      args: { segment: segment.id, date: newest, ...limit },
    };
  }
}
