import { readXml } from './xml.ts';

/** A sheet of a workbook, and where its cells lie in the file. */
export interface Sheet {
  readonly name: string;
  readonly entry: string;
  readonly isHidden: boolean;
}

/** How a style shows its numbers, where that changes what they mean. */
export type NumberLook = 'date' | 'percent' | undefined;

type Bytes = Iterable<Uint8Array>;

/** The sheets in their order, and whether days are counted from 1904. */
export function sheetsIn(workbook: Bytes, relations: Bytes): { readonly sheets: readonly Sheet[]; readonly is1904: boolean } {
  const targets = new Map<string, string>();
  readXml(relations, {
    ...QUIET,
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, Target);
    },
  });
  const sheets: Sheet[] = [];
  let is1904 = false;
  readXml(workbook, {
    ...QUIET,
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const target = targets.get(attributes['r:id'] ?? idOf(attributes)) ?? '';
      const entry = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      sheets.push({ name: attributes.name ?? '', entry, isHidden: (attributes.state ?? 'visible') !== 'visible' });
    },
  });
  return { sheets, is1904 };
}

/** Texts that cells share, by number; readings of Chinese and Japanese characters left aside. */
export function sharedStrings(chunks: Bytes): readonly string[] {
  const strings: string[] = [];
  let [text, isText, isReading] = ['', false, false];
  readXml(chunks, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 't') isText = true;
      if (name === 'rPh') isReading = true;
    },
    text: (part) => {
      if (isText && !isReading) text += part;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isReading = false;
      if (name === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
}

/** The look of each cell style, by number. */
export function looksOf(styles: Bytes): readonly NumberLook[] {
  const codes = new Map<number, string>();
  const looks: NumberLook[] = [];
  let isInCells = false;
  readXml(styles, {
    ...QUIET,
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') isInCells = true;
      if (name === 'xf' && isInCells) looks.push(lookOf(Number(numFmtId ?? 0), codes));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return looks;
}

/** `_x000D_` stands for a character that XML can't hold. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

const QUIET = { open: () => undefined, text: () => undefined, close: () => undefined };

/** Numbers of the formats for dates that every workbook has: ECMA-376 part 1, 18.8.30, with those of Chinese, Japanese and Korean Excel. */
const DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

function lookOf(id: number, codes: ReadonlyMap<number, string>): NumberLook {
  const code = codes.get(id);
  if (code === undefined)
    return id === 9 || id === 10 ? 'percent' : DATES.some(([from, to]) => id >= from && id <= to) ? 'date' : undefined;
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '');
  if (/[ymdh]/i.test(bare) && !/general/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : undefined;
}

function idOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
