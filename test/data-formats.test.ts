import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dayOfText, withoutTime } from '../src/actuals/date-text.ts';
import { actualsIn, type Files, folderOf, statusIn } from './support/actuals.ts';
import { runIn, temporary } from './support/run.ts';
import { type Cell, serialOf, workbookOf } from './support/workbook.ts';

// The same rows in every format give the same numbers to the cent, and what is wrong in them stands at its place.
const ROWS = [
  ['SO-1', '2026-01-05', '1000.10', '李娜', 'a "quoted", remark'],
  ['SO-2', '2026-02-28', '1234.56', 'Wang Wei', ''],
  ['SO-3', '2026-03-01', '-0.30', '李娜', 'two\nlines'],
  ['SO-4', '2026-03-31', '9007199254740993.07', '王伟', ''],
  ['SO-5', '2026-04-31', '70', '李娜', 'no such day'],
] as const;
const HEADER = ['no', 'date', 'amount', 'seller', 'remark'];
const SOURCE = (file: string, more = '') => `actuals: {o: {from: "${file}", columns: {date: date, amount: amount, owner: seller}${more}}}`;
const delimited = (delimiter: string) =>
  [HEADER, ...ROWS].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');
const records = ROWS.map(([no, date, amount, seller, remark]) => ({ no, date, amount, seller, remark }));
const objects = records.map((record) => JSON.stringify(record).replace(/"amount":"([^"]+)"/, '"amount":$1'));

/** Excel keeps no 18 digits as a number: the long amount is a text. */
const cells: readonly (readonly Cell[])[] = [
  ['Report of the year'],
  HEADER,
  ...ROWS.map(([no, date, amount, seller, remark], index) => [
    no,
    index < 4 ? { serial: serialOf(date) } : date,
    amount.length > 15 ? amount : Number(amount),
    seller,
    remark,
  ]),
];

async function parquetOf(): Promise<Uint8Array> {
  const { readFileSync } = await import('node:fs');
  const file = `${temporary()}/rows.parquet`;
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const values = records.map((r) => `('${r.no}', '${r.date}', ${r.amount}::DECIMAL(38, 2), '${r.seller}', '${r.remark}')`).join(', ');
  await connection.run(`COPY (SELECT * FROM (VALUES ${values}) AS t(no, date, amount, seller, remark)) TO '${file}' (FORMAT parquet)`);
  connection.closeSync();
  return readFileSync(file);
}

describe.each<[string, string, () => Files | Promise<Files>, number, string?]>([
  ['commas', 'rows.csv', () => ({ 'rows.csv': delimited(',') }), 7],
  ['semicolons', 'rows.csv', () => ({ 'rows.csv': delimited(';') }), 7],
  ['tabs', 'rows.tsv', () => ({ 'rows.tsv': delimited('\t') }), 7],
  ['pipes', 'rows.txt', () => ({ 'rows.txt': delimited('|') }), 7],
  ['gzip', 'rows.csv.gz', () => ({ 'rows.csv.gz': gzipSync(strToU8(delimited(','))) }), 7],
  ['UTF-16', 'rows.csv', () => ({ 'rows.csv': Buffer.from(`\ufeff${delimited(',')}`, 'utf16le') }), 7],
  ['Excel', 'rows.xlsx', () => ({ 'rows.xlsx': workbookOf(cells) }), 7],
  [
    'Excel, by the name of its sheet',
    'rows.xlsx',
    () => ({ 'rows.xlsx': workbookOf(cells, { others: ['Cover'] }) }),
    7,
    ', formats: {sheet: Data}',
  ],
  ['a list in JSON', 'rows.json', () => ({ 'rows.json': `[\n${objects.join(',\n')}\n]` }), 6],
  ['NDJSON', 'rows.ndjson', () => ({ 'rows.ndjson': `${objects.join('\n')}\n` }), 5],
  ['packed NDJSON', 'rows.jsonl.gz', () => ({ 'rows.jsonl.gz': gzipSync(strToU8(objects.join('\n'))) }), 5],
  [
    'pages of JSON with an envelope',
    'rows*.json',
    () => ({
      'rows1.json': `{"data":[${objects.slice(0, 2)}],"info":{"more_records":true}}`,
      'rows2.json': `{"data": {"dataList": [\n${objects.slice(2).join(',\n')}\n], "total": 3}}`,
    }),
    4,
  ],
  ['Parquet', 'rows.parquet', async () => ({ 'rows.parquet': await parquetOf() }), 5],
])('%s', (_, pattern, files, badLine, more) => {
  it('gives the same numbers, and rejects the bad row at its line', async () => {
    const folder = folderOf(await files(), SOURCE(pattern, more));
    const { goals, people } = await actualsIn(folder);
    expect(goals.g).toBe('9007199254743227.43');
    expect(people).toEqual({ lina: '999.80', wang: '9007199254742227.63' });
    const { sources, findings } = await statusIn(folder);
    expect(sources[0]).toMatchObject({
      read: { rows: 5, amount: '9007199254743297.43' },
      used: { rows: 4 },
      rejected: { rows: 1, amount: '70.00' },
    });
    expect(findings.filter(({ rule }) => rule === 'data/bad-date').map(({ line }) => line)).toEqual([badLine]);
  });
});

