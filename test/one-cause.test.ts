import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runIn, temporary } from './support/run.ts';

// One mistake gives one finding, whatever stands on it.
const PLAN = `salesplan: 1
name: Growth 2026
currency: CNY
timezone: Asia/Urumqi
period: {start: 2026-01-01, end: 2026-12-31}
calendar:
  holidays: {2026-01-01: 元旦, 2026-10-01..2026-10-07: 国庆节}
rates: {USD: {2026-01-01: 7.02}}
metrics:
  repeat_rate: {name: 复购率, unit: percent, kind: ratio}
research:
  survey: {method: survey, date: 2026-01-20, sample: 812, source: survey.md, findings: [价格敏感]}
segments:
  east: {owner: lina, criteria: {geographic: {province: [上海]}}, needs: [快速售后], size: {potential: 9M}, research: [survey]}
  south: {owner: zhao, criteria: {geographic: {province: [广东]}}, needs: [快速售后], size: {potential: 9M}, research: [survey]}
strategy:
  themes: {value-leader: 以高性价比赢得市场}
  product:
    x1: {positioning: 百元级, segments: [east, south], needs: [快速售后], after_sales: {promise: 换新}}
  price:
    x1: {method: cost-plus, objective: 份额, list: 320, unit_cost: 200, markup: 60%, competitors: {A: 459}, demand: 高}
  channel:
    tmall: {type: online, owner: lina, segments: [east, south]}
  promotion:
    spring: {channel: tmall, start: 2026-03-01, end: 2026-03-09, budget: 60k, owner: lina, expect: {metric: revenue, lift: 900k}}
process:
  stages:
    lead: {phase: pre-sale, conversion: 50%}
    won: {phase: in-sale}
    visit: {phase: post-sale}
team:
  roles: {rep: {capacity: 8M}}
  members:
    lina: {role: rep, segments: [east]}
    zhao: {role: rep, segments: [south], manager: lina}
  incentives:
    bonus: {kind: material, for: [rep], type: bonus}
    star: {kind: recognition, for: [rep], type: award}
crm:
  communication: {call: {owner: lina, every: 1 week, channel: phone}}
  feedback: {source: feedback.csv, reply_within: 2 workdays}
goals:
  revenue:
    metric: revenue
    target: 12M
    owner: lina
    supports: [value-leader]
    decompose:
      - {by: segment, shares: {east: 55%, south: 45%}}
      - {by: owner, shares: capacity}
      - {by: quarter, shares: [22%, 24%, 25%, 29%]}
  repeat:
    metric: repeat_rate
    baseline: {value: 31%, period: 2025}
    target: 35%
    owner: zhao
    supports: [value-leader]
    milestones:
      q1: {deadline: 2026-03-31, target: 32%}
      q2: {deadline: 2026-06-30, target: 33%}
      q3: {deadline: 2026-09-30, target: 34%}
      q4: {deadline: 2026-12-31, target: 35%}
actions:
  visit-all: {owner: lina, deadline: 2026-05-29, status: done, evidence: visits.md}
improvement:
  reviews: {every: 1 month, owner: lina}
  measures: {faster: {kind: process, owner: zhao, deadline: 2026-05-29, status: done, evidence: 4 天 → 2 天}}
`;

async function told(plan: string): Promise<readonly Record<string, string>[]> {
  const folder = temporary();
  writeFileSync(join(folder, 'salesplan.yaml'), plan);
  const { stdout } = await runIn(folder, ['check', '--lang', 'en', '--format', 'json']);
  return JSON.parse(stdout).findings;
}

async function found(plan: string): Promise<readonly string[]> {
  return (await told(plan)).map((each) => `${each.rule} ${each.line}:${each.column}`);
}

/** Where something first stands, from 1. */
function placeOf(plan: string, written: string): string {
  const before = plan.slice(0, plan.indexOf(written)).split('\n');
  return `${before.length}:${[...(before.at(-1) ?? '')].length + 1}`;
}

