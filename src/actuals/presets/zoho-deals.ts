import type { Preset } from './preset.ts';

/** Zoho CRM deals: what was won, on its closing date. Headers of its pages' exports, names of its interface (v8). */
export const zohoDeals: Preset = {
  id: 'zoho-deals',
  columns: {
    date: ['Closing Date', 'Closing_Date'],
    amount: ['Amount'],
    owner: ['Deal Owner', 'Owner.name', 'Owner.id', 'Owner'],
    customer: ['Account Name', 'Company Name', 'Account_Name.name', 'Account_Name.id', 'Account_Name'],
    order: ['Record Id', 'Deal Id', 'id', 'Deal Name', 'Deal_Name'],
    id: ['Record Id', 'Deal Id', 'id'],
    stage: ['Stage'],
    currency: ['Currency'],
    probability: ['Probability (%)', 'Probability'],
    created: ['Created Time', 'Created_Time'],
    modified: ['Modified Time', 'Modified_Time'],
  },
  won: [{ column: 'Stage', labels: ['Closed Won', '已成交', '赢单'] }],
  lost: [{ column: 'Stage', labels: ['Closed Lost', 'Closed Lost to Competition', 'Closed-Lost to Competition', '丢单', '输单'] }],
  kept: [],
  signatures: [
    ['Deal Owner', 'Closing Date'],
    ['Deal Name', 'Closing Date'],
    ['Deal_Name', 'Closing_Date'],
  ],
  decoration: { id: /^zcrm_/, order: /^zcrm_/ },
};
