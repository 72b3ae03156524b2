import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';

export const noFeedbackLoop: Rule = {
  id: 'crm/no-feedback-loop',
  severity: 'warning',
  explanation: {
    en: {
      title: 'Feedback of customers goes nowhere.',
      why: 'What customers say after the sale is the cheapest research there is.',
      mend: 'Say where it is kept and how fast it is answered: crm.feedback.',
    },
    zh: {
      title: '客户反馈没有去处。',
      why: '客户售后说的话，是最便宜的市场调研。',
      mend: '请写明收在哪里、多快回复：crm.feedback。',
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
    call: {name: Call, segment: east, channel: phone, every: 2 weeks, owner: lina, purpose: feedback}
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
    column: 1,
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

function en(_: Args): Words {
  return {
    message: 'The plan does not say where feedback of customers is kept and answered.',
    help: 'Add crm.feedback with source: and reply_within:.',
  };
}

function zh(_: Args): Words {
  return { message: '计划没有说明客户反馈收在哪里、多快回复。', help: '请补上 crm.feedback，写明 source: 和 reply_within:。' };
}

function* check({ plan, input }: RuleContext): Iterable<Problem> {
  const hasCrm = typeof input === 'object' && input !== null && 'crm' in input;
  if (hasCrm && !plan.crm.feedback)
    yield { rule: noFeedbackLoop.id, spot: { in: 'plan', path: ['crm'], at: 'key' }, missing: 'feedback', args: {} };
}
