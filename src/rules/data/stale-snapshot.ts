import type { Args } from '../../model/finding.ts';
import type { Rule, Words } from '../rule.ts';
import { quoted } from '../words.ts';

export const staleSnapshot: Rule = {
  id: 'data/stale-snapshot',
  severity: 'warning',
  explanation: {
    en: {
      title: 'The plan says something else of a table than when it was read.',
      why: 'The snapshot has the numbers as they were sorted then: a new segment, alias or filter does not show in it.',
      mend: 'Run salesplan sync again.',
    },
    zh: {
      title: '计划对表的说明与读取时不同。',
      why: '快照仍按当时的说明归类：之后新增的细分市场、别名或筛选不会体现。',
      mend: '请重新运行 salesplan sync。',
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
        '# salesplan snapshot 1\n# source: orders\n#   from: postgres mart.orders\n#   time: 2026-06-28 08:00:00 UTC\n#   by: day\n#   owner: place\n#   read: 2 rows, 100\n#   used: 2 rows, 100\n#   definition: 0000000000000000000000000000000000000000000000000000000000000000\n# hash: 138336748ff8d8f7729af5932186656278f783775bc2e7b14f4c863679f8e26d\nsource,day,metric,segment,product,channel,owner,value,rows\norders,2026-01-05,revenue,,,,,100,2\n',
    },
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
    message: `The plan changed what it says of ${quoted(args.source, 'en')}, or of its segments, products, channels, people or rates, since the snapshot of ${args.time} UTC.`,
    help: 'Run salesplan sync, so that its numbers are sorted anew.',
  };
}

function zh(args: Args): Words {
  return {
    message: `自 ${args.time} UTC 的快照以来，计划对${quoted(args.source, 'zh')}或细分市场、产品、渠道、人员、汇率的说明有变化。`,
    help: '请运行 salesplan sync，让数字重新归类。',
  };
}
