import type { Command } from '../command.ts';

export const lsp: Command = {
  name: 'lsp',
  group: 'help',
  summary: { en: 'language server for editors (started by the editor)', zh: '编辑器用的语言服务器（由编辑器启动）' },
  options: [
    {
      flags: '--stdio',
      summary: { en: 'speak over standard input and output (as it does anyway)', zh: '通过标准输入输出通信（默认就是）' },
    },
    {
      flags: '--baseline <file>',
      summary: {
        en: 'leave out what a file of known findings has (beside or above the plan)',
        zh: '不显示已知问题文件中的问题（文件在计划旁边或上层文件夹）',
      },
    },
    { flags: '--clientProcessId <pid>', summary: { en: 'end when this process does', zh: '此进程结束时一并结束' }, isHidden: true },
  ],
  examples: ['salesplan lsp', 'salesplan lsp --baseline known.yaml'],
  run: async (call, context) => (await import('../serve-editor.ts')).runLsp(call, context),
};
