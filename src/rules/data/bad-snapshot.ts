import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';

export const badSnapshot: Rule = {
  id: 'data/bad-snapshot',
  severity: 'error',
  explanation: {
    en: {
      title: 'The snapshot is not what sync wrote.',
      why: 'Numbers that somebody edited, or half of a merge, would pass for what the database said.',
      mend: 'Take the file from git again, or run salesplan sync.',
    },
    zh: {
      title: '快照与 sync 写入的内容不符。',
      why: '被人改过的数字或合并到一半的文件，会被当成数据库的结果。',
      mend: '请从 git 取回该文件，或运行 salesplan sync。',
    },
  },
  words: (args, language) => (language === 'zh' ? zh(args) : en(args)),
  failing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
actuals:
  orders:
    connect: {engine: postgres, url: {env: SALES_DB_URL}}
    table: mart.orders
`,
    files: {
      'actuals.snapshot.csv':
        '# salesplan snapshot 1\n# source: orders\n#   from: postgres mart.orders\n#   time: 2026-06-28 08:00:00 UTC\n#   by: day\n#   owner: place\n#   read: 2 rows, 100\n#   used: 2 rows, 100\n# hash: 138336748ff8d8f7729af5932186656278f783775bc2e7b14f4c863679f8e26d\nsource,day,metric,segment,product,channel,owner,value,rows\norders,2026-01-05,revenue,,,,,900,2\n',
    },
    line: 9,
    column: 1,
    file: 'actuals.snapshot.csv',
  },
  passing: {
    plan: `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  members:
    lina: {name: Lina}
goals:
  revenue:
    name: Revenue of 12M
    metric: revenue
    target: 12M
    owner: lina
    decompose:
      - {by: quarter}
actuals:
  orders:
    connect: {engine: postgres, url: {env: SALES_DB_URL}}
    table: mart.orders
`,
    files: {
      'actuals.snapshot.csv':
        '# salesplan snapshot 1\n# source: orders\n#   from: postgres mart.orders\n#   time: 2026-06-28 08:00:00 UTC\n#   by: day\n#   owner: place\n#   read: 2 rows, 100\n#   used: 2 rows, 100\n# hash: 138336748ff8d8f7729af5932186656278f783775bc2e7b14f4c863679f8e26d\nsource,day,metric,segment,product,channel,owner,value,rows\norders,2026-01-05,revenue,,,,,100,2\n',
    },
  },
};

const REASONS: Readonly<Record<string, Readonly<Record<'en' | 'zh', string>>>> = {
  form: { en: 'This is no snapshot that salesplan sync wrote.', zh: '这不是 salesplan sync 写入的快照。' },
  row: { en: 'This line of the snapshot can not be read.', zh: '快照的这一行无法读取。' },
  changed: {
    en: 'The rows of the snapshot are not those that were written: their hash is another.',
    zh: '快照的行与写入时不同：哈希值不一致。',
  },
};

function en(args: Args): Words {
  return {
    message: REASONS[String(args.reason)]?.en ?? 'This is no snapshot.',
    help: 'Take the file from git again, or run salesplan sync to write it anew.',
  };
}

function zh(args: Args): Words {
  return {
    message: REASONS[String(args.reason)]?.zh ?? '这不是快照。',
    help: '请从 git 取回该文件，或运行 salesplan sync 重新写入。',
  };
}
