import type { Preset } from './preset.ts';

/** Pipedrive deals: what was won, at the time when its status became so. Headers of its exports, names of its interface (v1, v2). */
export const pipedriveDeals: Preset = {
  id: 'pipedrive-deals',
  columns: {
    date: ['Deal - Won time', 'Deal - Closed on', 'Deal - Deal closed on', 'won_time', 'close_time', 'Deal - Expected close date'],
    amount: ['Deal - Value', 'value'],
    owner: ['Deal - Owner', 'user_id.name', 'owner_name', 'owner_id', 'user_id'],
    customer: ['Deal - Organization', 'Organization', 'org_id.name', 'org_name', 'org_id'],
    order: ['Deal - ID', 'id'],
    id: ['Deal - ID', 'id'],
    stage: ['Deal - Stage', 'stage_id'],
    currency: ['Deal - Currency of Value', 'currency'],
    status: ['Deal - Status', 'status'],
    created: ['Deal - Deal created', 'Deal - Creation date', 'add_time'],
    modified: ['Deal - Update time', 'update_time'],
    close: ['Deal - Expected close date', 'expected_close_date'],
    lost: ['Deal - Lost time', 'lost_time'],
  },
  won: [
    { column: 'Deal - Status', labels: ['Won'] },
    { column: 'status', labels: ['won'] },
  ],
  lost: [
    { column: 'Deal - Status', labels: ['Lost'] },
    { column: 'status', labels: ['lost'] },
  ],
  kept: [{ column: 'is_deleted', labels: ['false', '0', ''] }],
  signatures: [
    ['Deal - Value', 'Deal - Status'],
    ['title', 'value', 'won_time'],
  ],
  utc: ['add_time', 'update_time', 'won_time', 'lost_time', 'close_time', 'stage_change_time'],
};
