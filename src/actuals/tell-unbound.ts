import type { Source, SourceField } from '../model/source.ts';
import type { MeasuredMetric } from './needed.ts';
import type { Reading } from './read-source.ts';
import type { FileSet } from './roll-source.ts';
import type { RowComplaint } from './take-rows.ts';

/**
 * Tells once of a file in which nothing says the day or the number of a row, and takes out what would be said of each row for
 * that. A file that only counts (customers, orders) needs no number. Reports: data/missing-column.
 */
export function tellUnbound(
  source: Source,
  { files, binding }: FileSet,
  complaints: readonly RowComplaint[],
  metrics: readonly MeasuredMetric[],
  { plan, tell }: Reading,
): readonly RowComplaint[] {
  const has = (field: SourceField) => binding.fields.has(field);
  const [file] = files;
  // Records of JSON leave out what is empty: there a key that none of them has says nothing of the form.
  if (file?.origin && !file.origin.hasCells) return complaints;
  const needsSum = metrics.some(({ measure }) => measure.is === 'sum');
  const isCountless = needsSum && !(['amount', 'value', 'quantity', 'customer', 'order'] as const).some(has);
  // Pieces alone are no money: where nobody asks for pieces, and no other source has the money.
  const isForMoney = metrics.length > 0 && metrics.every(({ measure }) => measure.is === 'sum' && measure.of !== 'quantity');
  const isUseless = isForMoney && plan.actuals.size === 1 && !(['amount', 'value', 'profit', 'cost'] as const).some(has);
  for (const field of [...(has('date') ? [] : ['date']), ...(isCountless || isUseless ? ['amount'] : [])]) {
    const args = { source: source.id, column: field, field, file: file?.path, known: file?.columns };
    tell({ rule: 'data/missing-column', spot: { in: 'plan', path: [...source.path, 'from'], at: 'value' }, args });
  }
  return has('date') ? complaints : complaints.filter(({ complaint }) => complaint.rule !== 'data/bad-date');
}
