import type { Preset } from './preset.ts';

/** Zoho CRM deals, as exported from its pages: what was won, on its closing date. */
export const zohoDeals: Preset = {
  id: 'zoho-deals',
  columns: {
    date: ['Closing Date'],
    amount: ['Amount'],
    owner: ['Deal Owner'],
    customer: ['Account Name', 'Company Name'],
    order: ['Record Id', 'Deal Id'],
    stage: ['Stage'],
    currency: ['Currency'],
    probability: ['Probability (%)'],
    created: ['Created Time'],
  },
  where: { Stage: ['Closed Won', '已成交', '赢单'] },
  signature: ['Deal Owner', 'Closing Date'],
};
