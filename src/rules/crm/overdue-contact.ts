import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { addDuration } from '../thresholds.ts';
import { quoted, told } from '../words.ts';

export const overdueContact: Rule = {
  id: 'crm/overdue-contact',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A contact with customers is overdue.',
      why: 'A rhythm that is not kept is noticed by customers first, and shows in repeat purchases later.',
      mend: 'Make the contact and write its day under last:, or change the rhythm.',
    },
    zh: {
      title: '与客户的联系已过期。',
      why: '沟通节奏断了，客户最先感觉到，随后反映在复购上。',
      mend: '请完成这次联系并更新 last: 的日期，或调整节奏。',
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
team:
  members:
    lina: {name: Lina}
crm:
  communication:
    vip-call: {segment: east, channel: phone, every: 2 weeks, last: 2026-06-01, owner: lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
`,
    line: 12,
    column: 69,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
team:
  members:
    lina: {name: Lina}
crm:
  communication:
    vip-call: {segment: east, channel: phone, every: 2 weeks, last: 2026-06-22, owner: lina}
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
    message: `${quoted(args.contact, 'en')} was last made on ${told(args.last)} and was due again on ${told(args.due)}.`,
    help: `${args.owner === undefined ? 'Make the contact' : `Ask ${told(args.owner)} to make the contact`}, then write its day under last:.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.contact, 'zh')}上次是 ${told(args.last)}，应在 ${told(args.due)} 再次进行。`,
    help: `请${args.owner === undefined ? '' : `由 ${told(args.owner)} `}完成联系，再更新 last: 的日期。`,
  };
}

function* check({ plan, asOf }: RuleContext): Iterable<Problem> {
  for (const { id, last, every, owner } of plan.crm.communication.values()) {
    const due = last && every && addDuration(last, every);
    if (!due || due >= asOf() || due > plan.period.end) continue;
    const args = { contact: plan.crm.communication.get(id)?.name, last, due, owner };
    yield { rule: overdueContact.id, spot: { in: 'plan', path: ['crm', 'communication', id, 'last'], at: 'value' }, args };
  }
}
