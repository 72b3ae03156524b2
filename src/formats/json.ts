import type { Format } from './format.ts';

/** The report's data and nothing else: the published contract. */
export const json: Format = { id: 'json', render: ({ data }) => `${JSON.stringify(data, null, 2)}\n` };
