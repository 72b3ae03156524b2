import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted, told } from '../words.ts';

export const unreadableFile: Rule = {
  id: 'data/unreadable-file',
  severity: 'error',
  explanation: {
    en: {
      title: 'A data file can not be read.',
      why: 'Its numbers are missing from every report.',
      mend: 'Look at its permissions, and that it is a file.',
    },
    zh: {
      title: '数据文件无法读取。',
      why: '每份报告都会缺少它的数字。',
      mend: '请检查权限，并确认它是文件。',
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
    message: `${quoted(args.path ?? args.file, 'en')} can not be read${args.detail === undefined ? '' : `: ${told(args.detail)}`}.`,
    help: 'Look at its permissions, and that it is a file and not a folder.',
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.path ?? args.file, 'zh')}无法读取${args.detail === undefined ? '' : `：${told(args.detail)}`}。`,
    help: '请检查权限，并确认它是文件而不是文件夹。',
  };
}
