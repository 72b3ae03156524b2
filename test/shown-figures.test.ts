import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roundToSum } from '../src/analyses/round-to-sum.ts';
import { shownDifference } from '../src/model/fraction.ts';
import { runIn, temporary } from './support/run.ts';

const PLAN = `salesplan: 1
name: Shown
currency: EUR
period: {start: 2026-01-01, end: 2026-12-31}
team: {members: {ana: {name: Ana}, ben: {name: Ben}}}
metrics:
  stores: {name: Stores, unit: count, kind: stock, better: higher}
  cost: {name: Cost, unit: money, kind: flow, better: lower}
segments:
  n: {name: North, owner: ana, match: {region: North}}
  s: {name: South, owner: ben, match: {region: South}}
goals:
  rev:
    metric: revenue
    target: 1000
    owner: ana
    changes: [{date: 2026-01-05, from: 1.2345亿, to: 1.2亿, reason: less}]
    decompose: [{by: owner, shares: {ana: 40%, ben: rest}, over_assign: 3%}, {by: quarter}, {by: month, shares: working-days}]
  sts: {metric: stores, target: 20, baseline: {value: 11, period: 2025}, owner: ben, decompose: [{by: quarter}]}
  cost: {metric: cost, target: 1000, owner: ana, decompose: [{by: month}]}
actions: {call: {name: Call, owner: ben, deadline: 2026-07-01, status: planned}}
actuals:
  orders: {from: orders.csv, columns: {date: date, amount: amount}}
  stores: {from: stores.csv}
`;
const ORDERS = 'date,amount,region\n2026-01-05,10.005,North\n2026-02-05,20.115,South\n2025-06-01,5,North\n';
const STORES = 'date,metric,value\n2026-05-01,stores,15\n';

async function told(args: readonly string[], orders = ORDERS, stores = STORES): Promise<string> {
  const folder = temporary();
  writeFileSync(join(folder, 'salesplan.yaml'), PLAN);
  writeFileSync(join(folder, 'orders.csv'), orders);
  writeFileSync(join(folder, 'stores.csv'), stores);
  return (await runIn(folder, [...args, '--as-of', '2026-06-30', '--lang', 'en'])).stdout;
}

interface Split {
  readonly dimension: string;
  readonly key: string;
  readonly target: string;
  readonly expected: string;
}

