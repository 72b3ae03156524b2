import type { LabelMatch } from '../model/fact.ts';
import { type Fraction, NOUGHT } from '../model/fraction.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import type { Binding } from './bind.ts';
import { type Complaint, type Judgement, judgeOf } from './judge.ts';
import type { Rows } from './roll-source.ts';
import { type Counter, type FactStore, isOutside } from './tally.ts';

/** Something to tell about rows: about each of them, or once for all that have the same to be told. */
export interface RowComplaint {
  readonly complaint: Complaint;
  readonly rows: Rows;
  readonly isEach: boolean;
}

/** Where rows go: counted, added up as facts, labels that matched only after folding noted by `field\nlabel`. */
export interface Takers {
  readonly counter: Counter;
  readonly store: FactStore;
  readonly folded: Map<string, LabelMatch>;
}

/** Judges rows that were rolled up, wherever they came from, and takes them in; gives what is to be told about them. */
export function takeRows(
  all: readonly Rows[],
  source: Source,
  binding: Binding,
  plan: Plan,
  { counter, store, folded }: Takers,
): readonly RowComplaint[] {
  const judge = judgeOf(source, plan, binding);
  const complaints: RowComplaint[] = [];
  for (const rows of all) {
    const verdict = judge(rows);
    const amount = amountOf(rows, verdict, plan);
    counter.add('read', rows.count, amount);
    if (verdict.is === 'rejected') complaints.push({ complaint: verdict.complaint, rows, isEach: true });
    if (verdict.is !== 'placed') {
      counter.add(verdict.is, rows.count, amount);
      continue;
    }
    const { placed } = verdict;
    counter.add('used', rows.count, amount);
    if (placed.isUnassigned) counter.add('unassigned', rows.count, amount);
    if (isOutside(placed, plan)) counter.add('outside', rows.count, amount);
    store.add(placed, rows.count, binding.fields.has('owner'));
    for (const complaint of verdict.complaints) complaints.push({ complaint, rows, isEach: false });
    for (const one of verdict.folded) noteFolded(folded, source, one, rows.count);
  }
  return complaints;
}

/** What rows count for in the reconciliation: money, or whatever the file's one number is; not the level of another metric. */
function amountOf({ amount }: Rows, verdict: Judgement, plan: Plan): Fraction {
  const metric = verdict.is === 'placed' && verdict.placed.metric !== undefined ? plan.metrics.get(verdict.placed.metric) : undefined;
  return amount?.is !== 'total' || (metric && metric.unit !== 'money') ? NOUGHT : amount.value;
}

function noteFolded(
  folded: Map<string, LabelMatch>,
  source: Source,
  { field, label, id }: { readonly field: string; readonly label: string; readonly id: string },
  rows: number,
): void {
  const key = `${field}\n${label}`;
  const before = folded.get(key);
  folded.set(key, { source: source.id, field, label, id, rows: (before?.rows ?? 0) + rows });
}
