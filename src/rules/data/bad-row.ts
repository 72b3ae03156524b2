import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { told } from '../words.ts';

export const badRow: Rule = {
  id: 'data/bad-row',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A row can not be read.',
      why: 'Its cells can not be told apart, so nothing in it can be trusted; it is counted as rejected.',
      mend: 'Look for a quote that is not closed or a delimiter too many.',
    },
    zh: {
      title: '行读不懂。',
      why: '无法分清单元格，其中的内容都不可信；记为拒绝。',
      mend: '请查找没有闭合的引号或多余的分隔符。',
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
    line: 1,
    column: 1,
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
    message: `This row can not be read${args.detail === undefined ? '' : `: ${told(args.detail)}`}.`,
    help: 'Look for a quote that is not closed, or a delimiter too many.',
  };
}

function zh(args: Args): Words {
  return {
    message: `这一行读不懂${args.detail === undefined ? '' : `：${told(args.detail)}`}。`,
    help: '请查找没有闭合的引号或多余的分隔符。',
  };
}
