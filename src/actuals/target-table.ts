import { CsvError, parse } from 'csv-parse/sync';
import type { TableRows } from '../model/decomposed.ts';
import type { PlanFiles } from '../model/files.ts';
import type { Place, Problem, Spot } from '../model/finding.ts';
import type { Plan } from '../model/plan.ts';
import type { Step, TargetTable } from '../model/step.ts';
import { likelyDelimiter } from './delimiter.ts';
import { fileProblem, type PathProblem } from './file-problem.ts';
import { decodeData } from './text.ts';

/** The tables that the plan's steps name, by file, and what is wrong with them. */
export interface TargetTables {
  readonly tables: ReadonlyMap<string, TableRows>;
  readonly problems: readonly Problem[];
}

/** Reads the target tables of a plan. Reports: data/missing-file, data/outside-folder, data/unreadable-file, data/wrong-encoding, data/empty-file, data/bad-row. */
export function readTargetTables(plan: Plan, files: PlanFiles, display: (path: string) => string, mayLeaveFolder: boolean): TargetTables {
  const tables = new Map<string, TableRows>();
  const problems: Problem[] = [];
  for (const { step, table } of tablesOf(plan)) {
    if (tables.has(table.file)) continue;
    const read = readTable(step, table, files, display, mayLeaveFolder);
    if (read.is === 'table') tables.set(table.file, read.table);
    else problems.push(read.problem);
  }
  return { tables, problems };
}

export function hasTargetTables(plan: Plan): boolean {
  return tablesOf(plan).length > 0;
}

function tablesOf(plan: Plan): readonly { readonly step: Step; readonly table: TargetTable }[] {
  const steps = [...plan.goals.values()].flatMap((goal) => [...goal.decompose, ...(goal.bottomUp ? [goal.bottomUp] : [])]);
  return steps.flatMap((step) => (step.shares.is === 'table' ? [{ step, table: step.shares.table }] : []));
}

export type Read = { readonly is: 'table'; readonly table: TableRows } | { readonly is: 'problem'; readonly problem: Problem };

function readTable(step: Step, table: TargetTable, files: PlanFiles, display: (path: string) => string, mayLeaveFolder: boolean): Read {
  const spot: Spot = { in: 'plan', path: [...step.path, 'from', 'file'], at: 'value' };
  const refused: PathProblem | undefined = fileProblem(files, table.file, mayLeaveFolder);
  if (refused) return { is: 'problem', problem: { ...refused, spot } };
  const found = files.read(table.file);
  if (found.is !== 'bytes')
    return { is: 'problem', problem: { rule: 'data/unreadable-file', spot, args: { file: table.file, reason: found.is } } };
  const decoded = decodeData(found.bytes, encodingOf(table));
  if (decoded.is !== 'text') {
    const args = { file: table.file, declared: decoded.declared, looksLike: decoded.looksLike };
    return { is: 'problem', problem: { rule: 'data/wrong-encoding', spot, args } };
  }
  const name = display(table.file);
  return parseRows(decoded.text, table.formats.delimiter, name, table.file, spot);
}

function encodingOf(table: TargetTable) {
  const { encoding } = table.formats;
  return encoding === 'utf-8' || encoding === 'utf-16' || encoding === 'gb18030' || encoding === 'big5' ? encoding : 'auto';
}

/** The rows of a delimited text with the line that each starts at. Reports: data/empty-file, data/bad-row. */
export function parseRows(text: string, delimiter: string | undefined, name: string, file: string, spot: Spot): Read {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiter ?? likelyDelimiter(text),
      info: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    if (records.length < 2) return { is: 'problem', problem: { rule: 'data/empty-file', spot, args: { file } } };
    const rows = records.map(({ record, info }) => ({ line: info.lines - linesWithin(record), cells: record }));
    return { is: 'table', table: { file: name, rows } };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    const place: Place = { file: name, line, column: 1, endLine: line, endColumn: 1 };
    return { is: 'problem', problem: { rule: 'data/bad-row', spot: { in: 'text', place }, args: { file, reason: 'unquoted-value' } } };
  }
}

/** Line breaks inside quoted cells: the record is told by the line where it starts. */
function linesWithin(record: readonly string[]): number {
  return record.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
}
