import { NOUGHT } from '../model/fraction.ts';
import type { Plan } from '../model/plan.ts';
import type { Span } from '../model/span.ts';
import { PHASES, type Stage } from '../model/stage.ts';
import type { Channel, Price, Product, Promotion, Research, Segment } from '../model/strategy.ts';
import { entriesOf, isMap, type PlainMap } from './ordered.ts';
import { quantityAt, type Resolving, tenuresAt } from './resolving.ts';
import { dayOf, durationOf, mapOf, matchOf, numberOf, oneOf, percentOf, text, texts } from './scalars.ts';

type Strategy = Pick<Plan, 'research' | 'segments' | 'themes' | 'products' | 'prices' | 'channels' | 'promotions' | 'stages'>;

/** Market and marketing: research, segments, the four Ps, the sales process. */
export function resolveStrategy(input: PlainMap, resolving: Resolving): Strategy {
  const strategy = isMap(input.strategy) ? input.strategy : {};
  const selling = isMap(input.process) ? input.process : {};
  const entries = <Made>(value: unknown, make: (id: string, entry: PlainMap, resolving: Resolving) => Made) =>
    mapOf(value, (id, entry) => make(id, isMap(entry) ? entry : {}, resolving));
  return {
    research: entries(input.research, researchOf),
    segments: entries(input.segments, segmentOf),
    themes: mapOf(strategy.themes, (_, words) => text(words)),
    products: entries(strategy.product, productOf),
    prices: entries(strategy.price, priceOf),
    channels: entries(strategy.channel, channelOf),
    promotions: entries(strategy.promotion, promotionOf),
    stages: entries(selling.stages, stageOf),
  };
}

const METHODS = ['survey', 'interview', 'focus-group', 'desk', 'observation', 'experiment'] as const;

function researchOf(id: string, entry: PlainMap): Research {
  const { date, sample, source, findings } = entry;
  return {
    id,
    method: oneOf(entry.method, METHODS) ?? 'desk',
    date: dayOf(date),
    sample: numberOf(sample),
    source: text(source),
    findings: texts(findings),
  };
}

function segmentOf(id: string, entry: PlainMap, resolving: Resolving): Segment {
  const size = isMap(entry.size) ? entry.size : {};
  const path = ['segments', id];
  return {
    id,
    name: text(entry.name) ?? id,
    owner: tenuresAt(entry.owner, [...path, 'owner'], resolving.period, resolving),
    criteria: new Map(entriesOf(entry.criteria)),
    match: matchOf(entry.match),
    needs: texts(entry.needs),
    customers: quantityAt(size.customers, [...path, 'size', 'customers'], resolving),
    potential: quantityAt(size.potential, [...path, 'size', 'potential'], resolving),
    competitors: texts(entry.competitors),
    research: texts(entry.research),
  };
}

function productOf(id: string, entry: PlainMap, resolving: Resolving): Product {
  const after = isMap(entry.after_sales) ? entry.after_sales : undefined;
  return {
    id,
    name: text(entry.name) ?? id,
    aliases: texts(entry.aliases),
    match: matchOf(entry.match),
    positioning: text(entry.positioning),
    segments: texts(entry.segments),
    features: texts(entry.features),
    needs: texts(entry.needs),
    quality: text(entry.quality),
    afterSales: after && { promise: text(after.promise), response: durationOf(after.response) },
    owner: tenuresAt(entry.owner, ['strategy', 'product', id, 'owner'], resolving.period, resolving),
  };
}

function priceOf(id: string, entry: PlainMap, resolving: Resolving): Price {
  const path = ['strategy', 'price', id];
  const value = isMap(entry.value) ? entry.value : undefined;
  const amount = (key: string) => quantityAt(entry[key], [...path, key], resolving);
  return {
    product: id,
    method: oneOf(entry.method, ['cost-plus', 'competition', 'value'] as const),
    objective: text(entry.objective),
    list: amount('list'),
    unitCost: amount('unit_cost'),
    markup: percentOf(entry.markup),
    competitors: mapOf(entry.competitors, (name, price) => quantityAt(price, [...path, 'competitors', name], resolving)),
    value: value && {
      reference: quantityAt(value.reference, [...path, 'value', 'reference'], resolving),
      differentiation: quantityAt(value.differentiation, [...path, 'value', 'differentiation'], resolving),
    },
    maxDiscount: percentOf(entry.max_discount),
    demand: text(entry.demand),
  };
}

function channelOf(id: string, entry: PlainMap, resolving: Resolving): Channel {
  return {
    id,
    name: text(entry.name) ?? id,
    aliases: texts(entry.aliases),
    match: matchOf(entry.match),
    type: oneOf(entry.type, ['online', 'offline', 'partner', 'direct'] as const),
    owner: tenuresAt(entry.owner, ['strategy', 'channel', id, 'owner'], resolving.period, resolving),
    segments: texts(entry.segments),
    cost: percentOf(entry.cost),
  };
}

function promotionOf(id: string, entry: PlainMap, resolving: Resolving): Promotion {
  const path = ['strategy', 'promotion', id];
  const expect = isMap(entry.expect) ? entry.expect : undefined;
  const metric = text(expect?.metric);
  return {
    id,
    name: text(entry.name) ?? id,
    channel: text(entry.channel),
    products: texts(entry.products),
    span: runOf(entry, resolving.period),
    budget: quantityAt(entry.budget, [...path, 'budget'], resolving),
    mechanism: text(entry.mechanism),
    expect: metric === undefined ? undefined : { metric, lift: quantityAt(expect?.lift, [...path, 'expect', 'lift'], resolving) ?? NOUGHT },
    owner: tenuresAt(entry.owner, [...path, 'owner'], resolving.period, resolving),
  };
}

/** From `start` to `end`; an end that is not given is the period's. */
export function runOf(entry: PlainMap, period: Span): Span | undefined {
  if (entry.start === undefined && entry.end === undefined) return undefined;
  const [start, end] = [dayOf(entry.start) ?? period.start, dayOf(entry.end) ?? period.end];
  return start <= end ? { start, end } : undefined;
}

function stageOf(id: string, entry: PlainMap, resolving: Resolving): Stage {
  return {
    id,
    name: text(entry.name) ?? id,
    phase: oneOf(entry.phase, PHASES) ?? 'in-sale',
    conversion: percentOf(entry.conversion),
    days: numberOf(entry.days),
    activities: texts(entry.activities),
    owner: tenuresAt(entry.owner, ['process', 'stages', id, 'owner'], resolving.period, resolving),
  };
}
