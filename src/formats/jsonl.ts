import type { Records } from '../model/report.ts';
import type { Format } from './format.ts';

/** One JSON object a line for each of the report's records; its data in one line where it has none. */
export const jsonl: Format = {
  id: 'jsonl',
  render: ({ data, records }) => (records ? linesOf(records) : `${JSON.stringify(data)}\n`),
};

function linesOf({ objects }: Records): string {
  const lines: string[] = [];
  for (const object of objects) lines.push(`${JSON.stringify(object)}\n`);
  return lines.join('');
}
