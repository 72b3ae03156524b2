/** How the rows of a data file are laid down, as its name says. */
export type FileKind = 'delimited' | 'workbook' | 'json' | 'parquet';

const ENDINGS: Readonly<Record<string, FileKind>> = {
  csv: 'delimited',
  tsv: 'delimited',
  txt: 'delimited',
  psv: 'delimited',
  tab: 'delimited',
  xlsx: 'workbook',
  xlsm: 'workbook',
  json: 'json',
  ndjson: 'json',
  jsonl: 'json',
  parquet: 'parquet',
};

/** The kind of a file, `.gz` left aside; undefined: none that can be read. Parquet packs itself. */
export function kindOf(path: string): FileKind | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(withoutGz(path))?.[1]?.toLowerCase() ?? '';
  const kind = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  return kind === 'parquet' && isGz(path) ? undefined : kind;
}

export function isGz(path: string): boolean {
  return /\.gz$/i.test(path);
}

function withoutGz(path: string): string {
  return path.replace(/\.gz$/i, '');
}
