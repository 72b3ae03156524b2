import type { DataFiles } from '../../model/files.ts';
import { gunzipped, isBadArchive } from './inflate.ts';
import { jsonColumns } from './json.ts';
import { isGz } from './kind.ts';

/** The names of all values in the records of several JSON files: a page of an answer leaves out what its records do not have. */
export function jsonColumnsOf(paths: readonly string[], files: DataFiles): readonly string[] {
  const columns = new Set<string>();
  for (const path of paths) for (const name of columnsIn(path, files)) columns.add(name);
  return [...columns];
}

/** A file that can't be unpacked is complained of when it is prepared. */
function columnsIn(path: string, files: DataFiles): Iterable<string> {
  const chunks = files.chunks(files.absolute(path));
  try {
    return jsonColumns(isGz(path) ? gunzipped(chunks) : chunks);
  } catch (error) {
    if (isBadArchive(error)) return [];
    throw error;
  }
}
