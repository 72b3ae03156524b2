import { earlierDay, laterDay } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import type { Id } from '../model/id.ts';
import type { CountOf } from '../model/metric.ts';
import { type CustomerStep, levelDays, levelFacts, sumFacts } from './customer-levels.ts';
import type { Statement } from './engines/dialect.ts';
import type { TableRow, Warehouse } from './engines/warehouse.ts';
import { WarehouseError } from './engines/warehouse-error.ts';
import type { FactStore } from './fact-store.ts';
import { judgeOf } from './judge.ts';
import type { Clock } from './judgement.ts';
import { type MeasuredMetric, needsCustomers } from './needed.ts';
import type { TableQuestion } from './roll-table.ts';
import {
  type Counting,
  looseStatement,
  newCustomersStatement,
  ordersStatement,
  repeatedStatement,
  stepStatements,
} from './table-counts-sql.ts';
import { type Answered, rowsOf } from './table-rows.ts';
import { isTimed } from './table-sql.ts';

/** Customers of a source, as databases have counted them. */
export interface CustomerSteps {
  readonly fresh: CustomerStep[];
  readonly active: CustomerStep[];
  readonly repeat: CustomerStep[];
}

export function noSteps(): CustomerSteps {
  return { fresh: [], active: [], repeat: [] };
}

/** Has a table's orders and customers counted where it lies, where somebody asks for them. Throws WarehouseError. */
export async function countTable(
  question: TableQuestion,
  answered: Answered,
  clock: Clock,
  warehouse: Warehouse,
  store: FactStore,
  steps: CustomerSteps,
): Promise<void> {
  const counting = countingOf(question, answered);
  if (!counting) return;
  const { asked } = question;
  const place = placerOf(question, answered, clock);
  const ask = async (statement: Statement) => (await warehouse.query(statement)).flatMap(place);
  if (answered.ordersApart) {
    const counted = [...(await ask(ordersStatement(asked, counting))), ...(await ask(looseStatement(asked, counting)))];
    for (const { placed, change, ownerBound } of counted) store.addOrders(placed, change, ownerBound);
  }
  if (counting.customer === undefined) return;
  if (needs(question.metrics, 'new_customers')) steps.fresh.push(...(await ask(newCustomersStatement(asked, counting))));
  if (!needs(question.metrics, 'active_customers') && !needs(question.metrics, 'repeat_customers')) return;
  const { come, go, comeAgain, goAgain } = stepStatements(asked, counting);
  steps.active.push(...(await ask(come)), ...(await ask(go)).map(less));
  steps.repeat.push(...(await ask(comeAgain)), ...(await ask(goAgain)).map(less));
}

/** Records of which there are several rows: in a table all of them count, because nothing says which one is the last. */
export interface Repeated {
  readonly records: number;
  readonly rows: number;
  /** One of them. */
  readonly key: string;
}

export async function repeatedRecords(
  { asked, binding }: TableQuestion,
  { rollUp }: Answered,
  warehouse: Warehouse,
): Promise<Repeated | undefined> {
  const ref = binding.fields.get('id');
  if (ref?.table !== 0) return undefined;
  const [[records, rows, key] = []] = await warehouse.query(repeatedStatement(asked, rollUp, ref.column));
  return Number(records) > 0 ? { records: Number(records), rows: Number(rows), key: key ?? '' } : undefined;
}

/** The customers of all databases of a source as facts; their levels at the ends of the periods that the source tells apart. */
export function stepFacts(
  { fresh, active, repeat }: CustomerSteps,
  metrics: readonly MeasuredMetric[],
  endsIn: TableQuestion['endsIn'],
): readonly Fact[] {
  const bought = active.filter(({ change }) => change > 0).map(({ day }) => day);
  const [first] = bought;
  const days =
    endsIn && first ? endsIn({ start: bought.reduce(earlierDay, first), end: bought.reduce(laterDay, first) }) : levelDays(bought);
  const counted = (of: CountOf): readonly Id[] => metrics.flatMap(({ id, measure }) => (measure.of === of ? [id] : []));
  return [
    ...counted('new_customers').flatMap((id) => sumFacts(id, fresh)),
    ...counted('active_customers').flatMap((id) => levelFacts(id, active, active, days)),
    ...counted('repeat_customers').flatMap((id) => levelFacts(id, repeat, active, days)),
  ];
}

function countingOf({ binding: { fields }, metrics, asked }: TableQuestion, { rollUp }: Answered): Counting | undefined {
  if (!rollUp.day) return undefined;
  const [order, customer] = (['order', 'customer'] as const)
    .map((field) => fields.get(field))
    .map((ref) => (ref?.table === 0 ? ref.column : undefined));
  const counted = needsCustomers(metrics) ? customer : undefined;
  // Twelve months from a text are no day.
  if (counted !== undefined && !isTimed(asked, rollUp.day.column))
    throw new WarehouseError('no-dates', asked.columns[rollUp.day.column]?.name ?? '');
  return { rollUp: { ...rollUp, day: rollUp.day }, order, customer: counted };
}

function needs(metrics: readonly MeasuredMetric[], of: CountOf): boolean {
  return metrics.some(({ measure }) => measure.of === of);
}

/** Where what was counted belongs. What can't be told is told of the rows themselves. */
function placerOf({ source, plan, binding }: TableQuestion, answered: Answered, clock: Clock): (row: TableRow) => readonly CustomerStep[] {
  const judge = judgeOf(source, plan, binding, clock);
  const counts: Answered = { ...answered, rollUp: { ...answered.rollUp, cycle: undefined }, measures: [] };
  return (row) => {
    const rows = rowsOf(row, counts);
    const verdict = judge(rows);
    if (verdict.is !== 'placed') return [];
    const { placed } = verdict;
    return [{ source: source.id, placed, ownerBound: binding.fields.has('owner'), day: placed.day, change: rows.count }];
  };
}

function less(step: CustomerStep): CustomerStep {
  return { ...step, change: -step.change };
}
