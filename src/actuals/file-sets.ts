import type { Source } from '../model/source.ts';
import { bindColumns } from './bind.ts';
import { type Form, type PreparedFile, type Preparing, prepareFile } from './prepare.ts';
import type { Reading } from './read-source.ts';
import { kindOf } from './readers/kind.ts';
import type { FileSet } from './roll-source.ts';
import { wideOf } from './wide.ts';

/** The files of a source, those with the same columns together, and their columns bound. */
export async function fileSetsOf(source: Source, reading: Reading): Promise<readonly FileSet[]> {
  const found = await Promise.all(source.from.map((pattern) => pathsOf(pattern, reading)));
  const preparing = await preparingOf(found.flat(), reading);
  const prepared: PreparedFile[] = [];
  const seen = new Set<string>();
  for (const [index, paths] of found.entries()) {
    const path = [...source.path, 'from', ...(source.from.length > 1 ? [index] : [])];
    // Two patterns may find one file: it counts once.
    for (const file of paths.filter((each) => !seen.has(each))) {
      seen.add(file);
      prepared.push(...(await prepareAt(file, path, formOf(source), preparing, reading)));
    }
  }
  tellCopies(prepared, source, reading);
  const joined = await prepareJoins(source, reading);
  if (!joined) return [];
  const long = await Promise.all(prepared.map((file) => longOf(file, source, reading)));
  return [...byLayout(long).values()].flatMap((files) => {
    const [first] = files;
    const binding = first && bindColumns(source, reading.plan, first, joined, reading.tell);
    return binding ? [{ files, joined, binding }] : [];
  });
}

/** Files that hold the same: a copy in the folder would count twice. Only files of one size are looked into. */
function tellCopies(prepared: readonly PreparedFile[], source: Source, { files, tell }: Reading): void {
  const sizes = new Map<number, PreparedFile[]>();
  for (const file of prepared) sizes.set(file.bytes, [...(sizes.get(file.bytes) ?? []), file]);
  const spot = { in: 'plan', path: [...source.path, 'from'], at: 'value' } as const;
  for (const ofOneSize of sizes.values()) {
    if (ofOneSize.length === 1) continue;
    const alike = ofOneSize.filter((file) => hasRows(file, files));
    for (const [index, file] of alike.entries()) {
      const first = alike.slice(0, index).find((other) => isSame(files.chunks(file.absolute), files.chunks(other.absolute)));
      if (first) tell({ rule: 'data/same-file', spot, args: { file: file.path, other: first.path } });
    }
  }
}

/** A mere header is told elsewhere. */
function hasRows({ absolute, isParquet }: PreparedFile, { chunks }: Reading['files']): boolean {
  const [first] = chunks(absolute);
  return isParquet === true || /[\r\n]\s*\S/.test(new TextDecoder().decode(first));
}

/** Whether two files of one size are the same, byte by byte up to the first that differs. */
function isSame(a: Iterable<Uint8Array>, b: Iterable<Uint8Array>): boolean {
  const others = b[Symbol.iterator]();
  for (const chunk of a) {
    const other: Uint8Array | undefined = others.next().value;
    if (!other || Buffer.compare(chunk, other) !== 0) return false;
  }
  return true;
}

/** A wide table as long rows; the code for it is loaded for one only. */
async function longOf(file: PreparedFile, source: Source, { plan, files }: Reading): Promise<PreparedFile> {
  const wide = source.formats.header && !file.isParquet ? wideOf(file.columns, source, plan) : undefined;
  return wide ? (await import('./long-rows.ts')).longRows(file, wide, files) : file;
}

/** The files that a source's rows are joined to; undefined where one of them can't be read. */
export async function prepareJoins(source: Source, reading: Reading): Promise<readonly PreparedFile[] | undefined> {
  const form: Form = { ...formOf(source), preset: 'generic', hasHeader: true, sheet: undefined };
  const joined: PreparedFile[] = [];
  for (const [index, { file }] of source.joins.entries()) {
    const path = [...source.path, 'join', index, 'file'];
    joined.push(...(await prepareAt(file, path, form, await preparingOf([file], reading), reading)));
  }
  return joined.length === source.joins.length ? joined : undefined;
}

function byLayout(prepared: readonly PreparedFile[]): ReadonlyMap<string, PreparedFile[]> {
  const layouts = new Map<string, PreparedFile[]>();
  for (const file of prepared) {
    const key = JSON.stringify([file.delimiter, file.columns, file.isParquet]);
    layouts.set(key, [...(layouts.get(key) ?? []), file]);
  }
  return layouts;
}

/** A pattern that finds nothing stands for itself, to be complained of. What Excel lays beside a workbook that is open is none. */
async function pathsOf(pattern: string, { files, mayLeaveFolder }: Reading): Promise<readonly string[]> {
  const isOutside = /^([/\\]|[A-Za-z]:)/.test(pattern) || pattern.split('/').includes('..');
  const found = isOutside && !mayLeaveFolder ? [] : await files.glob(pattern);
  return found.length > 0 ? found.filter((path) => path === pattern || !/(?:^|\/)~\$[^/]*$/.test(path)) : [pattern];
}

async function preparingOf(paths: readonly string[], reading: Reading): Promise<Preparing> {
  const { files, display, mayLeaveFolder, parquetColumns, newDigest } = reading;
  const jsons = paths.filter((path) => kindOf(path) === 'json' && files.kind(path) === 'file');
  const columns = jsons.length === 0 ? [] : (await import('./readers/json-columns.ts')).jsonColumnsOf(jsons, files);
  return { files, display, mayLeaveFolder, parquetColumns, newDigest, jsonColumns: columns };
}

function formOf({ encoding, formats, preset }: Source): Form {
  return { encoding, preset, delimiter: formats.delimiter, hasHeader: formats.header, sheet: formats.sheet };
}

async function prepareAt(
  file: string,
  path: readonly (string | number)[],
  form: Form,
  preparing: Preparing,
  { tell }: Reading,
): Promise<readonly PreparedFile[]> {
  const prepared = await prepareFile(file, form, preparing);
  if (prepared.is === 'file') {
    const { unread = [] } = prepared.file;
    if (unread.length > 0) tell({ rule: 'data/unread-sheets', spot: { in: 'plan', path, at: 'value' }, args: { file, sheets: unread } });
    return [prepared.file];
  }
  tell({ ...prepared.problem, spot: { in: 'plan', path, at: 'value' } });
  return [];
}
