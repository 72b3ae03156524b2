import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const ownerMissing: Rule = {
  id: 'crm/owner-missing',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A regular contact has no owner.',
      why: 'A call that anybody may make nobody makes.',
      mend: 'Name the one person who keeps it up.',
    },
    zh: {
      title: '定期沟通没有负责人。',
      why: '谁都可以打的电话，没有人打。',
      mend: '请指定一个负责人。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, criteria: {geographic: {province: [Zhejiang]}}, needs: [value]}
crm:
  communication:
    call: {name: Call, segment: east, channel: phone, every: 2 weeks, purpose: feedback}
  feedback: {source: feedback.csv, reply_within: 2 workdays}
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
    line: 9,
    column: 5,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, criteria: {geographic: {province: [Zhejiang]}}, needs: [value]}
crm:
  communication:
    call: {name: Call, segment: east, channel: phone, every: 2 weeks, owner: lina, purpose: feedback}
  feedback: {source: feedback.csv, reply_within: 2 workdays}
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
  return { message: `Nobody answers for the contact ${quoted(args.communication, 'en')}.`, help: 'Add owner:.' };
}

function zh(args: Args): Words {
  return { message: `沟通${quoted(args.communication, 'zh')}没有负责人。`, help: '请补上 owner:。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const { id, owner } of plan.crm.communication.values()) {
    const path = ['crm', 'communication', id];
    if (owner === undefined)
      yield { rule: ownerMissing.id, spot: { in: 'plan', path, at: 'key' }, missing: 'owner', args: { communication: id } };
  }
}
