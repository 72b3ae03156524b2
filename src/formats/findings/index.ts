import type { FindingsFormat } from './format.ts';

/** Formats of findings by the name that `--format` takes, each loaded when it is asked for; the first is the default. */
export const findingsFormats: Readonly<Record<string, () => Promise<FindingsFormat>>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  compact: async () => (await import('./compact.ts')).compact,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  markdown: async () => (await import('./markdown.ts')).markdown,
};
