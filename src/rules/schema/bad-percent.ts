import type { Args } from '../../model/finding.ts';
import { suggested } from '../mend.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const badPercent: Rule = {
  id: 'schema/bad-percent',
  severity: 'error',
  explanation: {
    en: {
      title: 'A share, rate or growth is not written as a percent.',
      why: '0.9, 90 and 90% are three readings of one number; only the sign % settles which.',
      mend: 'Write 90% or 0.5%.',
    },
    zh: {
      title: '份额、比率或增长没有写成百分数。',
      why: '0.9、90 和 90% 读法不同，只有 % 才能说清。',
      mend: '请写成 90% 或 0.5%。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  mend: suggested,
  mends: 'either',
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: South, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    milestones: {half: {deadline: 2026-06-30, target: 6M}}
    decompose:
      - {by: segment, over_assign: 5, shares: {east: 55%, south: 45%}}
`,
    line: 20,
    column: 36,
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: East, owner: lina}
  south: {name: South, owner: zhao}
team:
  members:
    lina: {name: Lina}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
`,
  },
};

function en(args: Args): Words {
  return {
    message: `${quoted(args.value, 'en')} is no percent.`,
    help: args.suggestion === undefined ? 'Write it with a percent sign, for example 45%.' : `Write ${told(args.suggestion)}.`,
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.value, 'zh')}不是百分数。`,
    help: args.suggestion === undefined ? '请带上百分号，例如 45%。' : `请写成 ${told(args.suggestion)}。`,
  };
}
