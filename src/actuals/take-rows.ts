import type { LabelMatch } from '../model/fact.ts';
import { NOUGHT } from '../model/fraction.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import type { Binding } from './bind.ts';
import type { FactStore } from './fact-store.ts';
import { judgeOf } from './judge.ts';
import type { Clock, Complaint, Placed } from './judgement.ts';
import type { Records } from './records.ts';
import type { Rows } from './roll-source.ts';
import { type Counter, isOutside } from './tally.ts';
import { worthOf } from './worth.ts';

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

/** What is told row by row, with its line; labels are told once each. */
const EACH: ReadonlySet<string> = new Set(['data/future-date', 'data/closed-before-created', 'data/overdue-deal']);

/** Judges rows that were rolled up, wherever they came from, and takes them in; gives what is to be told about them. */
export function takeRows(
  { once, repeated }: Records,
  source: Source,
  binding: Binding,
  plan: Plan,
  { counter, store, folded }: Takers,
  clock: Clock,
): readonly RowComplaint[] {
  const judge = judgeOf(source, plan, binding, clock);
  const worth = worthOf(source, plan, binding);
  const hasOwner = binding.fields.has('owner');
  const complaints: RowComplaint[] = [];
  for (const { rows, complaint } of repeated) {
    const amount = worth(rows);
    counter.add('duplicate', rows.count, amount);
    complaints.push({ complaint, rows, isEach: true });
  }
  for (const rows of once) {
    const verdict = judge(rows);
    const amount = verdict.is === 'placed' ? (isMoney(verdict.placed, plan) ? verdict.placed.amount : NOUGHT) : worth(rows);
    if (verdict.is === 'rejected') {
      counter.add('rejected', rows.count, amount);
      complaints.push({ complaint: verdict.complaint, rows, isEach: true });
      continue;
    }
    for (const complaint of verdict.complaints) complaints.push({ complaint, rows, isEach: EACH.has(complaint.rule) });
    if (verdict.is === 'excluded') {
      counter.add(verdict.as, rows.count, amount);
      if (verdict.lost) store.addLost(verdict.lost, rows.count, hasOwner);
      continue;
    }
    const { placed } = verdict;
    counter.add('used', rows.count, amount);
    counter.note(placed.day);
    if (placed.spot.isUnassigned) counter.add('unassigned', rows.count, amount);
    if (isOutside(placed, plan)) counter.add('outside', rows.count, amount);
    store.add(placed, rows.count, hasOwner && !(placed.metric !== undefined && isOwnerless(rows)));
    for (const one of verdict.folded) noteFolded(folded, source, one, rows.count);
  }
  return complaints;
}

/** Of a value by hand: it says nothing of people, as if there were no column for them. */
function isOwnerless(rows: Rows): boolean {
  return (rows.label('owner') ?? '').trim() === '';
}

/** In the reconciliation rows count for money, or whatever the file's one number is; not for the level of another metric. */
function isMoney({ metric }: Placed, plan: Plan): boolean {
  return metric === undefined || plan.metrics.get(metric)?.unit === 'money';
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
