import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { runIn, temporary } from './support/run.ts';

// Subgoals for other programs: what a spreadsheet, a calendar and a code host read.
const PLAN = `salesplan: 1
name: Growth 2026
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments:
  east: {name: "=cmd|' /C calc'!A0", owner: lina, criteria: {geographic: {region: east}}, needs: [value]}
  south: {name: 华南地区的年轻白领与家庭用户以及他们的朋友们还有所有其他的人, owner: zhao, criteria: {geographic: {region: south}}, needs: [value]}
team:
  members:
    lina: {name: "+Lina", email: lina@example.com}
    zhao: {name: Zhao}
goals:
  revenue:
    name: Revenue
    metric: revenue
    target: 100.01
    owner: lina
    decompose:
      - {by: segment}
      - {by: half, shares: [40%, 60%]}
`;

function folderWith(plan: string): string {
  const folder = temporary();
  writeFileSync(join(folder, 'salesplan.yaml'), plan);
  return folder;
}

describe('export', () => {
  it('csv opens in Excel: byte order mark, names, formulas made harmless', async () => {
    const { stdout, exit } = await runIn(folderWith(PLAN), ['export', '--lang', 'en']);
    const [head, first] = stdout.split('\r\n');
    expect(exit).toBe(0);
    expect(head).toBe('\ufeffGoal,Segment,Half-year,Target,Unit,Owner,Start,Deadline,Subgoal');
    expect(first).toBe("Revenue,'=cmd|' /C calc'!A0,2026-H1,20.00,CNY,'+Lina,2026-01-01,2026-06-30,revenue/east/2026-H1");
  });

  it('xlsx has numbers and days as numbers, text as text, and the same bytes each time', async () => {
    const folder = folderWith(PLAN);
    for (const name of ['a.xlsx', 'b.xlsx']) expect((await runIn(folder, ['export', '-f', 'xlsx', '-o', name])).exit).toBe(0);
    const bytes = readFileSync(join(folder, 'a.xlsx'));
    expect(bytes.equals(readFileSync(join(folder, 'b.xlsx')))).toBe(true);
    const files = unzipSync(new Uint8Array(bytes));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const strings = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(sheet).toMatch(/<c r="D2"[^>]*><v>20<\/v>/);
    expect(sheet).toMatch(/<c r="H2"[^>]*><v>46203<\/v>/);
    expect(sheet).not.toContain('<f>');
    expect(strings).toMatch(/>(&apos;|')=cmd/);
  });

  it('xlsx is not printed on a terminal', async () => {
    const { exit, stderr } = await runIn(folderWith(PLAN), ['export', '--format', 'xlsx', '--lang', 'en']);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr:
        'salesplan: xlsx is not for a terminal: say with --output where it goes.\nsalesplan export --format xlsx --output subgoals.xlsx\n',
    });
  });

  it('icalendar is one that a reader takes, folded, without a clock', async () => {
    const { stdout } = await runIn(folderWith(PLAN), ['export', '--format', 'icalendar', '--owner', 'zhao', '--as-of', '2026-03-01']);
    for (const line of stdout.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(stdout).not.toMatch(/[^\r]\n/);
    const events = new ICAL.Component(ICAL.parse(stdout)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.map(({ uid, startDate, endDate }) => [uid, String(startDate), String(endDate)])).toEqual([
      ['revenue/south/2026-H1@salesplan', '2026-06-30', '2026-07-01'],
      ['revenue/south/2026-H2@salesplan', '2026-12-31', '2027-01-01'],
    ]);
    expect(events[0]?.summary).toContain('华南地区的年轻白领与家庭用户以及他们的朋友们还有所有其他的人');
    expect(String(events[0]?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-03-01T00:00:00Z');
  });

  it('codeowners names who answers for what stands in a file', async () => {
    const { stdout } = await runIn(folderWith(PLAN), ['export', '--format', 'codeowners', '--lang', 'en']);
    expect(stdout.split('\n').slice(1)).toEqual(['/salesplan.yaml lina@example.com @zhao', '']);
  });
});
