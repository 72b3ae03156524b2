import type { Preset } from './preset.ts';

/** Pipedrive deals: what was won, on the day that it was won. */
export const pipedriveDeals: Preset = {
  id: 'pipedrive-deals',
  columns: {
    date: ['Deal - Won time', 'Deal - Deal closed on', 'Deal - Expected close date'],
    amount: ['Deal - Value'],
    owner: ['Deal - Owner'],
    customer: ['Deal - Organization'],
    order: ['Deal - ID'],
    stage: ['Deal - Stage'],
    currency: ['Deal - Currency of Value'],
    status: ['Deal - Status'],
  },
  where: { 'Deal - Status': ['Won'] },
  signature: ['Deal - Value', 'Deal - Status'],
};
