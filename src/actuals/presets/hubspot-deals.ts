import type { Preset } from './preset.ts';

/** HubSpot deals: what was won, on its close date. Headers of its exports, names of its interface (v3). */
export const hubspotDeals: Preset = {
  id: 'hubspot-deals',
  columns: {
    date: ['Close Date', 'closedate'],
    amount: ['Amount', 'amount'],
    owner: ['Deal owner', 'hubspot_owner_id'],
    customer: ['Associated Company', 'Primary Associated Company'],
    order: ['Record ID', 'id', 'Deal Name', 'dealname'],
    id: ['Record ID', 'id'],
    stage: ['Deal Stage', 'dealstage'],
    currency: ['Currency', 'deal_currency_code'],
    created: ['Create Date', 'createdate', 'createdAt'],
    modified: ['Last Modified Date', 'hs_lastmodifieddate', 'updatedAt'],
  },
  won: [
    { column: 'hs_is_closed_won', labels: ['true'] },
    { column: 'Is Closed Won', labels: ['true'] },
    { column: 'Deal Stage', labels: ['Closed won'] },
    { column: 'dealstage', labels: ['closedwon'] },
  ],
  lost: [
    { column: 'hs_is_closed_lost', labels: ['true'] },
    { column: 'Deal Stage', labels: ['Closed lost'] },
    { column: 'dealstage', labels: ['closedlost'] },
  ],
  kept: [{ column: 'archived', labels: ['false', ''] }],
  signatures: [
    ['Deal Stage', 'Deal owner'],
    ['Record ID', 'Deal Name'],
    ['dealname', 'dealstage'],
  ],
};