describe('a mistake', () => {
  it('there is none to begin with', async () => {
    expect(await found(PLAN)).toEqual([]);
  });

  it.each<[rule: string, right: string, wrong: string, marked?: string]>([
    ['schema/unknown-key', '\nsegments:', '\nsegmenst:', 'segmenst'],
    ['schema/unknown-key', '\ncalendar:', '\ncalendra:', 'calendra'],
    ['schema/unknown-key', '\nstrategy:', '\nstrateyg:', 'strateyg'],
    ['schema/unknown-key', '\nmetrics:', '\nmetrisc:', 'metrisc'],
    ['schema/unknown-key', '  members:', '  membesr:', 'membesr'],
    ['schema/unknown-key', 'unit: percent', 'unti: percent', 'unti'],
    ['schema/unknown-key', 'needs: [快速售后], after', 'neesd: [快速售后], after', 'neesd: [快速售后], after'],
    ['schema/unknown-key', 'unit_cost: 200', 'unit_cots: 200', 'unit_cots'],
    ['schema/unknown-key', 'lift: 900k', 'litf: 900k', 'litf'],
    ['schema/unknown-key', '  stages:', '  stagse:', 'stagse'],
    ['schema/unknown-key', 'capacity: 8M', 'capaciyt: 8M', 'capaciyt'],
    ['schema/unknown-key', '  feedback:', '  feedbakc:', 'feedbakc'],
    ['schema/unknown-key', 'supports: [value-leader]\n    decompose', 'suports: [value-leader]\n    decompose', 'suports'],
    ['date/end-before-start', 'end: 2026-12-31}\ncalendar', 'end: 2025-12-31}\ncalendar', '2025-12-31'],
    ['schema/bad-date', '2026-01-01: 元旦', '2026-01-0l: 元旦', '2026-01-0l'],
    ['schema/bad-date', '2026-10-01..2026-10-07', '2026-10-01..2026-10-77', '2026-10-01..2026-10-77'],
    ['schema/not-one-of', 'USD:', 'usd:', 'usd'],
    ['schema/not-one-of', 'Asia/Urumqi', 'Asia/Urumki', 'Asia/Urumki'],
    ['schema/not-one-of', 'currency: CNY', 'currency: RMB', 'RMB'],
    ['schema/bad-date', 'calendar:\n', 'calendar:\n  year_start: 4/1\n', '4/1'],
    ['schema/out-of-range', 'target: 12M', 'target: {floor: 13M, target: 12M}', '13M'],
    ['schema/out-of-range', 'target: 12M', 'target: {target: 12M, stretch: 11M}', '11M'],
    [
      'date/outside-period',
      '- {by: owner, shares: capacity}',
      '- {by: owner, shares: capacity, transfers: [{from: 2027-01-04, lina: zhao}]}',
      '2027-01-04',
    ],
    ['schema/not-one-of', 'currency: CNY', 'currency: usd', 'usd'],
    ['syntax/yaml-error', 'target: 12M\n    owner: lina', 'target: 12M\n    owner: *lina', '*lina'],
    ['schema/not-one-of', 'unit: percent', 'unit: percents', 'percents'],
    ['schema/not-one-of', 'phase: pre-sale', 'phase: presales', 'presales'],
    ['schema/wrong-type', 'zhao: {role', 'zhao wei: {role', 'zhao wei'],
    ['schema/wrong-type', 'zhao: {role: rep, segments: [south], manager: lina}', 'zhao:', ''],
    ['schema/wrong-type', '以高性价比赢得市场', '[以高性价比赢得市场]', '[以高'],
    ['schema/out-of-range', 'target: 12M', 'target: -12M', '-12M'],
    ['ref/unknown-id', 'target: 12M', 'target: 12M EUR', '12M EUR'],
    ['schema/bad-quantity', 'capacity: 8M', 'capacity: eight', 'eight'],
    ['schema/bad-quantity', 'unit_cost: 200', 'unit_cost: two hundred', 'two hundred'],
    ['schema/bad-quantity', 'lift: 900k', 'lift: much', 'much'],
    ['schema/bad-date', 'q2: {deadline: 2026-06-30', 'q2: {deadline: 2026-06-31', '2026-06-31'],
    ['schema/not-one-of', 'status: done, evidence: visits', 'status: finished, evidence: visits', 'finished'],
    ['schema/missing-key', 'visit: {phase: post-sale}', 'visit: {}', 'visit'],
    ['process/conversion-missing', ', conversion: 50%', '', 'lead: {'],
    ['schema/bad-duration', 'every: 1 month', 'every: monthly', 'monthly'],
    ['ref/unknown-id', 'channel: tmall', 'channel: tmal', 'tmal,'],
    ['ref/unknown-id', 'segments: [east, south]}\n  promotion', 'segments: [east，south]}\n  promotion', 'east，south'],
    ['schema/unknown-key', 'channel: tmall, start', 'channel：tmall, start', 'channel：tmall, start'],
    ['schema/unknown-key', 'lift: 900k', 'lift: 900,000', '000}}'],
    ['schema/unknown-key', 'budget: 60k', 'budget: ￥1,060,000', '060,000'],
    ['schema/wrong-type', 'target: 35%\n    owner: zhao', 'target: 35%\n    owner:'],
    ['schema/wrong-type', 'target: 35%\n    owner: zhao', 'target: 35%\n    owner: [lina, zhao]', '[lina, zhao]'],
    ['schema/wrong-type', '  roles: {rep: {capacity: 8M}}', '  roles: [{id: rep, capacity: 8M}]', '[{id: rep'],
    ['schema/bad-date', '2026-10-01..2026-10-07', '2026-10-07..2026-10-01', '2026-10-07..2026-10-01'],
    ['syntax/duplicate-key', '  south: {owner', '  east: {owner', 'east: {owner: zhao'],
    ['date/outside-period', 'target: 12M\n    owner: lina', 'target: 12M\n    owner: lina\n    deadline: 2027-12-31', '2027-12-31'],
    ['ref/unknown-id', 'for: [rep], type: award', 'for: [reps], type: award', 'reps'],
  ])('%s: %s → %s', async (rule, right, wrong, marked) => {
    const plan = PLAN.replace(right, () => wrong).replaceAll(wrong.startsWith('zhao') ? 'owner: zhao' : ' ', (same) =>
      same.replace('zhao', 'lina'),
    );
    const findings = await found(plan);
    expect(findings.map((each) => each.split(' ')[0])).toEqual([rule]);
    if (marked) expect(findings).toEqual([`${rule} ${placeOf(plan, marked)}`]);
  });

  it.each([
    ['lift: 900k', 'lift: 900,000', 'within brackets a comma parts one entry from the next. Write 900000.'],
    ['budget: 60k', 'budget: ￥1,060,000', 'Write 1060000.'],
    ['segments: [east, south]}\n  promotion', 'segments: [east，south]}\n  promotion', 'Write [east, south], with plain commas.'],
    ['budget: 60k', 'budget: $60k', 'Write 60k USD.'],
    ['currency: CNY', 'currency: RMB', 'Did you mean "CNY"?'],
    ['calendar:\n', 'calendar:\n  year_start: 4月1日\n', 'Write 04-01.'],
    ['visit: {phase: post-sale}', 'visit: {}', 'Add phase: under this key, one of pre-sale, in-sale, post-sale.'],
    ['name: Growth 2026\n', '', '"name" is missing in the plan. Add name: at the top of the file.'],
    ['{promise: 换新}', '{promise: #换新}', 'From "#换新}}" on its line is a comment: put a value with # into quotes'],
    ['2026-10-01..2026-10-07', '2026/10/1 - 2026/10/7', 'Write 2026-10-01..2026-10-07.'],
    ['2026-10-01..2026-10-07', '2026年10月1日至2026年10月7日', 'Write 2026-10-01..2026-10-07.'],
    ['target: 12M', 'target: {floor: 13M, target: 12M}', 'It must be at most 12M.'],
    ['supports: [value-leader]\n    decompose', 'supports: value-leader\n    decompose', 'Write [value-leader];'],
    ['name: Growth 2026', 'name: 2026', 'Write "2026";'],
    ['currency: CNY', 'currency: usd', 'Did you mean "USD"?'],
    [
      'target: 35%\n    owner: zhao',
      'target: 35%\n    owner: [lina, zhao]',
      'Write one id; for several in turn: [{who: …, to: 2026-06-30}',
    ],
    ['  roles: {rep: {capacity: 8M}}', '  roles: [{id: rep, capacity: 8M}]', 'Write each id as a key, without a dash: rep: {…}.'],
    ['2026-10-01..2026-10-07', '2026-10-07..2026-10-01', 'ends before it begins. Write 2026-10-01..2026-10-07.'],
    ['29%]', '28%]', '1 point belongs to nobody: add that to a share'],
  ])('says what to write: %s → %s', async (right, wrong, says) => {
    const [first] = await told(PLAN.replace(right, () => wrong));
    expect(`${first?.message} ${first?.help}`).toContain(says);
  });

  it("in the plan's own money is told without its code", async () => {
    const [first] = await told(PLAN.replace('CNY', 'USD').replace('USD: {2026', 'EUR: {2026').replace('budget: 60k', 'budget: $60k'));
    expect(first?.help).toBe('Write 60k.');
  });

  it('in the calendar is not told again by a table of fiscal quarters', async () => {
    const folder = temporary();
    writeFileSync(join(folder, 't.csv'), 'Segment,Quarter,Amount\neast,FY2026-Q1,5\n');
    const table = '[{by: [segment, quarter], from: {file: t.csv, columns: {segment: Segment, quarter: Quarter, target: Amount}}}]';
    const plan = PLAN.replace(/ {4}decompose:\n( {6}.*\n)+/, () => `    decompose: ${table}\n`)
      .replace('target: 12M', 'target: sum')
      .replace('calendar:', 'calendar:\n  week_start: Monday\n  pattern: 4-4-5');
    writeFileSync(join(folder, 'salesplan.yaml'), plan);
    const { findings } = JSON.parse((await runIn(folder, ['check', '--lang', 'en', '--format', 'json'])).stdout);
    expect(findings.map((each: { readonly rule: string }) => each.rule)).toEqual(['schema/not-one-of']);
  });

  it('under a misspelt section is told with it', async () => {
    const plan = PLAN.replace('\nsegments:', '\nsegmenst:')
      .replace('criteria: {geo', 'critreia: {geo')
      .replace('potential: 9M', 'potential: 9 M,');
    expect(await found(plan)).toEqual([
      'schema/unknown-key 13:1',
      `schema/unknown-key ${placeOf(plan, 'critreia')}`,
      `schema/bad-quantity ${placeOf(plan, '9 M')}`,
    ]);
  });

  it('in a stage is told by the split that needs it', async () => {
    const plan = PLAN.replace(', conversion: 50%', '').replace(
      '- {by: quarter, shares: [22%',
      '- {by: stage, order_value: 1k}\n      - {by: quarter, shares: [22%',
    );
    expect((await found(plan)).map((each) => each.split(' ')[0])).toEqual(['sum/missing-evidence']);
  });

  it('in a key that is nearly another is not read as that where it can not be', async () => {
    const plan = PLAN.replace('    target: 12M', '    target: 12M\n    carri: {none: 1}');
    expect(await found(plan)).toEqual([`schema/unknown-key ${placeOf(plan, 'carri')}`]);
  });
});

