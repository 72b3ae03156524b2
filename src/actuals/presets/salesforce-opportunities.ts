import type { Preset } from './preset.ts';

/** Salesforce opportunities: a report with details only, or rows of its interface; what was won, on its close date. */
export const salesforceOpportunities: Preset = {
  id: 'salesforce-opportunities',
  columns: {
    date: ['Close Date', 'CloseDate'],
    amount: ['Amount'],
    owner: ['Opportunity Owner', 'Owner.Name', 'OwnerId'],
    customer: ['Account Name', 'Account.Name', 'AccountId'],
    order: ['Opportunity ID', 'Id', 'Opportunity Name', 'Name'],
    id: ['Opportunity ID', 'Id'],
    stage: ['Stage', 'StageName'],
    currency: ['Amount Currency', 'Opportunity Currency', 'CurrencyIsoCode'],
    probability: ['Probability (%)', 'Probability'],
    created: ['Created Date', 'CreatedDate'],
    modified: ['Last Modified Date', 'LastModifiedDate'],
  },
  won: [
    { column: 'IsWon', labels: ['true', '1'] },
    { column: 'Won', labels: ['true', '1'] },
    { column: 'Stage', labels: ['Closed Won'] },
    { column: 'StageName', labels: ['Closed Won'] },
  ],
  lost: [
    { column: 'Stage', labels: ['Closed Lost'] },
    { column: 'StageName', labels: ['Closed Lost'] },
  ],
  kept: [{ column: 'IsDeleted', labels: ['false', '0', ''] }],
  signatures: [
    ['Opportunity Owner', 'Opportunity Name'],
    ['Opportunity Name', 'Close Date'],
    ['StageName', 'CloseDate'],
  ],
  hasFooter: true,
};
