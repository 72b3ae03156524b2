import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runIn, temporary } from './support/run.ts';

// What is seen from a day is the same whenever it is looked at, but that no row of the data may be dated after the day on which that is.
const DAYS = ['2026-07-01', '2027-05-04'];

describe('a command with --as-of says on any day', () => {
  it.each([
    ['gap', '--format', 'json'],
    ['report', '--format', 'markdown'],
    ['check', '--format', 'json'],
    ['smart'],
    ['actual', 'status'],
  ])('the same: %s', async (...command) => {
    const [then, later] = await Promise.all(
      DAYS.map((today) => runIn(join(ROOT, 'examples', 'electronics'), [...command, '--as-of', '2026-06-28'], { today })),
    );
    expect(later).toEqual(then);
  });

  it('what was reported for a period that was not over', async () => {
    const folder = temporary();
    writeFileSync(
      join(folder, 'salesplan.yaml'),
      'salesplan: 1\nname: P\ncurrency: CNY\nperiod: {start: 2026-01-01, end: 2026-12-31}\nteam: {members: {lina: {}}}\n' +
        'goals: {nps: {metric: nps, target: 40, owner: lina}}\ncheckins:\n  2026-06:\n    lina:\n      nps: {status: green, value: 35}\n',
    );
    const [then, later] = await Promise.all(
      DAYS.map((today) => runIn(folder, ['gap', '--as-of', '2026-06-28', '--format', 'json'], { today })),
    );
    expect(then?.stdout).toContain('"35');
    expect(later).toEqual(then);
  });
});
