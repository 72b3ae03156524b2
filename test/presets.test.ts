import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runIn, temporary } from './support/run.ts';

// A file of each system as its documentation describes the export, bound without a word about columns in the plan.
const FILES: Readonly<Record<string, string>> = {
  'fxiaoke-orders':
    '销售订单编号,客户名称,下单日期,销售订单金额(元),负责人,生命状态\nSO-1,甲公司,2026-01-05,"1,000.50",李娜,正常\nSO-2,乙公司,2026-01-06,¥200.00,李娜,作废\n',
  'fxiaoke-opportunities':
    '商机名称,客户名称,商机金额,预计成交日期,商机阶段,阶段状态,负责人\n一,甲,1000.50,2026-01-05,赢单,贏單,李娜\n二,乙,200,2026-01-06,谈判,进行中,李娜\n',
  'zoho-deals':
    'Record Id,Deal Owner,Amount,Deal Name,Closing Date,Account Name,Stage\nzcrm_1,李娜,"$1,000.50",A,2026-01-05,X,Closed Won\nzcrm_2,李娜,$200.00,B,2026-01-06,Y,Negotiation\n',
  'salesforce-opportunities':
    '"Opportunity Owner","Account Name","Opportunity Name","Stage","Amount","Close Date"\n"李娜","X","A","Closed Won","1000.50","2026-01-05"\n"李娜","Y","B","Prospecting","200","2026-01-06"\n\n"Copyright (c) 2026"\n',
  'hubspot-deals':
    '"Record ID","Deal Name","Deal Stage","Amount","Close Date","Deal Owner"\n"1","A","Closed Won","1000.50","2026-01-05 00:00","李娜"\n"2","B","Contract sent","200","2026-01-06 00:00","李娜"\n',
  'pipedrive-deals':
    'Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Status,Deal - Owner,Deal - Won time\n1,A,1000.50,CNY,Won,李娜,2026-01-05 10:00:00\n2,B,200,CNY,Lost,李娜,\n',
  generic: '日期,金额,业务员\n2026/1/5,1000.50,李娜\n',
};

describe.each(Object.entries(FILES))('%s', (preset, text) => {
  it.each([
    ['named', `\n    preset: ${preset}`],
    ['told by its header', ''],
  ])('%s', async (_, words) => {
    const folder = temporary();
    writeFileSync(join(folder, 'export.csv'), text);
    writeFileSync(
      join(folder, 'salesplan.yaml'),
      `salesplan: 1
name: P
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team: {members: {lina: {name: 李娜}}}
goals: {g: {metric: revenue, target: 1M, owner: lina, decompose: [{by: quarter}]}}
actuals:
  crm:
    from: export.csv${words}
`,
    );
    const ran = await runIn(folder, ['report', '--as-of', '2026-06-28', '--format', 'json']);
    const { goals, people, reconciliation } = JSON.parse(ran.stdout);
    expect(goals[0].actual).toBe('1000.50');
    expect(people).toEqual([expect.objectContaining({ owner: 'lina', actual: '1000.50' })]);
    expect(reconciliation.rejected).toBe(0);
    expect(reconciliation.read).toBe(reconciliation.used + reconciliation.excluded);
  });
});
