import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const notSynced: Rule = {
  id: 'data/not-synced',
  severity: 'error',
  explanation: {
    en: {
      title: 'A table of a database was never read.',
      why: 'Its numbers are missing from every report: only sync asks the database, everything else reads its snapshot.',
      mend: 'Run salesplan sync, and commit actuals.snapshot.csv.',
    },
    zh: {
      title: '数据库的表从未读取。',
      why: '每份报告都会缺少它的数字：只有 sync 查询数据库，其他命令读取快照。',
      mend: '请运行 salesplan sync，并提交 actuals.snapshot.csv。',
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
    line: 18,
    column: 5,
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

function en(args: Args): Words {
  return {
    message: `The table ${quoted(args.table ?? args.source, 'en')} was never read: there is no snapshot of it.`,
    help: 'Run salesplan sync; it asks the database and writes actuals.snapshot.csv.',
  };
}

function zh(args: Args): Words {
  return {
    message: `表${quoted(args.table ?? args.source, 'zh')}从未读取：没有它的快照。`,
    help: '请运行 salesplan sync：它会查询数据库并写入 actuals.snapshot.csv。',
  };
}
