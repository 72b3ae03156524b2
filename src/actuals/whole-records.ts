import type { DataFiles } from '../model/files.ts';
import { brokenOff, upTo } from './broken-off.ts';
import type { PreparedFile } from './prepare.ts';

/** Engines differ in what they make of a quote that is never closed: none is shown one. */
export async function withoutOpenQuote(file: PreparedFile, files: DataFiles): Promise<PreparedFile> {
  const { openQuoteIn } = await import('./swallowed.ts');
  const open = openQuoteIn(file.delimiter, files.scan(file.absolute));
  if (!open) return file;
  const whole = files.writeTemporary(`${file.hash.slice(0, 16)}.closed.csv`, upTo(open.offset, files.scan(file.absolute)));
  const above = file.linesAbove ?? 0;
  const broken = { line: open.line + above, reason: 'unquoted-value', last: open.last + above, rows: open.further + 1 };
  return { ...file, absolute: whole, broken: [broken] };
}

/** Rows that a stray quote takes in as one cell of another row are told, not lost in it. */
export async function withoutRowsInCells(file: PreparedFile, files: DataFiles): Promise<PreparedFile> {
  const [{ rowsInCells }, { blanked }] = await Promise.all([import('./swallowed.ts'), import('./blanked.ts')]);
  const found = rowsInCells(file.delimiter, file.columns.length, files.scan(file.absolute));
  if (found.length === 0) return file;
  const lines = new Set(found.map(({ line }) => line));
  const copy = files.writeTemporary(`${file.hash.slice(0, 16)}.cells.csv`, blanked(files.scan(file.absolute), lines, file.delimiter));
  const above = file.linesAbove ?? 0;
  const broken = found.map(({ line, last, further }) => ({
    line: line + above,
    reason: 'rows-in-cell',
    last: last + above,
    rows: further + 1,
  }));
  return { ...file, absolute: copy, broken: [...(file.broken ?? []), ...broken] };
}

/** The last row of a file that breaks off within it is told. */
export function withoutHalfRow(file: PreparedFile, files: DataFiles): PreparedFile {
  const cut = brokenOff(file.absolute, file, files);
  if (!cut) return file;
  const { line, reason } = cut.broken;
  const whole = files.writeTemporary(`${file.hash.slice(0, 16)}.whole.csv`, cut.whole);
  return { ...file, absolute: whole, broken: [{ line: line + (file.linesAbove ?? 0), reason }] };
}
