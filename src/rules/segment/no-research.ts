import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const noResearch: Rule = {
  id: 'segment/no-research',
  severity: 'warning',
  explanation: {
    en: {
      title: 'No research stands behind a segment.',
      why: 'A segment that nobody has asked is a guess; its size and needs are too.',
      mend: 'Name the research that it comes from.',
    },
    zh: {
      title: '细分市场没有市场调研支撑。',
      why: '没有调研过的细分市场只是猜测，规模和需求也是。',
      mend: '请写明依据的调研。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
research:
  survey: {method: survey, date: 2026-01-20, sample: 200, findings: [price matters]}
segments:
  east: {name: East, owner: lina, criteria: {geographic: {province: [Zhejiang]}}, needs: [value]}
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
    column: 3,
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
    message: `No research stands behind the segment ${quoted(args.segment, 'en')}.`,
    help: 'Add research: with the id of a survey, interviews or desk research.',
  };
}

function zh(args: Args): Words {
  return { message: `细分市场${quoted(args.segment, 'zh')}没有调研支撑。`, help: '请补上 research:，引用问卷、访谈或案头研究。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  if (plan.research.size === 0) return;
  for (const each of plan.segments.values()) {
    if (each.research.length === 0)
      yield {
        rule: noResearch.id,
        spot: { in: 'plan', path: ['segments', each.id], at: 'key' },
        missing: 'research',
        args: { segment: each.id },
      };
  }
}
