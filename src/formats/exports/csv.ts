import { decimalText } from '../../model/fraction.ts';
import { exportText } from '../../text/export-text.ts';
import { csvLine } from '../csv.ts';
import { type ExportFormat, unitOf } from './export-format.ts';

/** For spreadsheets: the byte order mark tells Excel that it is UTF-8. */
export const csv: ExportFormat = {
  id: 'csv',
  isBinary: false,
  render: async ({ language, dimensions, subgoals, currency }) => {
    const text = exportText[language];
    const head = [text.goal, ...dimensions.map((each) => text.dimensions[each] ?? each), text.target, text.unit, text.owner];
    const rows = subgoals.map(({ goal, places, metric, target, owner, start, deadline, id }) => [
      goal,
      ...dimensions.map((each) => places.get(each) ?? ''),
      target === undefined ? '' : decimalText(target, metric.decimals),
      unitOf(metric, currency, text.units),
      owner,
      start,
      deadline,
      id,
    ]);
    return `\ufeff${[[...head, text.start, text.deadline, text.subgoal], ...rows].map(csvLine).join('')}`;
  },
};
