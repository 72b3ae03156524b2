import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import { terminal } from './terminal.ts';

/** Formats of reports by name; the first is the default. HTML brings a chart library with it and is loaded when asked for. */
export const FORMATS: Readonly<Record<string, () => Promise<Format>>> = {
  terminal: async () => terminal,
  markdown: async () => markdown,
  html: async () => (await import('./html.ts')).html,
  json: async () => json,
  csv: async () => csv,
  jsonl: async () => jsonl,
};

/** Names of the formats that a report can be printed in. */
export function formatsFor(_report: string): readonly string[] {
  return Object.keys(FORMATS);
}