describe('figures that are shown', () => {
  it('a reader who subtracts two figures finds the third', () => {
    expect(shownDifference({ n: 1151305n, d: 1000n }, { n: 428881n, d: 1000n }, 2)).toEqual({ n: 72243n, d: 100n });
  });

  it('parts add up to a sum that was rounded up elsewhere, and to their own where that one is far off', () => {
    const thirds = [1n, 1n, 1n].map((n) => ({ n, d: 3n }));
    const quanta = (wanted: bigint) => roundToSum(thirds, 2, { n: wanted, d: 100n }).map(({ n }) => n);
    expect(quanta(101n)).toEqual([34n, 34n, 33n]);
    expect(quanta(300n)).toEqual([34n, 33n, 33n]);
  });

  it('months add up to their quarter also where more is handed out than aimed at', async () => {
    const { goals } = JSON.parse(await told(['gap', 'rev', '--format', 'json']));
    const splits: readonly Split[] = goals[0].contributions;
    const cents = (text: string) => Math.round(Number(text) * 100);
    for (const quarter of splits.filter(({ dimension }) => dimension === 'quarter')) {
      const number = Number(quarter.key.at(-1));
      const months = splits.filter(({ dimension, key }) => dimension === 'month' && Math.ceil(Number(key.slice(5)) / 3) === number);
      const total = (figure: 'target' | 'expected') => months.reduce((all, month) => all + cents(month[figure]), 0);
      expect([months.length, total('target'), total('expected')]).toEqual([3, cents(quarter.target), cents(quarter.expected)]);
    }
  });

  it('a level says what it still has to rise by', async () => {
    expect(await told(['gap', 'sts'])).toContain('The level is 15; to stand at 20 on 2026-12-31 it has to move by +5.');
  });

  it.each([
    ['300', 'No more than 700 may come until 2026-12-31.'],
    ['1300', 'The target is exceeded by 300: nothing more should come.'],
  ])('a cost of %s against a cap of 1000 is not asked for more', async (cost, words) => {
    const text = await told(['gap', 'cost'], ORDERS, `date,metric,value\n2026-02-01,cost,${cost}\n`);
    expect(text).toContain(words);
  });

  it('an empty file is no data, not nought', async () => {
    const text = await told(['gap', 'rev'], 'date,amount,region\n', 'date,metric,value\n');
    expect(text).toContain('? no data');
    expect(text).not.toContain('behind');
    expect(await told(['gap', 'rev'], 'date,amount,region\n')).toContain('? no data');
  });

  it("a person's sheet counts that person's own, one row is one row, an old target is in the reader's scale", async () => {
    const text = (await told(['report', '--owner', 'ben'])).replace(/\s+/g, ' ');
    expect(text).toContain('2 things are due within two weeks, 5 overdue.');
    expect(text).toContain('2026-02-27 2026-02 Ben subgoal Ben 47.62 20.12 27.5 ');
    expect(text).toContain('1 used row (5) lies outside');
    expect(text).toContain('123,450,000.00 → 120M');
  });

  it('CSV has whole numbers without marks, and nothing where there is none', async () => {
    const lines = (await told(['report', '--format', 'csv'])).split('\r\n');
    expect(lines[1]).toMatch(/^rev,Ana,1000\.00,30\.12,0\.0301200,495\.89,-465\.77,0\.0607389,/);
    expect(lines[3]).toMatch(/^cost,Ana,1000\.00,,,495\.90,,,/);
    expect(lines).toContain('Ben,600.00,297.53,20.11,-277.42,0.0675898');
  });

  it('says what is handed out on top where parts are more than the whole, and where they are not', async () => {
    expect(await told(['gap', 'rev'])).toContain('what is over-assigned on top (3% by person) is taken out');
    expect(await told(['report'])).toContain('Targets hold what is over-assigned (3% by person)');
    expect(await told(['decompose', 'rev', '--depth', '1'])).toContain('Over-assigned on purpose (over_assign): 3% by person.');
    expect(await told(['decompose', 'rev', '--depth', '0'])).not.toContain('Over-assigned');
    expect(await told(['why', 'rev/ana'])).toContain('1,000.00 and 3% on top (over_assign) are 1,030.00');
    expect(await told(['why', '.', 'rev/ana'])).toBe(await told(['why', 'rev/ana']));
    expect(await told(['why', 'rev'])).not.toContain('on top');
  });

  it('a share beside a limit is worked out from what the limit leaves: (1000 - 500) × 1 ÷ 2', async () => {
    const folder = temporary();
    const steps = '[{by: segment, among: [n, s, w], min: {w: 500}}]';
    const plan = PLAN.replace('  s: {name', '  w: {name: West, owner: ben}\n  s: {name').replace(
      /decompose: .*working-days}\]/,
      `decompose: ${steps}`,
    );
    writeFileSync(join(folder, 'salesplan.yaml'), plan);
    const why = async (node: string) => (await runIn(folder, ['why', node, '--lang', 'en'])).stdout;
    expect(await why('rev/n')).toContain('500.00 × 1 ÷ 2 = 250.00');
    expect(await why('rev/n')).toContain('West 500.00 (min, salesplan.yaml:19)');
    expect(await why('rev/w')).toContain('Held by a limit');
  });

  it('a risk whose trigger has fired is marked, one in words alone is not', async () => {
    const folder = temporary();
    const risks =
      'risks: {slump: {name: Slump, kind: demand, trigger: {goal: rev, pace_below: 85%, says: behind}}, war: {name: War, kind: market, trigger: Prices fall}}';
    writeFileSync(join(folder, 'salesplan.yaml'), `${risks}\n${PLAN}`);
    writeFileSync(join(folder, 'orders.csv'), ORDERS);
    writeFileSync(join(folder, 'stores.csv'), STORES);
    const { stdout } = await runIn(folder, ['report', '--as-of', '2026-06-30', '--lang', 'en']);
    expect(stdout).toMatch(/Slump .*✗ fired: behind/);
    expect(stdout).toMatch(/War .*– +Prices fall/);
  });

  it('what is left out for want of width is named whole', async () => {
    const folder = temporary();
    writeFileSync(join(folder, 'salesplan.yaml'), PLAN);
    writeFileSync(join(folder, 'orders.csv'), ORDERS);
    writeFileSync(join(folder, 'stores.csv'), STORES);
    const { stdout } = await runIn(folder, ['report', '--as-of', '2026-06-30', '--lang', 'en'], { columns: 60 });
    expect(stdout).toContain('not shown for want of width');
    expect(stdout).not.toMatch(/not shown for want of width.*…/);
  });

  it('a goal none of whose subgoals is asked for has no empty table', async () => {
    const text = await told(['decompose', '--depth', '1', '--by', 'month']);
    expect(text).not.toMatch(/^(rev|sts)$/m);
    expect(await told(['decompose', '--depth', '0', '--by', 'month'])).toContain('No subgoal is within what was asked for.');
  });

  it('a cost that is ahead of its cap names the largest excess, and its parts have the pace of the whole', async () => {
    const text = await told(['report'], ORDERS, 'date,metric,value,owner\n2026-02-01,cost,900,ana\n2026-03-01,cost,10,ben\n');
    expect(text.replace(/\s+/g, ' ')).toContain('cost Ana 1,000 910 █████████▏ 91.0% 495.9 +414.1 54.5%');
    expect(text).toMatch(/cost · month/);
  });

  it('nobody owes what lies before their first day, or what nobody has data for', async () => {
    const due = async (plan: string) => {
      const folder = temporary();
      writeFileSync(join(folder, 'salesplan.yaml'), plan);
      writeFileSync(join(folder, 'orders.csv'), ORDERS);
      writeFileSync(join(folder, 'stores.csv'), STORES);
      const { stdout } = await runIn(folder, ['report', '--as-of', '2026-06-30', '--lang', 'en', '--format', 'json']);
      return JSON.parse(stdout).overdue.map(({ id }: { id: string }) => id);
    };
    const late = PLAN.replace('ben: {name: Ben}', 'ben: {name: Ben, start: 2026-05-01}');
    expect((await due(late)).filter((id: string) => id.startsWith('rev/ben'))).toEqual(['rev/ben/2026-Q2/2026-05']);
    expect(await due(PLAN.slice(0, PLAN.indexOf('actuals:')))).toEqual([]);
  });
});

