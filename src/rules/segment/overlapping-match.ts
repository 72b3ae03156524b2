import type { Args, Problem } from '../../model/finding.ts';
import type { Match } from '../../model/strategy.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const overlappingMatch: Rule = {
  id: 'segment/overlapping-match',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Two segments claim the same rows.',
      why: 'A row of the data can belong to one segment only; where two match alike, neither gets it.',
      mend: 'Make one of the two more specific.',
    },
    zh: {
      title: '两个细分市场匹配相同的数据行。',
      why: '一行数据只能属于一个细分市场；两个同样匹配时，哪个都得不到。',
      mend: '请把其中一个写得更具体。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  related: { other: { en: 'matches too', zh: '也匹配' } },
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, match: {region: [E, N]}}
  north: {name: North, owner: zhao, match: {region: [N]}}
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
    line: 7,
    column: 37,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, match: {region: [E]}}
  north: {name: North, owner: zhao, match: {region: [N]}}
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
    message: `${quoted(args.segment, 'en')} and ${quoted(args.other, 'en')} match the same rows.`,
    help: 'Add a key to the match of one, or take the shared label out.',
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.segment, 'zh')}与${quoted(args.other, 'zh')}匹配相同的行。`,
    help: '请给其中一个的 match 加一个键，或去掉共同的标签。',
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  const segments = [...plan.segments.values()];
  for (const [index, segment] of segments.entries()) {
    const other = segments.slice(0, index).find((each) => isSame(each.match, segment.match));
    if (!other) continue;
    const related = [{ where: { in: 'plan' as const, path: ['segments', other.id, 'match'], at: 'key' as const }, says: 'other' }];
    yield {
      rule: overlappingMatch.id,
      spot: { in: 'plan', path: ['segments', segment.id, 'match'], at: 'key' },
      args: { segment: segment.id, other: other.id },
      related,
    };
  }
}

/** The same keys, and of each key a label in common. */
function isSame(a: Match | undefined, b: Match | undefined): boolean {
  if (!a || !b || a.size !== b.size || a.size === 0) return false;
  return [...a].every(([key, labels]) => b.get(key)?.some((label) => labels.includes(label)) === true);
}
