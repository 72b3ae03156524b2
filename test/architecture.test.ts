import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

// The layer table of src/README.md: who may import whom, and which packages each room may use.
const ROOMS: Readonly<Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>> = {
  model: { rooms: [], packages: [] },
  text: { rooms: ['model'], packages: [] },
  load: { rooms: ['model'], packages: ['yaml', 'js-yaml'] },
  edit: { rooms: ['model'], packages: ['yaml', 'diff', 'prettier'] },
  calendars: { rooms: ['model'], packages: [] },
  decompose: { rooms: ['model'], packages: [] },
  actuals: { rooms: ['model'], packages: ['csv-parse'] },
  analyses: { rooms: ['model', 'decompose', 'text'], packages: [] },
  rules: { rooms: ['model', 'decompose', 'analyses', 'text'], packages: [] },
  reports: { rooms: ['model', 'decompose', 'analyses', 'text'], packages: [] },
  formats: { rooms: ['model', 'text', 'rules'], packages: ['chalk', 'cli-table3', 'echarts', 'fast-string-width', 'get-east-asian-width'] },
  lsp: {
    rooms: ['model', 'text', 'load', 'edit', 'decompose', 'analyses', 'rules', 'reports'],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument', 'yaml'],
  },
  cli: {
    rooms: ['model', 'text', 'load', 'edit', 'calendars', 'decompose', 'actuals', 'analyses', 'rules', 'reports', 'formats', 'lsp'],
    packages: ['commander', 'inquirer', 'picomatch', 'tinyglobby'],
  },
};
/** Files with leave to use a package or a part of the outside that their room has not. */
const LEAVE: Readonly<Record<string, readonly string[]>> = {
  'model/day.ts': ['date-fns', '@date-fns/utc'],
  'calendars/china.ts': ['chinese-days'],
  'calendars/world.ts': ['date-holidays'],
  'actuals/engines/duckdb.ts': ['@duckdb/node-api'],
  'actuals/engines/duckdb-file.ts': ['@duckdb/node-api'],
  'actuals/engines/postgres.ts': ['pg'],
  'actuals/engines/clickhouse.ts': ['@clickhouse/client'],
  'actuals/engines/trino.ts': ['trino-client'],
  'formats/exports/xlsx.ts': ['write-excel-file', 'fflate'],
  'formats/exports/icalendar.ts': ['ical.js'],
  'actuals/readers/inflate.ts': ['fflate'],
  'actuals/readers/xml.ts': ['saxes'],
  'actuals/readers/flat-record.ts': ['lossless-json'],
};
const OUTSIDE = /\b(process\.|console\.|globalThis|Date\.now|new Date\(\)|Math\.random|fetch\(|setTimeout|localStorage)/;

const src = join(import.meta.dirname, '..', 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split('\\').join('/'))
  .filter((file) => file.endsWith('.ts') && !file.includes('.gen.'));

describe.each(files.filter((file) => file.includes('/')))('%s', (file) => {
  const text = readFileSync(join(src, file), 'utf8');
  const room = file.split('/')[0] ?? '';
  const imports = [...text.matchAll(/^(?:import|export)\b[^;']*?from '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    (match) => match[1] ?? match[2] ?? '',
  );

  it('imports only rooms below its own', () => {
    const rooms = imports
      .filter((target) => target.startsWith('.'))
      .map((target) => relative(src, join(src, dirname(file), target)).split('/')[0] ?? '')
      .filter((target) => target !== room);
    expect(rooms.filter((target) => !ROOMS[room]?.rooms.includes(target))).toEqual([]);
  });

  it('uses only the packages that its room may', () => {
    const packages = imports.filter((target) => !target.startsWith('.')).map(packageOf);
    const allowed = [...(ROOMS[room]?.packages ?? []), ...(LEAVE[file] ?? [])];
    expect(packages.filter((name) => !allowed.includes(name) && !isOpenTo(room, file, name))).toEqual([]);
  });

  it('knows our own errors by their name: chunks that are loaded later have classes of their own', () => {
    expect(/instanceof (?:WarehouseError|CliError|BadArchive)\b/.exec(withoutComments(text))?.[0]).toBeUndefined();
  });

  it('does not touch the outside', () => {
    if (room === 'cli' || file.startsWith('actuals/engines/')) return;
    expect(OUTSIDE.exec(withoutComments(text))?.[0]).toBeUndefined();
  });

  it('stays a size that can be read at once', () => {
    if (/^(text|rules)\//.test(file)) return;
    expect(text.split('\n').length).toBeLessThanOrEqual(300);
  });
});

function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

function isOpenTo(room: string, file: string, name: string): boolean {
  return (
    name.startsWith('node:') &&
    (room === 'cli' || file.startsWith('actuals/engines/') || name === 'node:crypto' || name === 'node:buffer' || name === 'node:zlib')
  );
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
