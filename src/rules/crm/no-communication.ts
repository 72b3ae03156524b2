import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const noCommunication: Rule = {
  id: 'crm/no-communication',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Nobody keeps in touch with a segment.',
      why: 'Customers who hear from you only when you sell leave without a word.',
      mend: 'Add a regular contact for the segment.',
    },
    zh: {
      title: '没有人与这个细分市场保持联系。',
      why: '只在推销时才出现，客户会悄悄离开。',
      mend: '请为它安排定期沟通。',
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
  west: {name: West, owner: zhao, needs: [value]}
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
    line: 7,
    column: 3,
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
  return {
    message: `No communication keeps in touch with the segment ${quoted(args.segment, 'en')}.`,
    help: 'Add one under crm.communication with every: and an owner.',
  };
}

function zh(args: Args): Words {
  return {
    message: `没有与细分市场${quoted(args.segment, 'zh')}的定期沟通。`,
    help: '请在 crm.communication 中补上，写明 every: 和负责人。',
  };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  if (plan.crm.communication.size === 0) return;
  const reached = new Set([...plan.crm.communication.values()].map((each) => each.segment));
  if (reached.has(undefined)) return;
  for (const each of plan.segments.values()) {
    if (!reached.has(each.id))
      yield {
        rule: noCommunication.id,
        spot: { in: 'plan', path: ['segments', each.id], at: 'key' },
        restsOn: [['crm', 'communication']],
        args: { segment: each.id },
      };
  }
}
