import type { Args, Problem } from '../../model/finding.ts';
import type { Rule, RuleContext, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const noOwner: Rule = {
  id: 'channel/no-owner',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A channel has no owner.',
      why: "A channel that is everybody's is looked after by nobody.",
      mend: 'Name the one person who answers for it.',
    },
    zh: {
      title: '渠道没有负责人。',
      why: '人人有份的渠道没有人管。',
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
strategy:
  product:
    x1: {name: X1, positioning: Value for money, segments: [east], needs: [value], after_sales: {promise: one year}, owner: lina}
  channel:
    web: {name: Web shop, type: online, segments: [east]}
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
    line: 11,
    column: 5,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina, criteria: {geographic: {province: [Zhejiang]}}, needs: [value]}
strategy:
  product:
    x1: {name: X1, positioning: Value for money, segments: [east], needs: [value], after_sales: {promise: one year}, owner: lina}
  channel:
    web: {name: Web shop, type: online, segments: [east], owner: zhao}
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
  return { message: `Nobody answers for the channel ${quoted(args.channel, 'en')}.`, help: 'Add owner:.' };
}

function zh(args: Args): Words {
  return { message: `渠道${quoted(args.channel, 'zh')}没有负责人。`, help: '请补上 owner:。' };
}

function* check({ plan }: RuleContext): Iterable<Problem> {
  for (const { id, owner } of plan.channels.values()) {
    const path = ['strategy', 'channel', id];
    if (!owner) yield { rule: noOwner.id, spot: { in: 'plan', path, at: 'key' }, missing: 'owner', args: { channel: id } };
  }
}
