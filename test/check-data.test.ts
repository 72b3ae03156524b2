import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../src/rules/index.ts';
import { ROOT, runIn, temporary } from './support/run.ts';

const electronics = join(ROOT, 'examples', 'electronics');

describe('check --no-data', () => {
  it('says which rules it leaves out, in both languages', async () => {
    const { stdout } = await runIn(electronics, ['check', '--no-data', '--lang', 'en']);
    expect(stdout).toContain('The data were not read (--no-data). Skipped: checkin/disagrees, data/*,');
    expect((await runIn(electronics, ['check', '--no-data', '--lang', 'zh'])).stdout).toContain('已跳过：checkin/disagrees、data/*');
  });

  it('lists them for machines: all that need data, and no others', async () => {
    const { stdout } = await runIn(electronics, ['check', '--no-data', '--format', 'json']);
    const needed = [...RULES.values()].filter((rule) => rule.data === 'needed').map((rule) => rule.id);
    expect(JSON.parse(stdout).plans[0].skipped).toEqual([...needed, 'data/*'].sort());
  });

  it('skips nothing without being told to', async () => {
    const { stdout } = await runIn(electronics, ['check', '--format', 'json']);
    expect(JSON.parse(stdout).plans[0].skipped).toEqual([]);
  });
});

describe('check with data', () => {
  const plan = `salesplan: 1
name: P
period: {start: 2026-01-01, end: 2026-12-31}
team: {members: {ann: {}}}
actuals: {orders: {from: orders.csv, columns: {date: date, amount: amount}}}
goals:
  g: {metric: revenue, target: 12M, owner: ann, decompose: [{by: quarter}]}
`;
  const folderWith = (files: Readonly<Record<string, string>>): string => {
    const folder = temporary();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  };

  it('tells a missing file once, without echoes of the goal that it would fill', async () => {
    const { exit, stdout } = await runIn(folderWith({ 'salesplan.yaml': plan }), ['check', '--format', 'json', '--lang', 'en']);
    expect(exit).toBe(1);
    expect(JSON.parse(stdout).findings.map((finding: { rule: string }) => finding.rule)).toEqual(['data/missing-file']);
  });

  it.each([
    ['one of two is misspelt', '{a: {match: {provnce: [x]}}, b: {match: {province: [y]}}}', '1 row matches no segment.'],
    ['both are', '{a: {match: {provnce: [x]}}, b: {match: {provnce: [y]}}}', '2 rows match no segment.'],
  ])('names the column that a match looks at in vain, and the one that is meant: %s', async (_, segments, message) => {
    const files = {
      'salesplan.yaml': `${plan}segments: ${segments}\n`,
      'orders.csv': 'date,amount,province\n2026-06-01,1,x\n2026-06-01,2,y\n',
    };
    const { stdout } = await runIn(folderWith(files), ['check', '--format', 'json', '--lang', 'en', '--as-of', '2026-06-02']);
    const told = JSON.parse(stdout).findings.find((finding: { rule: string }) => finding.rule === 'data/unknown-segment');
    expect(told).toMatchObject({ message });
    expect(told.help).toBe(
      'The match of the segment "a" looks at a column "provnce", which the file does not have. Did you mean "province"?',
    );
  });

  it('looks at open deals from the day that is asked for, and says which form a date can have', async () => {
    const head = 'Deal - Title,Deal - Value,Deal - Status,Deal - Expected close date,Deal - Won time';
    const rows = ['A,1,Open,2026-08-28,', 'B,2,Won,2026-02-28,2/13/2026', 'C,3,Won,2026-02-28,3/4/2026'];
    const files = {
      'salesplan.yaml': plan.replace(', columns: {date: date, amount: amount}', ''),
      'orders.csv': `${head}\n${rows.join('\n')}\n`,
    };
    const told = async (asOf: string) => {
      const { stdout } = await runIn(folderWith(files), ['check', '--format', 'compact', '--lang', 'en', '--as-of', asOf]);
      return stdout;
    };
    const text = await told('2026-06-30');
    expect(text).not.toContain('data/overdue-deal');
    expect(text).toContain(
      '"2/13/2026" may have its day or its month first. Say in the plan which form the file has: formats: {date: MM/DD/YYYY}.',
    );
    expect(text).toContain('formats: {date: DD/MM/YYYY} or formats: {date: MM/DD/YYYY}.');
    expect(await told('2026-09-01')).toContain('should have closed on 2026-08-28');
  });

  it.each([
    [
      'where is misspelt',
      ', where: {status: [dnoe]}',
      'date,amount,status\n2026-06-01,1,done\n',
      '"status" is never "dnoe". It is "done".',
    ],
    ['a stage is called otherwise', '', 'Deal Name,Closing Date,Amount,Stage\nA,2026-06-01,1,Signed\n', '"Stage" is never "Closed Won"'],
    ['nothing was won yet', '', 'Deal Name,Closing Date,Amount,Stage\nA,2026-06-01,1,Closed Lost\n', ''],
  ])('says why no row counts: %s', async (_, where, rows, words) => {
    const columns = where === '' ? '' : ', columns: {date: date, amount: amount}';
    const files = { 'salesplan.yaml': plan.replace(', columns: {date: date, amount: amount}', columns + where), 'orders.csv': rows };
    const { stdout } = await runIn(folderWith(files), ['check', '--format', 'compact', '--lang', 'en', '--as-of', '2026-06-02']);
    if (words === '') expect(stdout).not.toContain('data/empty-file');
    else expect(stdout).toContain(words);
  });

  it('tells rows that the joined file says nothing of, at the first one, with its key', async () => {
    const join = ', join: [{file: t.csv, on: city}]}}\nsegments: {a: {match: {area: [x]}}}';
    const files = {
      'salesplan.yaml': plan.replace('amount: amount}}}', `amount: amount}${join}`),
      'orders.csv': 'date,amount,city\n2026-06-01,1,A\n2026-06-01,2,Q\n2026-06-02,3,\n2026-06-02,3,C\n',
      't.csv': 'city,area\na ,x\nC,z\n',
    };
    const { stdout } = await runIn(folderWith(files), ['check', '--format', 'json', '--lang', 'en', '--as-of', '2026-06-02']);
    const told = JSON.parse(stdout).findings.filter(({ rule }: { rule: string }) => rule === 'data/unknown-segment');
    expect(told.map(({ file, line, message, help }: Record<string, string>) => [file, line, message, help])).toEqual([
      ['orders.csv', 3, '2 rows match no segment.', 'The joined file "t.csv" has no row for their key, such as "Q": add it there.'],
      ['t.csv', 3, '1 row matches no segment.', 'Widen the match of a segment, or add one.'],
    ]);
  });

  it('tells rejected rows whose date would stand in a joined file that lacks them', async () => {
    const files = {
      'salesplan.yaml': plan.replace(
        'columns: {date: date, amount: amount}',
        'columns: {date: day, amount: amount}, join: [{file: heads.csv, on: order}]',
      ),
      'orders.csv': 'order,amount\nA,1\nB,2\nB,3\nC,4\n',
      'heads.csv': 'order,day\nA,2026-06-01\nC,2026-06-02\n',
    };
    const { stdout } = await runIn(folderWith(files), ['check', '--format', 'compact', '--lang', 'en', '--as-of', '2026-06-02']);
    expect(stdout).toContain(
      'orders.csv:3:1 warning data/bad-date 2 rows have no date. The joined file "heads.csv" has no row for their key, such as "B": add it there.',
    );
  });

  it('gives nobody what two are called alike for, until the plan says who', async () => {
    const twins = (more: string) =>
      plan.replace('{ann: {}}', '{ann: {name: Ann}, ann2: {name: Ann}}').replace('amount: amount}', `amount: amount, owner: rep}${more}`);
    const told = async (more: string) => {
      const folder = folderWith({ 'salesplan.yaml': twins(more), 'orders.csv': 'date,amount,rep\n2026-06-01,1,Ann\n2026-06-01,2,ann2\n' });
      const { stdout } = await runIn(folder, ['report', '--format', 'json', '--as-of', '2026-06-02']);
      const people = JSON.parse(stdout).people.map(({ owner, actual }: Record<string, string>) => [owner, actual]);
      return { people, stdout: (await runIn(folder, ['check', '--format', 'compact', '--lang', 'en'])).stdout };
    };
    const open = await told('');
    expect(open.people).toContainEqual([null, '1.00']);
    expect(open.stdout).toContain('orders.csv:2:1 warning data/unknown-owner "Ann" may be ann or ann2 (1 row).');
    const settled = await told(', values: {owner: {Ann: ann}}');
    expect(settled.people).toContainEqual(['ann', '1.00']);
    expect(settled.stdout).not.toContain('data/unknown-owner');
  });

  it.each([['check'], ['report'], ['gap'], ['actual', 'status'], ['smart'], ['decompose'], ['rebalance'], ['export']])(
    '--allow-outside is an option wherever a finding tells to use it: %s %s',
    async (...command) => {
      const outside = folderWith({ 'o.csv': 'date,amount\n2026-06-01,1\n' });
      const folder = folderWith({ 'salesplan.yaml': plan.replace('from: orders.csv', `from: "${join(outside, 'o.csv')}"`) });
      const { exit, stderr } = await runIn(folder, [...command, '--allow-outside', '--as-of', '2026-06-02']);
      expect([exit, stderr]).toEqual([0, '']);
    },
  );

  it('tells a file that has pieces where the plan asks for money, instead of showing sales of nought', async () => {
    const open = plan.replace(', columns: {date: date, amount: amount}', '');
    const check = async (text: string) => {
      const folder = folderWith({ 'salesplan.yaml': text, 'orders.csv': '日期,数量,单价\n2026-06-01,3,10\n' });
      return (await runIn(folder, ['check', '--format', 'compact', '--lang', 'en', '--as-of', '2026-06-02'])).stdout;
    };
    expect(await check(open)).toContain('data/missing-column No column of "orders.csv" is known to hold the amount.');
    expect(await check(open.replace('metric: revenue', 'metric: units'))).not.toContain('data/missing-column');
  });

  it('does not read data for a plan with errors', async () => {
    const folder = folderWith({ 'salesplan.yaml': plan.replace('owner: ann', 'owner: anne'), 'orders.csv': 'date,amount\n2026-01-02,x\n' });
    const { stdout } = await runIn(folder, ['check', '--lang', 'en']);
    expect(stdout).toContain('because the plan itself has errors');
    expect(stdout).not.toContain('data/bad-number');
  });

  it('lists the first thousand rows of a kind, in the order of the file', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `2099-01-0${1 + (index % 3)},${index % 50}`);
    const folder = folderWith({ 'salesplan.yaml': plan, 'orders.csv': `date,amount\n${rows.join('\n')}\n` });
    const { findings } = JSON.parse((await runIn(folder, ['check', '--format', 'json'])).stdout);
    const lines = findings.filter(({ rule }: { rule: string }) => rule === 'data/future-date').map(({ line }: { line: number }) => line);
    expect(lines).toEqual(Array.from({ length: 1000 }, (_, index) => index + 2));
  });

  it('names today, and not the last day that is let pass, where a sale is dated later', async () => {
    const folder = folderWith({ 'salesplan.yaml': plan, 'orders.csv': 'date,amount\n2026-07-05,1\n2026-07-06,1\n' });
    const { findings } = JSON.parse((await runIn(folder, ['check', '--format', 'json', '--lang', 'en'])).stdout);
    const told = findings.filter(({ rule }: { rule: string }) => rule === 'data/future-date');
    expect(told).toMatchObject([{ line: 3, message: 'This row counts as sold on 2026-07-06, and today is 2026-06-28.' }]);
  });

  const withPipeline = `${plan.replace(/^actuals.*\n/m, 'pipeline: {crm: {from: "deals*.csv"}}\n')}process:
  stages: {offer: {phase: pre-sale, conversion: 60%}, won: {phase: in-sale}, care: {phase: post-sale}}
assumptions: {win: {says: six of ten, stage: offer, conversion: 60%}}
`;
  const dealOf = (index: number) => `${index < 3 ? 'won' : 'lost'},100,2026-01-02,2026-0${1 + (index % 5)}-20`;
  const deals = Array.from({ length: 12 }, (_, index) => dealOf(index));
  const told = 'plan/assumption-off 3 of 12 deals that closed from 2025-06-29 to 2026-06-28 were won, which is 25%';
  const checked = async (folder: string) => (await runIn(folder, ['check', '--format', 'compact', '--lang', 'en'])).stdout;

  it('reads the deals of a pipeline without actuals', async () => {
    const text = `stage,amount,created,close\n${deals.join('\n')}\n`;
    expect(await checked(folderWith({ 'salesplan.yaml': withPipeline, 'deals.csv': text }))).toContain(told);
  });

  it('counts a deal that stands in the exports of several weeks once, as the last says it is', async () => {
    const rows = deals.map((deal, index) => `D${index},${deal}`);
    const before = rows.map((row) => row.replace(/won|lost/, 'offer'));
    const files = { 'deals-1.csv': before, 'deals-2.csv': rows };
    const texts = Object.entries(files).map(([name, those]) => [name, `id,stage,amount,created,close\n${those.join('\n')}\n`]);
    const output = await checked(folderWith({ 'salesplan.yaml': withPipeline, ...Object.fromEntries(texts) }));
    expect(output).toContain(told);
    expect(output).toContain('deals-1.csv:2:1 warning data/duplicate-order');
  });

  it('tells deals that it can not read, or not place', async () => {
    const odd = [
      'offer,abc,2026-01-02,2026-07-20,ann',
      'offer,1,2026-01-02,soon,ann',
      'offer,1,2026-01-02,2026-07-20,bob',
      'offer,,2026-01-02,2026-12-20,ann',
    ];
    const text = `stage,amount,created,close,owner\n${odd.join('\n')}\nwon,1,2026-01-02,2026-05-05,ann,1\n`;
    const lines = (await checked(folderWith({ 'salesplan.yaml': withPipeline, 'deals.csv': text }))).split('\n');
    const found = lines.flatMap((line) => /^deals\.csv:(\d+):\S+ \w+ (data\S+)/.exec(line)?.slice(1).join(' ') ?? []);
    expect(found).toEqual(['2 data/bad-number', '3 data/bad-date', '4 data/unknown-owner', '6 data/bad-row']);
  });
});
