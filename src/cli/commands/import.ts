import type { Command } from '../command.ts';

export const importActuals: Command = {
  name: 'import',
  group: 'actuals',
  summary: {
    en: 'bring a file of actuals in; shows what would change first',
    zh: '导入实绩文件；先显示会改变什么',
  },
  operands: '<file> [plan]',
  options: [
    { flags: '--source <id>', summary: { en: 'into which source, where there are several', zh: '导入到哪个来源（有多个时）' } },
    { flags: '--write', summary: { en: 'put the file in its place; without it nothing is changed', zh: '把文件放到位；不加则只显示' } },
  ],
  readsData: true,
  examples: ['salesplan import ~/orders-2026-06.csv', 'salesplan import export.xlsx --source orders --write'],
  formats: async () => (await import('../../formats/index.ts')).formatsFor('import'),
  run: async (call, context) => (await import('../import-actuals.ts')).runImport(call, context),
};