describe('Excel', () => {
  const plan = 'actuals: {o: {from: book.xlsx, columns: {date: 日期, amount: 金额}}}';
  const rowsOf = (...rows: readonly (readonly Cell[])[]) => [['日期', '金额', '备注'], ...rows];

  it.each<[string, readonly (readonly Cell[])[], string, { is1904?: boolean }?]>([
    ['dates with a time of day', rowsOf([{ serial: serialOf('2026-01-05') + 0.75 }, 10]), '10.00'],
    ['a serial number without a date style', rowsOf([serialOf('2026-01-05'), 10]), '10.00'],
    ['days counted from 1904', rowsOf([{ serial: serialOf('2026-01-05') - 1462 }, 10]), '10.00', { is1904: true }],
    [
      'numbers as texts, as people type them',
      rowsOf(['2026年1月5日', '¥1,234.50'], ['2026/1/6', '(4.5)'], ['2026-01-07', '１２']),
      '1242.00',
    ],
    [
      'a number that is stored with 17 digits',
      rowsOf([{ serial: serialOf('2026-01-05') }, { raw: '<c r="REF"><v>1234.5599999999999</v></c>' }]),
      '1234.56',
    ],
    ['a formula with its text', rowsOf([{ raw: '<c r="REF" t="str"><f>TEXT(1)</f><v>2026-01-05</v></c>' }, 10]), '10.00'],
    ['texts in the cell', rowsOf([{ raw: '<c r="REF" t="inlineStr"><is><t>2026-01-05</t></is></c>' }, 10]), '10.00'],
    [
      'cells without a reference',
      rowsOf([{ raw: '<c t="inlineStr"><is><t>2026-01-05</t></is></c>' }, { raw: '<c><v>10</v></c>' }]),
      '10.00',
    ],
  ])('reads %s', async (_, rows, actual, options) => {
    const { goals } = await actualsIn(folderOf({ 'book.xlsx': workbookOf(rows, options) }, plan));
    expect(goals.g).toBe(actual);
  });

  const cover = { name: '封面', xml: '<row r="1"><c t="str"><v>2026 年报</v></c></row>' };
  const january =
    '<row r="1"><c t="str"><v>日期</v></c><c t="str"><v>金额</v></c></row><row r="2"><c t="str"><v>2026-01-05</v></c><c><v>7</v></c></row>';

  it('reads the first sheet with a table, and names the others that have one', async () => {
    const book = workbookOf(rowsOf([{ serial: serialOf('2026-02-05') }, 10]), { others: [cover, { name: '一月', xml: january }, 'Empty'] });
    const folder = folderOf({ 'book.xlsx': book }, plan);
    expect((await actualsIn(folder)).goals.g).toBe('7.00');
    const { findings } = await statusIn(folder);
    expect(findings.find(({ rule }) => rule === 'data/unread-sheets')?.message).toContain('not read: Data.');
    const named = folderOf({ 'book.xlsx': book }, plan.replace('columns', 'formats: {sheet: Data}, columns'));
    expect((await actualsIn(named)).goals.g).toBe('10.00');
    expect((await statusIn(named)).findings.map(({ rule }) => rule)).toEqual(['data/stale']);
  });

  it('passes over what Excel lays beside a workbook that is open', async () => {
    const folder = folderOf({ 'book.xlsx': whole, '~$book.xlsx': 'x' }, plan.replace('book.xlsx', "'*.xlsx'"));
    expect((await actualsIn(folder)).goals.g).toBe('10.00');
  });

  it('names the sheets there are where the one that is meant is none of them', async () => {
    const folder = folderOf(
      { 'book.xlsx': workbookOf(rowsOf(), { others: [cover] }) },
      plan.replace('columns', 'formats: {sheet: Jan}, columns'),
    );
    expect((await runIn(folder, ['check', '--lang', 'zh'])).stdout).toContain('其中的工作表有：封面、Data。');
  });

  it('repeats a label that is merged over several rows, and no number', async () => {
    const rows = [
      ['日期', '金额', '业务员'],
      [{ serial: serialOf('2026-01-05') }, 10, '李娜'],
      ['', 20, ''],
      [{ serial: serialOf('2026-01-06') }, 5, '王伟'],
      [{ serial: serialOf('2026-01-07') }, '', ''],
    ];
    const book = workbookOf(rows, { merged: ['A2:A3', 'C2:C3', 'C4:C5', 'B4:B5', 'A1:C1'] });
    const folder = folderOf({ 'book.xlsx': book }, 'actuals: {o: {from: book.xlsx}}');
    expect(await actualsIn(folder)).toEqual({ goals: { g: '35.00' }, people: { lina: '30.00', wang: '5.00' } });
    expect((await statusIn(folder)).findings[0]).toMatchObject({ rule: 'data/no-amount', line: 5 });
  });

  it('points at the row and the column of a cell', async () => {
    const rows = rowsOf(
      [{ serial: serialOf('2026-01-05') }, 10],
      [{ serial: serialOf('2026-01-06') }, { raw: '<c r="REF" t="e"><v>#N/A</v></c>' }],
    );
    const { findings } = await statusIn(folderOf({ 'book.xlsx': workbookOf(rows) }, plan));
    expect(findings[0]).toMatchObject({ rule: 'data/bad-number', file: 'book.xlsx', line: 3 });
  });

  const whole = workbookOf(rowsOf([{ serial: serialOf('2026-01-05') }, 10]));
  it.each<[string, Uint8Array, string]>([
    ['broken off', whole.slice(0, whole.length / 2), 'breaks off'],
    ['old or locked', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'old kind'],
    ['a web page', strToU8('<html><table/></html>'), 'no Excel workbook'],
    ['another archive', gzipSync(strToU8('x')), 'no Excel workbook'],
  ])('refuses a file that is %s', async (_, bytes, words) => {
    const folder = folderOf({ 'book.xlsx': bytes }, plan);
    const ran = await runIn(folder, ['actual', 'status']);
    expect(ran.exit).toBe(1);
    expect(ran.stdout + ran.stderr).toContain(words);
  });
});

