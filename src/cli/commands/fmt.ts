import type { Command } from '../command.ts';

export const fmt: Command = {
  name: 'fmt',
  group: 'check',
  summary: { en: "format the plan's YAML; comments, anchors and order stay", zh: '整理计划的 YAML 格式；注释、锚点和顺序不变' },
  operands: '[plans...]',
  options: [
    { flags: '--check', summary: { en: 'change nothing, fail when a file is not formatted', zh: '不改文件，有未整理的文件时失败' } },
  ],
  examples: ['salesplan fmt', 'salesplan fmt --check', 'salesplan fmt - < salesplan.yaml'],
  run: async (call, context) => (await import('../format-plans.ts')).runFmt(call, context),
};
