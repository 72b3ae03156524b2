import { createHash } from 'node:crypto';
import type { DataFiles } from '../model/files.ts';
import type { PathProblem } from './file-problem.ts';
import type { Form, Prepared, PreparedFile, Preparing } from './prepare.ts';
import { prepareDelimited } from './prepare.ts';
import { gunzipped, isBadArchive } from './readers/inflate.ts';
import { jsonTable } from './readers/json.ts';
import { jsonRecords } from './readers/json-records.ts';
import { type FileKind, isGz } from './readers/kind.ts';
import { type BrokenRow, delimitedText, type TableRead } from './readers/table.ts';
import { readWorkbook } from './readers/workbook.ts';

/** Prepares what is not plain delimited text: packed text, workbooks, JSON, Parquet. Reports (without a place): data/unreadable-file, data/empty-file, and what prepareDelimited does. */
export async function prepareOther(path: string, kind: FileKind, form: Form, preparing: Preparing): Promise<Prepared> {
  const { files, display } = preparing;
  const absolute = files.absolute(path);
  const hash = hashOf(files.chunks(absolute));
  const known = { name: display(path), path, hash };
  try {
    if (kind === 'parquet') return await parquet(known, absolute, preparing);
    const chunks = isGz(path) ? () => gunzipped(files.chunks(absolute)) : () => files.chunks(absolute);
    if (kind === 'delimited') {
      const prepared = await prepareDelimited(
        path,
        known.name,
        files.writeTemporary(`${hash.slice(0, 16)}.txt`, chunks()),
        form,
        preparing,
      );
      return prepared.is === 'file' ? { is: 'file', file: { ...prepared.file, hash } } : prepared;
    }
    return kind === 'json' ? json(known, chunks, form, preparing) : workbook(known, chunks, form, files);
  } catch (error) {
    if (isBadArchive(error)) return refused(path, error.reason);
    throw error;
  }
}

type Known = Pick<PreparedFile, 'name' | 'path' | 'hash'>;
type Chunks = () => Iterable<Uint8Array>;

async function parquet(known: Known, absolute: string, { files, parquetColumns }: Preparing): Promise<Prepared> {
  const bytes = sizeOf(files.chunks(absolute));
  try {
    return { is: 'file', file: { ...known, absolute, bytes, delimiter: ',', columns: await parquetColumns(absolute), isParquet: true } };
  } catch {
    return refused(known.path, 'not-parquet');
  }
}

function json(known: Known, chunks: Chunks, form: Form, { files, jsonColumns }: Preparing): Prepared {
  const broken: BrokenRow[] = [];
  const table = jsonTable(chunks, jsonColumns, form.preset, broken);
  // Without a whole record in any file there are no names of columns to complain of one by one.
  const reason = jsonColumns.length > 0 ? undefined : whyNoRecords(chunks);
  if (reason !== undefined) return refused(known.path, reason);
  return written({ is: 'table', table, unread: [] }, known, { hasHeader: form.hasHeader, hasCells: false, broken }, files);
}

/** Undefined: it is JSON that has no records. */
function whyNoRecords(chunks: Chunks): 'truncated' | 'not-json' | undefined {
  const [first] = jsonRecords(chunks());
  if (first) return first.isWhole ? 'not-json' : 'truncated';
  const [bytes] = chunks();
  return /^\s*([[{]|$)/.test(new TextDecoder().decode(bytes)) ? undefined : 'not-json';
}

function workbook(known: Known, chunks: Chunks, { sheet, hasHeader }: Form, files: DataFiles): Prepared {
  return written(readWorkbook(chunks, sheet, hasHeader), known, { hasHeader, hasCells: true, broken: [] }, files);
}

interface Written {
  readonly hasHeader: boolean;
  readonly hasCells: boolean;
  readonly broken: readonly BrokenRow[];
}

/** Writes a table out as text that every engine reads. */
function written(read: TableRead, known: Known, { hasHeader, hasCells, broken }: Written, files: DataFiles): Prepared {
  if (read.is === 'refused') return refused(known.path, read.reason, read.sheets);
  const lines: number[] = [];
  if (read.is === 'empty') return empty(known.path);
  const { columns } = read.table;
  const absolute = files.writeTemporary(`${known.hash.slice(0, 16)}.csv`, delimitedText(read.table, hasHeader, lines));
  if (lines.length === 0 && broken.length === 0) return empty(known.path);
  const lineOf = (line: number): number => lines[line - (hasHeader ? 2 : 1)] ?? line;
  const bytes = sizeOf(files.chunks(absolute));
  return {
    is: 'file',
    file: { ...known, absolute, bytes, delimiter: ',', columns, unread: read.unread, broken, origin: { lineOf, hasCells } },
  };
}

function refused(file: string, reason: string, sheets: readonly string[] = []): Prepared {
  return { is: 'problem', problem: { rule: 'data/unreadable-file', args: { file, reason, sheets } } };
}

function empty(file: string): Prepared {
  const problem: PathProblem = { rule: 'data/empty-file', args: { file } };
  return { is: 'problem', problem };
}

function hashOf(chunks: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

function sizeOf(chunks: Iterable<Uint8Array>): number {
  let bytes = 0;
  for (const chunk of chunks) bytes += chunk.length;
  return bytes;
}
