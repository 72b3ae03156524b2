import { type Day, daysBetween } from '../model/day.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import type { Binding } from './bind.ts';
import type { Clock, Complaint, Cycle } from './judgement.ts';
import { finderOf } from './labels.ts';
import type { Rows } from './roll-source.ts';

/** What the dates and stages of deals tell. */
export interface DealDates {
  /** Of won rows: how long they took, and what is odd about it. Reports: data/future-date, data/closed-before-created. */
  ofWon(rows: Rows, day: Day): { readonly cycle: Cycle | undefined; readonly complaints: readonly Complaint[] };
  /** Of rows that are neither won nor lost. Reports: data/overdue-deal, data/unknown-stage. */
  ofOpen(rows: Rows): readonly Complaint[];
}

const NOTHING_TOLD = { cycle: undefined, complaints: [] };

type DayReader = (text: string) => Day | 'ambiguous' | undefined;

export function datesOf(binding: Binding, plan: Plan, source: Source, dayOf: DayReader, { today, lastSaleDay, asOf }: Clock): DealDates {
  const findStage = finderOf(plan.stages, source.values.get('stage'));
  const readDay = (rows: Rows, field: 'created' | 'close' | 'date'): Day | undefined => {
    const text = rows.label(field) ?? '';
    const day = text === '' ? undefined : dayOf(text);
    return day === 'ambiguous' ? undefined : day;
  };
  const complaint = (rule: string, field: 'created' | 'close' | 'date' | 'stage', rows: Rows, args: Complaint['args']): Complaint => {
    return { rule, args, ref: binding.fields.get(field), text: rows.label(field) ?? null };
  };
  const hasCreated = binding.fields.has('created');
  return {
    ofWon: (rows, day) => {
      const created = hasCreated ? readDay(rows, 'created') : undefined;
      if (created === undefined && rows.cycle === undefined && day <= lastSaleDay) return NOTHING_TOLD;
      const complaints: Complaint[] = [];
      if (day > lastSaleDay) complaints.push(complaint('data/future-date', 'date', rows, { day, today }));
      if (created !== undefined && created > day) complaints.push(complaint('data/closed-before-created', 'date', rows, { day, created }));
      const days = created === undefined ? undefined : Math.max(0, daysBetween(created, day)) * rows.count;
      return { cycle: rows.cycle ?? (days === undefined ? undefined : { days, deals: rows.count }), complaints };
    },
    ofOpen: (rows) => {
      if (!binding.lost) return [];
      const complaints: Complaint[] = [];
      const field = binding.fields.has('close') ? 'close' : 'date';
      const close = readDay(rows, field);
      if (close !== undefined && close < asOf) complaints.push(complaint('data/overdue-deal', field, rows, { day: close }));
      const stage = rows.label('stage')?.trim() ?? '';
      if (stage !== '' && plan.stages.size > 0 && findStage(stage).id === undefined) {
        complaints.push({ ...complaint('data/unknown-stage', 'stage', rows, { label: stage }) });
      }
      return complaints;
    },
  };
}
