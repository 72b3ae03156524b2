import type { ExportFormat } from './export-format.ts';

/** What subgoals can be exported as, by name; the first is the default. Each is loaded when asked for. */
export const EXPORTS: Readonly<Record<string, () => Promise<ExportFormat>>> = {
  csv: async () => (await import('./csv.ts')).csv,
  xlsx: async () => (await import('./xlsx.ts')).xlsx,
  icalendar: async () => (await import('./icalendar.ts')).icalendar,
  codeowners: async () => (await import('./codeowners.ts')).codeowners,
};