const LEVELS = `salesplan: 1
name: Levels
currency: EUR
period: {start: 2026-01-01, end: 2026-12-31}
team: {members: {ana: {name: Ana}}}
metrics:
  respond: {name: Days to respond, unit: days, kind: ratio, better: lower}
  complaints: {name: Complaints, unit: count, kind: flow, better: below}
segments: {n: {name: North, owner: ana, match: {region: North}}}
goals:
  respond: {metric: respond, baseline: {value: 4, period: 2025}, target: 2.5, owner: ana, decompose: [{by: half}]}
  complaints: {metric: complaints, target: 60, owner: ana, decompose: [{by: quarter, shares: even}]}
  units: {metric: units, target: 400, owner: ana, decompose: [{by: segment, shares: even}]}
actuals:
  hand: {from: hand.csv}
`;
const HAND = 'date,metric,value,segment\n2026-06-30,respond,3.1,\n2026-03-02,complaints,25,\n2026-03-02,units,33,n\n';

describe('what is counted in days and pieces', () => {
  const gap = async (args: readonly string[] = []) => {
    const folder = temporary();
    writeFileSync(join(folder, 'salesplan.yaml'), LEVELS);
    writeFileSync(join(folder, 'hand.csv'), HAND);
    return (await runIn(folder, ['gap', '--as-of', '2026-06-30', '--lang', 'en', ...args])).stdout;
  };

  it('an average of days keeps its parts of a day: (4 - 3.1) / (4 - 2.5) is 60%, against 49.59% of the year', async () => {
    const [respond] = JSON.parse(await gap(['respond', '--format', 'json'])).goals;
    expect(respond).toMatchObject({ target: '2.50', actual: '3.10', expected: '3.26', variance: '-0.16' });
    expect(await gap(['respond'])).toMatch(/Attained +60\.0%/);
  });

  it('a few pieces a day are told in parts of a piece', async () => {
    expect(await gap(['units'])).toMatch(/Run rate +0\.26 a working day/);
    expect(await gap(['units'])).toContain('must bring 2.78; so far it was 0.26 (10.87 ×)');
  });

  it('a cap that is kept is told what may still come, not that the target is reached', async () => {
    expect(await gap(['complaints'])).toContain('No more than 35 may come until 2026-12-31.');
    expect(await gap(['complaints'])).not.toContain('The target is reached.');
  });

  it("rows of other goals without a place are no reason for this goal's gap", async () => {
    expect(await gap(['units'])).not.toContain('belong to no owner');
  });
});
