import type { Command } from '../command.ts';

export const schema: Command = {
  name: 'schema',
  group: 'help',
  summary: { en: 'print a JSON Schema: of the plan format, or of an output', zh: '输出 JSON Schema：计划格式的，或某个输出的' },
  operands: '[name]',
  examples: ['salesplan schema', 'salesplan schema report', 'salesplan schema --output plan.schema.json'],
  run: async (call, context) => (await import('../show-schema.ts')).runSchema(call, context),
};
