import type { Command } from '../command.ts';

export const check: Command = {
  name: 'check',
  group: 'check',
  summary: { en: 'validate the plan: all findings in one run', zh: '检查计划：一次列出所有问题' },
  operands: '[plans...]',
  options: [
    {
      flags: '--fail-on <severity>',
      summary: {
        en: 'error, warning or info: from which severity the exit status is 1',
        zh: 'error、warning 或 info：从哪个级别起退出码为 1',
      },
    },
    { flags: '--max-warnings <count>', summary: { en: 'fail when there are more warnings', zh: '警告超过这个数目时失败' } },
    {
      flags: '--rule <rule=severity...>',
      summary: {
        en: 'set a rule or group: goal/no-subgoals=off, date/*=warning',
        zh: '设置规则或一组规则：goal/no-subgoals=off、date/*=warning',
      },
    },
    {
      flags: '--threshold <name=value...>',
      summary: { en: 'move a limit of a rule: stale_research=6 months, span=10', zh: '调整规则的阈值：stale_research=6 months、span=10' },
    },
    { flags: '--fix', summary: { en: 'mend what can be mended safely, in place', zh: '就地修正可以安全修正的问题' } },
    { flags: '--fix-dry-run', summary: { en: 'show what --fix would change, as a diff', zh: '以 diff 显示 --fix 会做的改动' } },
    {
      flags: '--unsafe',
      summary: { en: 'with --fix: also what changes the meaning of a value', zh: '与 --fix 同用：也修正会改变取值含义的问题' },
    },
    {
      flags: '--baseline <file>',
      summary: { en: 'tell only what the baseline does not know', zh: '只列出基线中没有的问题' },
    },
    {
      flags: '--write-baseline <file>',
      summary: { en: 'write what is found now as known', zh: '把现在的问题写成基线' },
    },
    {
      flags: '--since <revision>',
      summary: {
        en: 'tell only what changed since a git revision brought, and what it eased without a reason',
        zh: '只列出自某个 git 版本以来的改动带来的问题，以及没有理由的放宽',
      },
    },
    { flags: '--watch', summary: { en: 'check again after every change, until Ctrl+C', zh: '每次改动后重新检查，直到 Ctrl+C' } },
    { flags: '--stdin', summary: { en: 'read the plan from standard input; the same as -', zh: '从标准输入读取计划，与 - 相同' } },
    {
      flags: '--no-data',
      summary: { en: 'look at the plan alone; says which rules that leaves out', zh: '只看计划，不读数据；会说明跳过了哪些规则' },
    },
    {
      flags: '--stdin-filename <name>',
      summary: { en: 'what to call the plan that comes on standard input (-)', zh: '标准输入（-）中计划的文件名' },
    },
  ],
  readsData: true,
  examples: [
    'salesplan check',
    'salesplan check plans/2026 --format github',
    'salesplan check --fail-on warning',
    'salesplan check --fix-dry-run',
    'salesplan check --since origin/main',
    'salesplan check --baseline known.yaml',
    'salesplan check - < salesplan.yaml',
  ],
  formats: async () => Object.keys((await import('../../formats/findings/index.ts')).findingsFormats),
  run: async (call, context) => (await import('../check-plans.ts')).runCheck(call, context),
};