describe('a plan of several files', () => {
  const inPart = async (part: string) => {
    const folder = temporary();
    writeFileSync(join(folder, 'part.yaml'), part);
    writeFileSync(join(folder, 'salesplan.yaml'), `include: [part.yaml]\n${PLAN}`);
    const { stdout } = await runIn(folder, ['check', '--lang', 'en', '--format', 'compact']);
    return stdout.trimEnd().split('\n');
  };

  it('says of a misspelt section in a part what was meant, though another file has it', async () => {
    expect(await inPart('segmenst: {west: {owner: lina}}\n')).toEqual([
      'part.yaml:1:1 error schema/unknown-key "segmenst" is not a key that a plan knows here. Did you mean "segments"?',
    ]);
  });

  it('asks for another id only where something has one', async () => {
    const [name, action] = await inPart('name: Other\nactions: {visit-all: {owner: lina}}\n');
    expect(name).toMatch(/already given in another file\. Keep one of the two\.$/);
    expect(action).toContain('or give this one another id.');
  });
});

describe('a table of targets', () => {
  const TABLE = '{by: [segment, quarter], from: {file: targets.csv, columns: {segment: Segment, quarter: Period, target: Amount}}}';
  const given = async (steps: string, target: string) => {
    const folder = temporary();
    writeFileSync(join(folder, 'targets.csv'), 'Segment,Quarter,Amount\neast,2026-Q1,5\n');
    const plan = PLAN.replace(/ {4}decompose:\n( {6}.*\n)+/, () => `    decompose:\n${steps}`).replace('target: 12M', `target: ${target}`);
    writeFileSync(join(folder, 'salesplan.yaml'), plan);
    const { stdout } = await runIn(folder, ['check', '--lang', 'en', '--format', 'json']);
    return JSON.parse(stdout).findings.map((each: { readonly rule: string; readonly message: string }) => `${each.rule}: ${each.message}`);
  };

  it('that lacks a column is told once, whatever was to be made of it', async () => {
    const lacks = ['ref/unknown-id: There is no column "Period".'];
    expect(await given(`      - ${TABLE}\n`, 'sum')).toEqual(lacks);
    expect(await given(`      - {by: owner, among: [lina]}\n      - ${TABLE}\n`, 'sum')).toEqual(lacks);
  });
});

