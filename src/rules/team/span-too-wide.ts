import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Threshold, Words } from '../rule.ts';
import { countOf } from '../thresholds.ts';
import { quoted, told } from '../words.ts';

const THRESHOLD: Threshold = { name: 'span', kind: 'count', standard: '8' };

export const spanTooWide: Rule = {
  id: 'team/span-too-wide',
  severity: 'warning',
  explanation: {
    en: {
      title: 'One person leads too many.',
      why: 'Beyond about eight nobody is coached any more, only reported on.',
      mend: 'Put a lead in between; checks.thresholds.span sets the limit.',
    },
    zh: {
      title: '一个人直接带的人太多。',
      why: '超过八个人左右就只剩汇报，谈不上辅导。',
      mend: '请增设主管；人数上限由 checks.thresholds.span 设定。',
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
    m1: {manager: lina}
    m2: {manager: lina}
    m3: {manager: lina}
    m4: {manager: lina}
    m5: {manager: lina}
    m6: {manager: lina}
    m7: {manager: lina}
    m8: {manager: lina}
    m9: {manager: lina}
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
    column: 5,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
    m1: {manager: lina}
    m2: {manager: lina}
    m3: {manager: lina}
    m4: {manager: lina}
    m5: {manager: lina}
    m6: {manager: lina}
    m7: {manager: lina}
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
    message: `${quoted(args.member, 'en')} leads ${told(args.count)} people directly.`,
    help: 'Let one of them lead a part of the team.',
  };
}

function zh(args: Args): Words {
  return { message: `${quoted(args.member, 'zh')}直接管理 ${told(args.count)} 人。`, help: '请让其中一人带一部分团队。' };
}

function* check({ plan, input }: RuleContext): Iterable<Problem> {
  const most = countOf(input, THRESHOLD);
  const counts = new Map<string, number>();
  for (const { manager } of plan.members.values()) if (manager !== undefined) counts.set(manager, (counts.get(manager) ?? 0) + 1);
  for (const [member, count] of counts) {
    if (count > most)
      yield { rule: spanTooWide.id, spot: { in: 'plan', path: ['team', 'members', member], at: 'key' }, args: { member, count } };
  }
}
