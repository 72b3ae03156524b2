import type { Rule, Words } from '../rule.ts';

export const tooManyAliases: Rule = {
  id: 'syntax/too-many-aliases',
  severity: 'error',
  explanation: {
    en: {
      title: 'Aliases unfold to more values than a plan can hold.',
      why: 'A few lines of nested aliases can unfold to billions of values and stop every tool that reads the plan.',
      mend: 'Write the values out, or use fewer aliases.',
    },
    zh: {
      title: '别名展开后的值太多。',
      why: '几行嵌套的别名就能展开成几十亿个值，让读取计划的工具全部停住。',
      mend: '请直接写出值，或少用别名。',
    },
  },
  words: (_args, language) => (language === 'zh' ? zh() : en()),
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
x-a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
x-b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
x-c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
x-d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
x-e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
x-f: [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
`,
    line: 21,
    column: 10,
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

function en(): Words {
  return {
    message: 'The aliases of this file unfold to more values than a plan may hold.',
    help: 'Write the values out instead of nesting aliases.',
  };
}

function zh(): Words {
  return { message: '文件中的别名展开后，值的数量超过了计划的上限。', help: '请直接写出值，不要嵌套别名。' };
}