describe('JSON', () => {
  it('counts records that the file breaks off in, and those that are none', async () => {
    const text = '[{"date":"2026-01-05","amount":1.10},\n{"date":"2026-01-06",,},\n{"date":"2026-01-07","amo';
    const { sources, findings } = await statusIn(folderOf({ 'o.json': text }, 'actuals: {o: {from: o.json}}'));
    expect(sources[0]).toMatchObject({ read: { rows: 3 }, used: { rows: 1, amount: '1.10' }, rejected: { rows: 2 } });
    expect(findings.filter(({ rule }) => rule !== 'data/stale').map(({ rule, line }) => [rule, line])).toEqual([
      ['data/bad-row', 2],
      ['data/bad-row', 3],
    ]);
  });
});

describe('a file that breaks off within a row', () => {
  const text = 'date,amount,seller\n2026-01-05,10,李娜\n2026-01-06,12';
  it.each([
    ['plain', 'o.csv', text],
    ['quoted', 'o.csv', text.replace('10,', '"10",')],
    ['packed', 'o.csv.gz', gzipSync(strToU8(text))],
    ['in UTF-16', 'o.csv', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('has its last row rejected, at its line: %s', async (_, name, content) => {
    const folder = folderOf({ [name]: content }, `actuals: {o: {from: ${name}}}`);
    const { sources, findings } = await statusIn(folder);
    expect(sources[0]).toMatchObject({ read: { rows: 2 }, used: { rows: 1, amount: '10.00' }, rejected: { rows: 1 } });
    expect(findings[0]).toMatchObject({ rule: 'data/bad-row', file: name, line: 3, message: expect.stringContaining('breaks off') });
  });

  it.each([
    ['an ended line', `${text}\n`],
    ['rows that all lack the last cells', text.replace(',李娜', '')],
    ['a whole row', `${text},王伟`],
  ])('is told from %s', async (_, content) => {
    const folder = folderOf({ 'o.csv': content }, 'actuals: {o: {from: o.csv}}');
    expect((await actualsIn(folder)).goals.g).toBe('22.00');
  });
});

describe('JSON without a whole record', () => {
  it.each([
    ['[{"date":"2026-01-05","amou', 'it breaks off'],
    ['date,amount', 'it is no JSON'],
  ])('%s is one finding, not one for each column', async (text, message) => {
    const columns = '{date: date, amount: amount, owner: seller}';
    const folder = folderOf({ 'o.json': text }, `actuals: {o: {from: o.json, columns: ${columns}}}`);
    const { stdout } = await runIn(folder, ['check', '--lang', 'en', '--format', 'compact']);
    expect(stdout.match(/data\/[\w-]+/g)).toEqual(['data/unreadable-file']);
    expect(stdout).toContain(message);
  });
});

describe('lines above the header', () => {
  const rows = '2026-01-05,10,李娜\n2026-01-06,2x,李娜\n';
  it.each([
    ['a title', `销售报表 2026年\n\ndate,amount,seller\n${rows}`, 5],
    ['a title with its cells', `销售报表,,\r\ndate,amount,seller\r\n${rows}`, 4],
    ['blank lines, with quotes below', `\n\ndate,amount,"seller"\n${rows}`, 5],
    ['what Excel is told of delimiters', `sep=;\ndate;amount;seller\n${rows.replaceAll(',', ';')}`, 4],
  ])('are passed over: %s', async (_, text, line) => {
    const folder = folderOf({ 'o.csv': text }, 'actuals: {o: {from: o.csv}}');
    const { sources, findings } = await statusIn(folder);
    expect(sources[0]).toMatchObject({ read: { rows: 2 }, used: { rows: 1, amount: '10.00' }, rejected: { rows: 1 } });
    expect(findings[0]).toMatchObject({ rule: 'data/bad-number', line });
  });
});

describe('rows that add up others', () => {
  it.each([
    ['below a wide table', '业务员,1月,2月\n李娜,1,2\n王伟,3,4\n合 计,4,6\n', '10.00', 2],
    ['below the rows, for the date', '日期,业务员,金额\n2026-01-05,李娜,10\n总计,,10\n', '10.00', 1],
    ['between the rows, as Excel has them', 'date,salesperson,amount\n2026-01-05,李娜,10\n2026-01-05,李娜 Total,10\n', '10.00', 1],
  ])('are left out %s', async (_, text, actual, rows) => {
    const folder = folderOf({ 'o.csv': text }, 'actuals: {o: {from: o.csv}}');
    expect((await actualsIn(folder)).goals.g).toBe(actual);
    expect((await statusIn(folder)).sources[0]?.excludedAs.total?.rows).toBe(rows);
  });

  it('are none where the plan knows the name', async () => {
    const folder = folderOf(
      { 'o.csv': 'date,product,amount\n2026-01-05,Total,10\n' },
      'strategy: {product: {t: {name: Total}}}\nactuals: {o: {from: o.csv}}',
    );
    expect((await actualsIn(folder)).goals.g).toBe('10.00');
  });
});

describe('months', () => {
  it.each([
    ['业务员,1月(万元),2月(万元)\n李娜,1.5,2\n', '35000.00'],
    ['业务员,2026年1月销售额,2026年2月销售额\n李娜,1.5,2\n', '3.50'],
    ['业务员,一月,二月\n李娜,1.5,2\n', '3.50'],
    ['月份,业务员,金额\n2026-01,李娜,1\n2026年2月,李娜,2\n202603,李娜,4\n', '7.00'],
  ])('%s', async (text, actual) => {
    expect((await actualsIn(folderOf({ 'o.csv': text }, 'actuals: {o: {from: o.csv}}'))).goals.g).toBe(actual);
  });
});

describe('headers', () => {
  it.each([
    ['金额(万元)', '12345.60'],
    ['金额（元）', '1.23'],
    ['金额/千元', '1234.56'],
    ['金额【亿元】', '123456000.00'],
  ])('%s says what one is', async (header, actual) => {
    const { goals } = await actualsIn(folderOf({ 'o.csv': `日期,${header}\n2026-01-05,1.23456\n` }, 'actuals: {o: {from: o.csv}}'));
    expect(goals.g).toBe(actual);
  });

  it.each([
    ['Amount (USD)', '100', '700.00'],
    ['Revenue / USD k', '0.1', '700.00'],
    ['Amount', 'USD 100', '700.00'],
    ['Amount', '100 USD', '700.00'],
    ['Amount', '$100', '700.00'],
    ['Amount', '¥100', '100.00'],
  ])('a currency in the header or the cell is converted: %s, %s', async (header, cell, actual) => {
    const source = 'rates: {USD: {2026-01-01: 7}}\nactuals: {o: {from: o.csv}}';
    const { goals } = await actualsIn(folderOf({ 'o.csv': `date;${header}\n2026-01-05;${cell}\n` }, source));
    expect(goals.g).toBe(actual);
  });
});

it('months of a table are the retail months of that name, and months without a year are those of the plan', async () => {
  const plan = (more: string) => `salesplan: 1
name: P
period: {start: 2026-02-02, end: 2027-01-31}
calendar: {year_start: 02-01, pattern: 4-4-5}
team: {members: {a: {}}}
goals: {g: {metric: revenue, target: ${more}}}
actuals: {w: {from: w.csv}}
`;
  const months = async (target: string, text: string) => {
    const folder = temporary();
    writeFileSync(
      join(folder, 'salesplan.yaml'),
      plan(`${target}, owner: a, decompose: [{by: month, from: {file: t.csv, columns: {month: m, target: t}}}]`),
    );
    writeFileSync(
      join(folder, 't.csv'),
      `m,t\n${[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((m) => `2026-${String(m).padStart(2, '0')},${m}`).join('\n')}\n2027-01,1\n`,
    );
    writeFileSync(join(folder, 'w.csv'), text);
    const { stdout, stderr } = await runIn(folder, ['gap', '--format', 'json', '--as-of', '2027-01-31']);
    expect(stderr).toBe('');
    const found: readonly Record<string, string>[] = JSON.parse(stdout).goals[0].contributions;
    return found.filter(({ dimension }) => dimension === 'month').map(({ target: t, actual }) => [t, actual].join(' '));
  };
  const rows = [
    '2.00 20.00',
    '3.00 30.00',
    '4.00 0.00',
    '5.00 0.00',
    '6.00 0.00',
    '7.00 0.00',
    '8.00 0.00',
    '9.00 0.00',
    '10.00 0.00',
    '11.00 0.00',
    '12.00 0.00',
    '1.00 10.00',
  ];
  expect(await months('sum', 'rep,2月,3月,1月\na,20,30,10\nb,-,,—\n')).toEqual(rows);
  expect(await months('sum', 'rep,2026-02,2026-03,Jan 2027\na,20,30,10\n')).toEqual(rows);
  expect(await months('sum', '月份,金额\n2026-02,20\n2026年3月,30\n2027-01,10\n')).toEqual(rows);
});

it('lines behind a quote that is closed only megabytes further on are counted, and the rows behind them are read', async () => {
  const lines = (count: number) => `2026-01-05,1,${'x'.repeat(86)}\n`.repeat(count);
  const text = `date,amount,note\n${lines(3)}2026-01-05,1,"open\n${lines(42_000)}2026-01-05,1,close"\n${lines(2)}2026-01-05,1,x,y\n`;
  const { sources, findings } = await statusIn(folderOf({ 'o.csv': text }, 'actuals: {o: {from: o.csv}}'));
  expect(sources[0]).toMatchObject({ read: { rows: 42_008 }, used: { rows: 5, amount: '5.00' }, rejected: { rows: 42_003 } });
  const broken = findings.filter(({ rule }) => rule === 'data/bad-row').map(({ line, message }) => [line, message.slice(0, 58)]);
  expect(broken).toEqual([
    [5, 'Everything from here to line 42006 (42002 lines) can not b'],
    [42_009, expect.stringContaining('more cells')],
  ]);
});

it('rows that a stray quote takes in as one cell are told and counted; a note of several lines stays a note', async () => {
  const note = '2026-01-10,32,lina,"addr 1, x\nNanjing Rd, Shanghai\n\nfoo\nbar, y, z, w"\n';
  const swallowed = '2026-01-05,1,lina,"open\n2026-01-06,2,lina,a\n2026-01-07,4,lina,b\n2026-01-08,8,lina,c\n2026-01-09,16,lina,d"\n';
  const text = `date,amount,owner,note\n${note}${swallowed}2026-01-11,64,lina,x\n`;
  const { sources, findings } = await statusIn(folderOf({ 'o.csv': text }, 'actuals: {o: {from: o.csv}}'));
  expect(sources[0]).toMatchObject({ read: { rows: 7 }, used: { rows: 2, amount: '96.00' }, rejected: { rows: 5 } });
  expect(findings.find(({ rule }) => rule === 'data/bad-row')).toMatchObject({
    line: 7,
    message: 'Everything from here to line 11 (5 lines) can not be read: a quote opens here and closes only there, with rows in between.',
  });
});

it('a target in another currency is no target of the plan', async () => {
  const folder = temporary();
  const step = '{by: month, from: {file: t.csv, columns: {month: month, target: target}}}';
  const plan = 'name: P\nsalesplan: 1\ncurrency: CNY\nperiod: {start: 2026-01-01, end: 2026-02-28}\nteam: {members: {a: {}}}\n';
  writeFileSync(join(folder, 'salesplan.yaml'), `${plan}goals: {g: {metric: revenue, target: sum, owner: a, decompose: [${step}]}}\n`);
  writeFileSync(join(folder, 't.csv'), 'month,target\n2026-01,¥100\n2026-02,200 USD\n');
  const { stdout } = await runIn(folder, ['check', '--format', 'compact', '--lang', 'en']);
  expect(stdout).toContain('t.csv:3:1');
  expect(stdout).toContain('The target "200 USD" is in USD, the plan in CNY.');
});

const DAYS = [
  ['2026-01-05T20:00:00Z', '2026-01-06'],
  ['2026-01-05T15:59:59.999Z', '2026-01-05'],
  ['2026-01-05 23:30:00 +0530', '2026-01-06'],
  ['2026-01-06T00:10:00+09:00', '2026-01-05'],
  ['1767628800000', '2026-01-06'],
  ['1767628799999', '2026-01-05'],
  ['46027', '2026-01-05'],
  ['2026-01-05 23:59', '2026-01-05'],
  ['2026/1/5 11:59 PM', '2026-01-05'],
  ['2026年1月5日', '2026-01-05'],
  ['2026/1/5 下午 3:20:00', '2026-01-05'],
  ['2026年1月5日 上午10:05', '2026-01-05'],
  ['5-Jan-2026', '2026-01-05'],
  ['Jan 5, 2026', '2026-01-05'],
  ['05 January 2026', '2026-01-05'],
] as const;

describe('days', () => {
  it.each(DAYS)('%s is %s in Shanghai', (text, day) => {
    expect(dayOfText(withoutTime(text), undefined, 'Asia/Shanghai')).toBe(day);
  });

  it.each(['', '"x,y"'])('are the same for the engine and for small files (%s)', async (note) => {
    const text = `date,amount,note\n${DAYS.map(([written]) => `${written.includes(',') ? `"${written}"` : written},1,${note}`).join('\n')}\n`;
    const folder = folderOf({ 'o.csv': text }, 'actuals: {o: {from: o.csv}}');
    expect((await actualsIn(folder, '2026-01-05')).goals.g).toBe(`${DAYS.filter(([, day]) => day === '2026-01-05').length}.00`);
    expect((await actualsIn(folder, '2026-01-06')).goals.g).toBe(`${DAYS.length}.00`);
  });
});

// What the engine takes its own answers apart by.
it('a label with control characters in it is told as it stands', async () => {
  const text = 'date,amount,owner,note\n2026-01-05,1,li\u0001na,"x,y"\n2026-01-05,2,\u0002\u0001=,\n2026-01-06,,lina,\n2026-01-06,,,\n';
  const folder = folderOf({ 'o.csv': text }, 'actuals: {o: {from: o.csv}}');
  const { findings } = JSON.parse((await runIn(folder, ['check', '--format', 'json', '--lang', 'en'])).stdout);
  const told = findings.map(({ rule, line }: { rule: string; line: number }) => `${rule} ${line}`);
  expect(told).toEqual(expect.arrayContaining(['data/unknown-owner 2', 'data/unknown-owner 3', 'data/no-amount 4', 'data/no-amount 5']));
});
