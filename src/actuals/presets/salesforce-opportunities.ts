import type { Preset } from './preset.ts';

/** Salesforce opportunity report, details only: what was won, on its close date. */
export const salesforceOpportunities: Preset = {
  id: 'salesforce-opportunities',
  columns: {
    date: ['Close Date', 'CloseDate'],
    amount: ['Amount'],
    owner: ['Opportunity Owner'],
    customer: ['Account Name'],
    order: ['Opportunity ID', 'Opportunity Name'],
    stage: ['Stage', 'StageName'],
    currency: ['Amount Currency', 'Opportunity Currency', 'CurrencyIsoCode'],
    probability: ['Probability (%)'],
    created: ['Created Date'],
  },
  where: { Stage: ['Closed Won'], StageName: ['Closed Won'] },
  signature: ['Opportunity Owner', 'Opportunity Name'],
};
