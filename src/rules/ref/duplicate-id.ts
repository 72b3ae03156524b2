import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const duplicateId: Rule = {
  id: 'ref/duplicate-id',
  severity: 'error',
  explanation: {
    en: {
      title: 'One id is given in two files.',
      why: 'Which of the two counts would depend on the order in which files are read.',
      mend: 'Keep one of the two, or give one another id.',
    },
    zh: {
      title: '同一个 id 出现在两个文件中。',
      why: '到底以哪个为准就取决于读文件的顺序。',
      mend: '请保留一个，或给其中一个换 id。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  related: { first: { en: 'first given here', zh: '第一次出现在这里' } },
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
include: [more.yaml]
`,
    line: 2,
    column: 3,
    file: 'more.yaml',
    files: { 'more.yaml': 'segments:\n  east: {name: Again, owner: lina}\n' },
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
    message: `${quoted(args.id, 'en')} is already given in another file.`,
    help: isEntry(args) ? 'Keep one of the two, or give this one another id.' : 'Keep one of the two.',
  };
}

function zh(args: Args): Words {
  return {
    message: `${quoted(args.id, 'zh')}已在另一个文件中给出。`,
    help: isEntry(args) ? '请保留一个，或给这个换 id。' : '请保留一个。',
  };
}

/** Keys of the format itself are no ids that could be others. */
const FIXED: readonly string[] = [
  '',
  'period',
  'calendar',
  'strategy',
  'process',
  'team',
  'crm',
  'improvement',
  'checks',
  'report',
  'outlook',
];

function isEntry({ section }: Args): boolean {
  return !FIXED.includes(String(section));
}
