import type { Deals } from '../model/deal.ts';
import { foldLabel } from '../model/fold-label.ts';
import { NOUGHT } from '../model/fraction.ts';
import { funnelOf } from '../model/funnel.ts';
import type { Source, SourceField } from '../model/source.ts';
import { tellComplaints } from './complaints.ts';
import { fileSetsOf } from './file-sets.ts';
import { judgeOf } from './judge.ts';
import type { Complaint } from './judgement.ts';
import { finderOf } from './labels.ts';
import { placesOf, type Reading } from './read-source.ts';
import { recordsOf } from './records.ts';
import { type FileSet, type Measured, type Measures, type Rows, rollSource } from './roll-source.ts';
import type { RowComplaint } from './take-rows.ts';
import { brokenIn, tellBroken } from './tell-broken.ts';
import { type DayReader, dayReader } from './worth.ts';

/** Words for a deal that was won or lost, in the exports of CRMs and in plain tables; folded. */
const WON = new Set(['won', 'closed won', 'closedwon', 'closed-won', 'win', '成交', '赢单', '贏單', '已成交', '已赢单', '已签约']);
const LOST = new Set([
  'lost',
  'closed lost',
  'closedlost',
  'closed-lost',
  'lose',
  '输单',
  '輸單',
  '丢单',
  '失败',
  '已流失',
  '已输单',
  '无效',
]);

/**
 * Reads the deals of one source of the pipeline, those with the same labels together, and of a deal that is there several times
 * the last version. A deal is won when it stands in the last stage before «after the sale», or its stage or status says so in a
 * usual word. What can't be read is left out, and told. Reports: data/*.
 */
export async function readDeals(source: Source, reading: Reading): Promise<readonly Deals[]> {
  const deals: Deals[] = [];
  for (const set of await fileSetsOf(source, reading)) {
    const { rows, rolled } = await rollSource(source, set, FURTHER, reading.plan.currency, reading.rollUp);
    const dayOf = dayReader(source, reading.plan, set.binding);
    const { once, repeated } = await recordsOf(rows, set.binding, (those) => placesOf(those, source, set, reading), dayOf);
    const complaints: RowComplaint[] = repeated.map((each) => ({ ...each, isEach: true }));
    const read = dealReader(source, set, dayOf, reading, complaints);
    for (const each of once) deals.push(...read(each));
    tellBroken(await brokenIn(rolled.broken, set, reading), set, reading);
    await tellComplaints(complaints, source, set, reading);
  }
  return deals;
}

const FURTHER: readonly SourceField[] = ['close', 'created', 'stage', 'status', 'id', 'modified'];

/** Makes deals of rows, and adds what is to be told about them to `complaints`. */
function dealReader(
  source: Source,
  set: FileSet,
  readDay: DayReader,
  { plan, clock }: Reading,
  complaints: RowComplaint[],
): (rows: Rows) => readonly Deals[] {
  // A preset's filter leaves the won deals: here all of them count.
  const binding = { ...set.binding, where: source.where, lost: undefined };
  const judge = judgeOf(source, plan, binding, clock);
  const findStage = finderOf(plan.stages, source.values.get('stage'));
  const wonStage = funnelOf(plan).at(-1)?.id;
  const dayIn = (text: string | null | undefined) => {
    const day = text ? readDay(text) : undefined;
    return day === 'ambiguous' ? undefined : day;
  };
  const outcomeOf = outcomeReader();
  return (rows) => {
    const closing = rows.label('close') ?? rows.label('date');
    const verdict = judge({
      ...rows,
      label: (field) => (field === 'date' ? (closing ?? rows.label('created')) : rows.label(field)),
      measures: () => amountOnly(rows.measures()),
    });
    if (verdict.is === 'rejected') complaints.push({ complaint: verdict.complaint, rows, isEach: true });
    if (verdict.is !== 'placed') return [];
    const { spot, amount } = verdict.placed;
    const label = rows.label('stage') ?? '';
    const stage = findStage(label).id;
    const is = outcomeOf(
      source.values.get('stage')?.get(label) ?? label,
      rows.label('status') ?? '',
      stage !== undefined && stage === wonStage,
    );
    for (const complaint of verdict.complaints) if (!isDated(complaint)) complaints.push({ complaint, rows, isEach: false });
    return [
      {
        source: source.id,
        is,
        stage,
        created: dayIn(rows.label('created')),
        close: dayIn(closing),
        segment: spot.segment,
        product: spot.product,
        channel: spot.channel,
        owner: spot.owner,
        count: rows.count,
        amount,
      },
    ];
  };
}

/** The day on which a deal closes may be one that is only expected. */
function isDated({ rule }: Complaint): boolean {
  return rule === 'data/future-date' || rule === 'data/closed-before-created';
}

/** What stage and status say of a deal; the same words come again and again. */
function outcomeReader(): (stage: string, status: string, isLast: boolean) => Deals['is'] {
  const known = new Map<string, Deals['is']>();
  return (stage, status, isLast) => {
    const key = `${isLast}\0${stage}\0${status}`;
    const before = known.get(key);
    if (before) return before;
    const words = [stage, status].map(foldLabel);
    const is = words.some((word) => LOST.has(word)) ? 'lost' : isLast || words.some((word) => WON.has(word)) ? 'won' : 'open';
    known.set(key, is);
    return is;
  };
}

/** A deal whose amount is not known is worth nothing yet. */
function amountOnly({ amount }: Measures): Measures {
  const known: Measured = amount === undefined || amount.is === 'empty' ? { is: 'total', value: NOUGHT, currency: undefined } : amount;
  return { amount: known, quantity: undefined, cost: undefined, profit: undefined };
}
