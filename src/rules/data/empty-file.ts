import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const emptyFile: Rule = {
  id: 'data/empty-file',
  severity: 'warning',
  explanation: {
    en: {
      title: 'A data file holds no rows.',
      why: 'It may be an export that failed.',
      mend: 'Export it again, or take it out of the plan.',
    },
    zh: {
      title: '数据文件没有内容。',
      why: '可能是导出失败。',
      mend: '请重新导出，或从计划中去掉。',
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
  return { message: `The file ${quoted(args.file, 'en')} holds no rows.`, help: 'Export it again, or take it out of the plan.' };
}

function zh(args: Args): Words {
  return { message: `文件${quoted(args.file, 'zh')}没有数据行。`, help: '请重新导出，或从计划中去掉。' };
}
