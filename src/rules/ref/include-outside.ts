import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const includeOutside: Rule = {
  id: 'ref/include-outside',
  severity: 'error',
  explanation: {
    en: {
      title: "An included file is outside of the plan's folder.",
      why: 'A plan must mean the same on every machine, and a foreign file could read what is not yours to show.',
      mend: "Move the file into the plan's folder.",
    },
    zh: {
      title: 'include 的文件在计划文件夹之外。',
      why: '计划在每台机器上都应相同，外部文件还可能泄露不该展示的内容。',
      mend: '请把文件移到计划的文件夹里。',
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
include: [../parts/a.yaml]
`,
    line: 20,
    column: 11,
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
    message: `${quoted(args.path, 'en')} lies outside of the plan's folder.`,
    help: "Move the file into the plan's folder and include it from there.",
  };
}

function zh(args: Args): Words {
  return { message: `${quoted(args.path, 'zh')}在计划文件夹之外。`, help: '请把文件移到计划的文件夹里再引入。' };
}
