import type { Deals } from '../model/deal.ts';
import { foldLabel } from '../model/fold-label.ts';
import { NOUGHT } from '../model/fraction.ts';
import { funnelOf } from '../model/funnel.ts';
import type { Source } from '../model/source.ts';
import { fileSetsOf } from './file-sets.ts';
import { judgeOf } from './judge.ts';
import { finderOf } from './labels.ts';
import type { Reading } from './read-source.ts';
import { type FileSet, type Measured, type Measures, type Rows, rollSource } from './roll-source.ts';
import { dayReader } from './worth.ts';

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
 * Reads the deals of one source of the pipeline, those with the same labels together. A deal is won when it stands in the last
 * stage before «after the sale», or its stage or status says so in a usual word. What can't be read is left out.
 */
export async function readDeals(source: Source, reading: Reading): Promise<readonly Deals[]> {
  const deals: Deals[] = [];
  for (const set of await fileSetsOf(source, reading)) {
    const { rows } = await rollSource(source, set, ['close', 'created', 'stage', 'status'], reading.plan.currency, reading.rollUp);
    const read = dealReader(source, set, reading);
    for (const each of rows) deals.push(...read(each));
  }
  return deals;
}

function dealReader(source: Source, set: FileSet, { plan, clock }: Reading): (rows: Rows) => readonly Deals[] {
  // A preset's filter leaves the won deals: here all of them count.
  const binding = { ...set.binding, where: source.where, lost: undefined };
  const judge = judgeOf(source, plan, binding, clock);
  const findStage = finderOf(plan.stages, source.values.get('stage'));
  const wonStage = funnelOf(plan).at(-1)?.id;
  const readDay = dayReader(source, plan, binding);
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
    if (verdict.is !== 'placed') return [];
    const { spot, amount } = verdict.placed;
    const label = rows.label('stage') ?? '';
    const stage = findStage(label).id;
    const is = outcomeOf(
      source.values.get('stage')?.get(label) ?? label,
      rows.label('status') ?? '',
      stage !== undefined && stage === wonStage,
    );
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
  const known: Measured = amount?.is === 'total' ? amount : { is: 'total', value: NOUGHT, currency: undefined };
  return { amount: known, quantity: undefined, cost: undefined, profit: undefined };
}