describe('a table of retail quarters', () => {
  const found = async (quarter: string) => {
    const folder = temporary();
    writeFileSync(join(folder, 't.csv'), `Quarter,Target\n${quarter},7\n`);
    const plan = `salesplan: 1
name: Retail
period: {start: 2026-04-01, end: 2027-03-28}
calendar: {year_start: 04-01, pattern: 4-4-5}
team: {members: {lina: {}}}
goals:
  units: {metric: units, target: sum, owner: lina, decompose: [{by: [quarter], from: {file: t.csv, columns: {quarter: Quarter, target: Target}}}]}
`;
    writeFileSync(join(folder, 'salesplan.yaml'), plan);
    return (await runIn(folder, ['check', '--lang', 'en', '--format', 'compact'])).stdout;
  };

  it('knows the first one where the plan begins two days after it', async () => {
    expect(await found('FY2027-Q1')).not.toContain('error');
  });

  it('says which there are where one is none of them', async () => {
    const said = 't.csv:2:1 error ref/unknown-id There is no time bucket "FY2029-Q1". Did you mean "FY2027-Q1"?';
    expect(await found('FY2029-Q1')).toContain(said);
  });
});

describe('a wide table of targets', () => {
  const given = async (months: string) => {
    const folder = temporary();
    writeFileSync(
      join(folder, 'targets.csv'),
      'Segment,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec,Jan,Feb,Mar\neast,1,2,3,4,5,6,7,8,9,10,11,12\n',
    );
    const plan = `salesplan: 1
name: Wide
period: {start: 2026-04-01, end: 2027-03-31}
calendar: {year_start: 04-01}
segments: {east: {owner: lina}}
team: {members: {lina: {}}}
goals:
  units:
    metric: units
    target: sum
    owner: lina
    decompose: [{by: [segment, month], from: {file: targets.csv, columns: {segment: Segment}, months: ${months}}}]
`;
    writeFileSync(join(folder, 'salesplan.yaml'), plan);
    return { folder, line: placeOf(plan, months) };
  };

  it('has its months from one header to another, also over New Year', async () => {
    const { folder } = await given('Apr..Mar');
    const { goals } = JSON.parse((await runIn(folder, ['decompose', '--format', 'json'])).stdout);
    const targets = goals[0].nodes.map(({ target }: { readonly target: string }) => Number(target));
    expect(targets.slice(2)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('says which end of them the file does not have, where the plan names it', async () => {
    const { folder, line } = await given('Apr..March');
    const { stdout } = await runIn(folder, ['check', '--lang', 'en', '--format', 'compact']);
    expect(stdout).toContain(`:${line} error ref/unknown-id There is no column "March".`);
  });
});

describe('a part without a past', () => {
  it('is named with the period that is looked at, and a pin over it and others is not held against them', async () => {
    const folder = temporary();
    writeFileSync(
      join(folder, 'o.csv'),
      'date,amount,seller\n2025-02-03,100,lina\n2025-05-04,100,lina\n2025-08-03,100,lina\n2025-11-03,100,lina\n',
    );
    const plan = PLAN.replace('members:', 'members:\n    wei: {role: rep, segments: [east]}').replace(
      'shares: [22%, 24%, 25%, 29%]}',
      'shares: history}\n    pins: [{at: {segment: east, quarter: 2026-Q2}, target: 1.5M}]',
    );
    writeFileSync(join(folder, 'salesplan.yaml'), `actuals: {o: {from: o.csv}}\n${plan}`);
    const { stdout } = await runIn(folder, ['check', '--lang', 'en', '--format', 'json']);
    const sums = JSON.parse(stdout).findings.filter((each: { readonly rule: string }) => each.rule.startsWith('sum/'));
    expect(sums.map((each: { readonly message: string }) => each.message)).toEqual([
      'The split of "revenue/east/wei" needs actuals of an earlier period (2025-01-01..2025-12-31) for 2026-Q1, 2026-Q2, 2026-Q3, 2026-Q4, which is not there.',
    ]);
  });
});

describe('data of which no row can be used', () => {
  it.each([
    ['data/empty-file', 'date,amount\n'],
    ['data/bad-date', 'date,amount\n2026-02-30,5\n'],
    ['data/unclosed-quote', 'date,amount\n2026-01-05,"100\n2026-02-05,200\n'],
  ])('are told, and not that goals have no data: %s', async (rule, csv) => {
    const folder = temporary();
    writeFileSync(join(folder, 'o.csv'), csv);
    writeFileSync(join(folder, 'salesplan.yaml'), `actuals: {o: {from: o.csv}}\n${PLAN}`);
    const { stdout } = await runIn(folder, ['check', '--lang', 'en', '--format', 'json']);
    expect(JSON.parse(stdout).findings.map((each: { readonly rule: string }) => each.rule)).toEqual([rule]);
  });
});

describe('the arithmetic of a finding', () => {
  it.each<[rule: string, right: string, wrong: string, message: string | undefined]>([
    ['price/list-off-method', 'list: 320', 'list: 368', undefined],
    ['price/list-off-method', 'list: 320', 'list: 368.01', 'is 15% above the 320 that cost-plus gives; within 15% is 272 to 368.'],
    ['price/list-off-method', 'list: 320', 'list: 0.0271万', 'The list price 271 of "x1" is 15.31% below the 320'],
    ['price/discount-breaks-margin', 'markup: 60%', 'markup: 60%, max_discount: 37.5%', undefined],
    ['price/discount-breaks-margin', 'markup: 60%', 'markup: 60%, max_discount: 37.6%', 'With 37.6% off, "x1" sells for 199.68, below'],
    ['price/below-cost', 'list: 320, unit_cost: 200', 'list: 199.99, unit_cost: 0.2K', 'each piece loses 0.01.'],
    ['promotion/budget-exceeds-lift', 'budget: 60k', 'budget: 90万', undefined],
    ['promotion/budget-exceeds-lift', 'budget: 60k', 'budget: 900_001', 'costs 900,001 and shall bring 900,000.'],
    ['sum/milestones-not-rising', 'target: 34%', 'target: 32.5%', 'The milestone "q3" (32.5%) does not lie between 33% and 35%.'],
    ['sum/shares-not-100', '[22%, 24%, 25%, 29%]', '[33.33%, 33.33%, 33.33%, 0.01%]', undefined],
    ['sum/shares-not-100', '[22%, 24%, 25%, 29%]', '[100%]', 'There is 1 share for 4 subgoals.'],
    ['ref/unknown-id', '[22%, 24%, 25%, 29%]', '{Q1: 22%, Q2: 24%, Q3: 25%, Q4: 29%}', 'There is no time bucket "Q1".'],
    ['date/outside-period', 'target: 12M', 'target: 12M\n    deadline: 2025-12-31', '2025-12-31 lies outside'],
    ['smart/achievable', 'size: {potential: 9M}', 'size: {potential: 660万}', undefined],
    [
      'smart/achievable',
      'size: {potential: 9M}',
      'size: {potential: 0.06亿}',
      'in "east", 6,600,000, is 110% of the potential there, 6,000,000',
    ],
    ['segment/stale-research', 'date: 2026-01-20', 'date: 2025-06-28', undefined],
    ['segment/stale-research', 'date: 2026-01-20', 'date: 2024-02-29', 'is of 2024-02-29, more than 12 months ago.'],
    ['schema/out-of-range', 'conversion: 50%', 'conversion: 100.5%', '"100.5%" is out of range here.'],
    ['date/outside-period', 'target: 12M', 'target: 12M\n    deadline: 2027-01-01', "2027-01-01 lies outside of the plan's period"],
    [
      'date/start-after-deadline',
      'target: 12M',
      'target: 12M\n    start: 2026-06-01\n    deadline: 2026-05-29',
      'The start 2026-06-01 is after',
    ],
    [
      'checkin/stale',
      'goals:',
      'report: {stale: 3 weeks}\ncheckins: {2026-W20: {lina: {revenue: {note: x}}}}\ngoals:',
      'is of 2026-05-17, 42 days ago; report.stale allows 3 weeks.',
    ],
    ['ref/cycle', 'segments: [east]}\n    zhao', 'segments: [east], manager: zhao}\n    zhao', 'in a circle: lina → zhao → lina.'],
  ])('%s: %s → %s', async (rule, right, wrong, message) => {
    const findings = await told(PLAN.replace(right, () => wrong));
    const own = findings.filter((each) => each.rule === rule);
    if (message === undefined) expect(own).toEqual([]);
    else expect(own[0]?.message).toContain(message);
    expect(new Set(findings.map((each) => each.rule)).size).toBeLessThanOrEqual(1);
  });
});

describe('a waiver', () => {
  const waived = async (comment: string) => {
    const plan = PLAN.replace('list: 320', 'list: 300, max_discount: 40%').replace(
      '  price:\n',
      () => `  price:\n    # salesplan-ignore${comment}\n`,
    );
    return (await told(plan)).map((each) => `${each.rule}: ${each.message}`);
  };
  const BROKEN = 'price/discount-breaks-margin: With 40% off, "x1" sells for 180, below its unit cost 200.';

  it.each([
    ['-next-line price/discount-breaks-margin -- agreed'],
    ['-next-line price/discount-breaks-margin until 2026-06-28 —— 已商定'],
    ['-next-line segment/no-needs，price/discount-breaks-margin – agreed'],
  ])('hides: %s', async (comment) => {
    expect(await waived(comment)).toEqual([]);
  });

  it.each([
    [
      '-next-line price/discount-breaks-margin until 2026-13-01 -- x',
      'suppress/expired: This waiver of price/discount-breaks-margin hides nothing: "2026-13-01" is no day of the calendar.',
    ],
    [
      '-next-line price/discount-breaks-margins -- x',
      'suppress/unused: This waiver hides nothing: there is no rule "price/discount-breaks-margins".',
    ],
    ['-next-line price/* -- x', 'suppress/unused: This waiver hides nothing: there is no rule "price/*".'],
    [
      '-next-line price/discount-breaks-margin agreed by all',
      'suppress/no-reason: This waiver of price/discount-breaks-margin agreed by all gives no reason.',
    ],
    ['-next-line', 'suppress/no-reason: This waiver of nothing gives no reason.'],
  ])('says why it does not: %s', async (comment, says) => {
    expect(await waived(comment)).toEqual([says, BROKEN]);
  });
});

// The plans that bench/peers.mjs gives to other linters as well.
describe('the twelve mistakes of the comparison', () => {
  const places = async (plan: string) => {
    const { stdout } = await runIn(join(ROOT, 'bench', 'peers'), ['check', `${plan}.yaml`, '--as-of', '2026-01-15', '--format', 'json']);
    return JSON.parse(stdout).findings.map(({ line, column }: Record<string, number>) => `${line}:${column}`);
  };

  it('are found, each once, each at its place', async () => {
    const exact = ['8:11', '9:13', '20:12', '37:13', '46:34', '57:9', '64:17', '65:3', '69:5', '70:15', '78:13', '80:20'];
    expect(await places('mistakes')).toEqual(exact);
    expect(await places('sound')).toEqual([]);
  });
});
