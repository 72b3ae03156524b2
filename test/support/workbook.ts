import { strToU8, zipSync } from 'fflate';

/** A cell as Excel writes it: a text is shared, a number plain, a date a serial with a date style. */
export type Cell = string | number | { readonly serial: number } | { readonly raw: string };

interface Options {
  readonly is1904?: boolean;
  /** Sheets before the one with the rows: empty ones by name, others with their XML. */
  readonly others?: readonly (string | { readonly name: string; readonly xml: string })[];
  /** Ranges of merged cells. */
  readonly merged?: readonly string[];
}

/** A workbook with one sheet of rows, as small as Excel accepts. */
export function workbookOf(rows: readonly (readonly Cell[])[], { is1904 = false, others = [], merged = [] }: Options = {}): Uint8Array {
  const strings: string[] = [];
  const cellXml = (cell: Cell, at: string): string => {
    if (typeof cell === 'object' && 'raw' in cell) return cell.raw.replace('REF', at);
    if (typeof cell === 'object') return `<c r="${at}" s="1"><v>${cell.serial}</v></c>`;
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (cell === '') return '';
    return `<c r="${at}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
  };
  const sheet = rows
    .map((cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`)).join('')}</row>`)
    .join('');
  const names = [...others.map((other) => (typeof other === 'string' ? other : other.name)), 'Data'];
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${names.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/styles.xml': strToU8(
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    ),
    ...Object.fromEntries(
      others.map((other, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        strToU8(`<worksheet><sheetData>${typeof other === 'string' ? '' : other.xml}</sheetData></worksheet>`),
      ]),
    ),
    [`xl/worksheets/sheet${names.length}.xml`]: strToU8(
      `<worksheet><sheetData>${sheet}</sheetData><mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(
      `<sst>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t><rPh><t>reading</t></rPh></si>`).join('')}</sst>`,
    ),
  });
}

/** Days since 1899-12-30, as Excel counts them. */
export function serialOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
