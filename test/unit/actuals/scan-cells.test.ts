import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOfBytes } from '../../../src/actuals/line-of-byte.ts';
import { textOf } from '../../../src/actuals/record-reader.ts';
import { type ScannedRecord, scanCells } from '../../../src/actuals/scan-cells.ts';

const cell = fc.string({ maxLength: 5, unit: fc.constantFrom('a', '1', '李', ' ', ';', '"', '\n', '\r') });
const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 4 }), { minLength: 1, maxLength: 8 });

describe('Cells of a file that is searched', () => {
  it('are those that a parser reads, however the file is cut into pieces', () => {
    const ends = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(table, ends, fc.integer({ min: 3, max: 40 }), fc.boolean(), (rows, end, size, hasMark) => {
        const text = rows.map((row) => row.map(quoted).join(';')).join(end);
        const bytes = Buffer.from((hasMark ? '\ufeff' : '') + text);
        const parsed: string[][] = parse(bytes, { bom: true, delimiter: ';', relaxColumnCount: true, recordDelimiter: [end] });
        const expected = parsed.map((record) => [record[0], record[2], record[3] ?? '']);
        expect(scan(piecesOf(bytes, size)).map(({ cells }) => cells)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('stand in the line that their record begins in', () => {
    const lines = scan([Buffer.from('h;h;h\n\n"a\nb";2;3\n4;5;"6"x\n7')]);
    expect(lines).toEqual([
      { cells: ['h', 'h', ''], line: 1, record: 1 },
      { cells: ['a\nb', '3', ''], line: 3, record: 2 },
      { cells: ['4', '6x', ''], line: 5, record: 3 },
      { cells: ['7', '', ''], line: 6, record: 4 },
    ]);
  });

  it('are found behind a quote that is never closed', () => {
    expect(scan([Buffer.from('"a;b;c\n1;2;3')]).map(({ cells }) => cells)).toEqual([
      ['"a', 'c', ''],
      ['1', '3', ''],
    ]);
  });

  it('are shown only where they are among those looked for', () => {
    const among = { texts: new Set(['1', '3']), longest: 1 };
    const seen: string[] = [];
    const see = ({ found }: ScannedRecord) => {
      const [text = ''] = found.cells();
      seen.push(text);
      return text === '3' ? 'enough' : 'go on';
    };
    scanCells([Buffer.from('1\n2\n"2"\n22\n3\n1\n')], ';', [{ column: 0, among }], see);
    expect(seen).toEqual(['1', '2', '22', '3']);
  });
});

describe('The line of a byte', () => {
  it('is found for all bytes in one pass, whatever the pieces', () => {
    const bytes = Buffer.from('ab\r\n\ncd\nef');
    const offsets = [...bytes.keys(), 99];
    const lines = [1, 1, 3, 3, 3, 3, 3, 4, 4, 4, 4];
    for (const size of [1, 2, 3, 99]) expect([...linesOfBytes(offsets, piecesOf(bytes, size)).values()]).toEqual(lines);
  });
});

function scan(pieces: Iterable<Uint8Array>) {
  const seen: { cells: readonly string[]; line: number; record: number }[] = [];
  scanCells(pieces, ';', [{ column: 0 }, { column: 2 }, { column: 3 }], ({ found, line, record }) => {
    seen.push({ cells: found.cells().map(textOf), line, record });
    return 'go on';
  });
  return seen;
}

function* piecesOf(bytes: Buffer, size: number): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function quoted(text: string): string {
  return /[";\n\r]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;
}
