import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import type { Fraction } from './fraction.ts';
import type { Language } from './language.ts';
import type { Metric } from './metric.ts';
import type { Source } from './source.ts';
import type { Span } from './span.ts';

/** Where a value stands in the plan as written: keys from the top, `['goals', 'revenue', 'decompose', 0, 'shares']`. */
export type PlanPath = readonly (string | number)[];

/** Ids are the keys of the plan's maps, unique in their map; a reference is an id of a stated kind. Maps keep file order. */
export type Id = string;

/**
 * The plan as used: every default filled in, every scalar read, every reference known to resolve. Parts of the file that
 * have an error are left out (their findings say so), so that the rest can still be checked.
 */
export interface Plan {
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Decimal places of the currency's minor unit. */
  readonly currencyDecimals: number;
  readonly language: Language;
  readonly timezone: string;
  readonly period: Span;
  readonly calendar: Calendar;
  /** Built-in ones too. */
  readonly metrics: ReadonlyMap<Id, Metric>;
  readonly research: ReadonlyMap<Id, Research>;
  readonly segments: ReadonlyMap<Id, Segment>;
  readonly themes: ReadonlyMap<Id, string>;
  readonly products: ReadonlyMap<Id, Product>;
  readonly prices: ReadonlyMap<Id, Price>;
  readonly channels: ReadonlyMap<Id, Channel>;
  readonly promotions: ReadonlyMap<Id, Promotion>;
  readonly stages: ReadonlyMap<Id, Stage>;
  readonly roles: ReadonlyMap<Id, Role>;
  readonly members: ReadonlyMap<Id, Member>;
  readonly training: ReadonlyMap<Id, Training>;
  readonly incentives: ReadonlyMap<Id, Incentive>;
  readonly crm: Crm;
  readonly goals: ReadonlyMap<Id, Goal>;
  readonly actions: ReadonlyMap<Id, Action>;
  readonly reviews: { readonly every: Duration; readonly owner: Id | undefined } | undefined;
  readonly measures: ReadonlyMap<Id, ImprovementMeasure>;
  readonly assumptions: ReadonlyMap<Id, Assumption>;
  readonly risks: ReadonlyMap<Id, Risk>;
  readonly scenarios: ReadonlyMap<Id, Scenario>;
  readonly checkins: readonly Checkin[];
  readonly actuals: ReadonlyMap<Id, Source>;
  readonly pipeline: ReadonlyMap<Id, Source>;
  /** Currency code → day from which → how much of the plan's currency one unit is. */
  readonly rates: ReadonlyMap<string, ReadonlyMap<Day, Fraction>>;
  readonly report: ReportSettings;
}

/** A duration as written: `10 days`, `2 workdays`, `3 months`. */
export interface Duration {
  readonly count: number;
  readonly unit: 'hours' | 'days' | 'workdays' | 'weeks' | 'months' | 'quarters' | 'years';
}

/** Who is accountable, with the days on which: in order, without hole or overlap; the usual case is one tenure that never ends. */
export type Tenures = readonly Tenure[];
export interface Tenure {
  readonly who: Id;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

export interface Research {
  readonly id: Id;
  readonly method: 'survey' | 'interview' | 'focus-group' | 'desk' | 'observation' | 'experiment';
  readonly date: Day | undefined;
  readonly sample: number | undefined;
  readonly source: string | undefined;
  readonly findings: readonly string[];
}

/** `match`: column or field → labels, as written; a row belongs here when every key has one of its labels. */
export type Match = ReadonlyMap<string, readonly string[]>;

export interface Segment {
  readonly id: Id;
  readonly name: string;
  readonly owner: Tenures | undefined;
  readonly criteria: ReadonlyMap<string, unknown>;
  readonly match: Match | undefined;
  readonly needs: readonly string[];
  readonly customers: Fraction | undefined;
  /** Reachable spend in the plan's period, in the plan's currency. */
  readonly potential: Fraction | undefined;
  readonly competitors: readonly string[];
  readonly research: readonly Id[];
}

export interface Product {
  readonly id: Id;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly match: Match | undefined;
  readonly positioning: string | undefined;
  readonly segments: readonly Id[];
  readonly features: readonly string[];
  readonly needs: readonly string[];
  readonly quality: string | undefined;
  readonly afterSales: { readonly promise: string | undefined; readonly response: Duration | undefined } | undefined;
  readonly owner: Tenures | undefined;
}

/** Keyed by the product's id. Amounts in the plan's currency per piece. */
export interface Price {
  readonly product: Id;
  readonly method: 'cost-plus' | 'competition' | 'value' | undefined;
  readonly objective: string | undefined;
  readonly list: Fraction | undefined;
  readonly unitCost: Fraction | undefined;
  /** A share: 60 % is 3/5. */
  readonly markup: Fraction | undefined;
  readonly competitors: ReadonlyMap<string, Fraction>;
  readonly value: { readonly reference: Fraction | undefined; readonly differentiation: Fraction | undefined } | undefined;
  readonly maxDiscount: Fraction | undefined;
  readonly demand: string | undefined;
}

export interface Channel {
  readonly id: Id;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly match: Match | undefined;
  readonly type: 'online' | 'offline' | 'partner' | 'direct' | undefined;
  readonly owner: Tenures | undefined;
  readonly segments: readonly Id[];
  readonly cost: Fraction | undefined;
}

export interface Promotion {
  readonly id: Id;
  readonly name: string;
  readonly channel: Id | undefined;
  readonly products: readonly Id[];
  readonly span: Span | undefined;
  readonly budget: Fraction | undefined;
  readonly mechanism: string | undefined;
  readonly expect: { readonly metric: Id; readonly lift: Fraction } | undefined;
  readonly owner: Tenures | undefined;
}

export const PHASES = ['pre-sale', 'in-sale', 'post-sale'] as const;
export interface Stage {
  readonly id: Id;
  readonly name: string;
  readonly phase: (typeof PHASES)[number];
  /** Share that goes on to the next stage. */
  readonly conversion: Fraction | undefined;
  readonly days: number | undefined;
  readonly activities: readonly string[];
  readonly owner: Tenures | undefined;
}

export interface Role {
  readonly id: Id;
  readonly name: string;
  /** What one full, ramped year carries, in the plan's currency. */
  readonly capacity: Fraction | undefined;
  /** Share of capacity by whole months since the start; the last holds on. Empty: full from the first day. */
  readonly ramp: readonly Fraction[];
  readonly rampBy: 'anniversary' | 'calendar-month';
  /** With calendar-month: a start on or before this day of the month counts that month as the first. */
  readonly hiredBy: number;
}

export interface Member {
  readonly id: Id;
  readonly name: string;
  readonly role: Id | undefined;
  readonly manager: Id | undefined;
  readonly aliases: readonly string[];
  readonly email: string | undefined;
  readonly segments: readonly Id[];
  readonly start: Day | undefined;
  readonly end: Day | undefined;
  readonly leave: readonly Span[];
  /** A share: part time is 1/2. */
  readonly availability: Fraction;
  readonly hire: { readonly status: 'open' | 'offered' | 'filled' | 'cancelled'; readonly owner: Id | undefined } | undefined;
}

export interface Training {
  readonly id: Id;
  readonly name: string;
  readonly for: readonly Id[];
  readonly span: Span | undefined;
  readonly owner: Id | undefined;
  readonly objective: string | undefined;
  readonly improves: { readonly stage: Id; readonly conversion: Fraction | undefined; readonly days: number | undefined } | undefined;
}

export interface Incentive {
  readonly id: Id;
  readonly name: string;
  readonly kind: 'material' | 'recognition' | 'development' | 'other';
  readonly for: readonly Id[];
  readonly type: string | undefined;
  readonly on: Id | undefined;
  /** Attainment from which → rate, both shares, rising. */
  readonly tiers: readonly { readonly from: Fraction; readonly rate: Fraction }[];
  readonly every: Duration | undefined;
  readonly criteria: string | undefined;
}

export interface Crm {
  readonly system: string;
  readonly communication: ReadonlyMap<Id, Communication>;
  readonly feedback: { readonly source: string | undefined; readonly replyWithin: Duration | undefined } | undefined;
  readonly personalization: ReadonlyMap<
    Id,
    { readonly segment: Id | undefined; readonly trigger: string | undefined; readonly content: string | undefined }
  >;
}

export interface Communication {
  readonly id: Id;
  readonly name: string;
  readonly segment: Id | undefined;
  readonly channel: string | undefined;
  readonly every: Duration | undefined;
  /** The day on which it was last done. */
  readonly last: Day | undefined;
  readonly owner: Id | undefined;
  readonly purpose: string | undefined;
}

export interface Goal {
  readonly id: Id;
  readonly name: string;
  readonly metric: Metric;
  readonly baseline: Baseline | undefined;
  readonly target: Target;
  readonly owner: Tenures;
  readonly setBy: string | undefined;
  readonly carry: 'none' | 'surplus' | 'deficit' | 'both';
  readonly guard: readonly Id[];
  readonly changes: readonly TargetChange[];
  /** From the plan's start (or the goal's own `start`) to the deadline. */
  readonly span: Span;
  readonly scope: {
    readonly segments: readonly Id[] | undefined;
    readonly products: readonly Id[] | undefined;
    readonly channels: readonly Id[] | undefined;
  };
  readonly supports: readonly Id[];
  readonly rationale: string | undefined;
  readonly decompose: readonly Step[];
  readonly pins: readonly Pin[];
  /** A table of what people commit to, to be laid beside what was handed down: by its own dimensions. */
  readonly bottomUp: Step | undefined;
  readonly milestones: readonly Milestone[];
}

export type Baseline =
  | { readonly is: 'value'; readonly value: Fraction; readonly period: string | undefined }
  | { readonly is: 'actuals'; readonly period: string };

/** `sum`: bottom-up, the total of what is below. Values in the metric's unit. */
export type Target =
  | { readonly is: 'value'; readonly value: Fraction; readonly floor: Fraction | undefined; readonly stretch: Fraction | undefined }
  | { readonly is: 'sum' };

export interface TargetChange {
  readonly date: Day;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly reason: string | undefined;
  readonly by: string | undefined;
}

export const TIME_DIMENSIONS = ['half', 'quarter', 'month', 'week'] as const;
export type TimeDimension = (typeof TIME_DIMENSIONS)[number];
export const DIMENSIONS = [...TIME_DIMENSIONS, 'segment', 'product', 'channel', 'owner', 'stage', 'goal'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export function isTimeDimension(dimension: Dimension): dimension is TimeDimension {
  return (TIME_DIMENSIONS as readonly Dimension[]).includes(dimension);
}

/** One `decompose` step. `path` is where it stands in the plan, for findings. */
export interface Step {
  readonly path: PlanPath;
  /** One, except for a table's several. */
  readonly by: readonly [Dimension, ...Dimension[]];
  readonly shares: Shares;
  /** Groups of months (1 to 12) whose history counts as one; within a group the working days decide. */
  readonly combine: readonly (readonly number[])[];
  /** Funnel: what one deal brings, in the metric's unit; undefined: no counts of deals. */
  readonly orderValue: OrderValue | undefined;
  readonly overAssign: Fraction;
  readonly among: readonly Id[] | undefined;
  readonly owners: ReadonlyMap<Id, Id>;
  readonly min: ReadonlyMap<Id, Fraction>;
  readonly max: ReadonlyMap<Id, Fraction>;
  /** Present subgoals in multiples of this many units. */
  readonly round: Fraction | undefined;
  /** Child → who gets which share of the credit for it; the shares total one. */
  readonly credit: ReadonlyMap<Id, ReadonlyMap<Id, Fraction>>;
  readonly transfers: readonly { readonly from: Day; readonly to: ReadonlyMap<Id, Id> }[];
}

/** Given, or from actuals: of a period, for lack of one of the same days a year earlier. */
export type OrderValue =
  | { readonly is: 'value'; readonly value: Fraction }
  | { readonly is: 'actuals'; readonly period: string | undefined };

export const REST = 'rest';
/** The key in `min` and `max` of a bound that every child has. */
export const EVERY_CHILD = '*';

export type Shares =
  | { readonly is: 'even' | 'working-days' | 'history' | 'capacity' | 'potential' }
  /** In the order of the children. Each a share (45 % is 9/20), an amount in the metric's unit, or the remainder. */
  | { readonly is: 'list'; readonly parts: readonly Part[] }
  | { readonly is: 'map'; readonly parts: ReadonlyMap<Id, Part> }
  | { readonly is: 'table'; readonly table: TargetTable };

export type Part =
  | { readonly is: 'share'; readonly share: Fraction }
  | { readonly is: 'amount'; readonly value: Fraction }
  | { readonly is: 'rest' };

/** Targets that stand in a file. `columns`: dimension (or `target`) → header, for a long table; `months`: bucket → header, for a wide one. */
export interface TargetTable {
  readonly file: string;
  readonly columns: ReadonlyMap<string, string>;
  readonly months: readonly { readonly bucket: string | undefined; readonly column: string }[] | undefined;
  /** Where the plan names them, from the table on. */
  readonly monthsAt: PlanPath;
  readonly scale: Fraction;
  readonly formats: {
    readonly month: string | undefined;
    readonly delimiter: string | undefined;
    readonly decimal: string | undefined;
    readonly encoding: string | undefined;
  };
}

export interface Pin {
  readonly path: PlanPath;
  readonly at: ReadonlyMap<Dimension, string>;
  readonly target: Fraction;
  readonly note: string | undefined;
}

export interface Milestone {
  readonly id: Id;
  readonly name: string;
  readonly deadline: Day;
  readonly target: Fraction | undefined;
}

export const ACTION_STATUSES = ['planned', 'doing', 'done', 'cancelled'] as const;
export interface Action {
  readonly id: Id;
  readonly name: string;
  readonly goal: Id | undefined;
  readonly owner: Id | undefined;
  readonly start: Day | undefined;
  readonly deadline: Day | undefined;
  readonly status: (typeof ACTION_STATUSES)[number];
  readonly progress: Fraction | undefined;
  readonly after: readonly Id[];
  readonly evidence: string | undefined;
}

/** An expected effect: on a stage or on a metric. */
export interface Effect {
  readonly stage: Id | undefined;
  readonly metric: Id | undefined;
  readonly conversion: Fraction | undefined;
  readonly days: number | undefined;
  readonly lift: Fraction | undefined;
}

export interface ImprovementMeasure {
  readonly id: Id;
  readonly name: string;
  readonly kind: 'process' | 'training' | 'strategy';
  readonly goal: Id | undefined;
  readonly problem: string | undefined;
  readonly cause: string | undefined;
  readonly owner: Id | undefined;
  readonly deadline: Day | undefined;
  readonly status: (typeof ACTION_STATUSES)[number];
  readonly expect: Effect | undefined;
  readonly evidence: string | undefined;
}

export interface Assumption {
  readonly id: Id;
  readonly says: string;
  readonly stage: Id | undefined;
  readonly metric: Id | undefined;
  readonly conversion: Fraction | undefined;
  readonly value: Fraction | undefined;
  readonly tolerance: Fraction | undefined;
  readonly window: Duration | undefined;
  readonly owner: Id | undefined;
}

export interface Risk {
  readonly id: Id;
  readonly name: string;
  readonly kind: 'market' | 'competition' | 'demand' | 'internal';
  readonly likelihood: 'low' | 'medium' | 'high' | undefined;
  readonly impact: Fraction | undefined;
  readonly response: string | undefined;
  readonly trigger: string | undefined;
  /** What of the trigger can be watched in the data. */
  readonly watch: Watch | undefined;
  readonly owner: Id | undefined;
}

/** Fires when a goal's pace (or its segment's) is under a share of what is expected, a metric leaves its bounds, or an assumption is off. */
export interface Watch {
  readonly goal: Id | undefined;
  readonly segment: Id | undefined;
  readonly paceBelow: Fraction | undefined;
  readonly metric: Id | undefined;
  /** In the metric's unit. */
  readonly below: Fraction | undefined;
  readonly above: Fraction | undefined;
  readonly assumption: Id | undefined;
}

export interface Scenario {
  readonly id: Id;
  readonly name: string;
  readonly adjust: readonly ScenarioChange[];
}
export interface ScenarioChange {
  readonly segment: Id | undefined;
  readonly product: Id | undefined;
  readonly channel: Id | undefined;
  readonly metric: Id | undefined;
  readonly stage: Id | undefined;
  readonly by: Fraction | undefined;
  readonly conversion: Fraction | undefined;
}

/** What a person reported for a goal in a period (`2026-W12`). */
export interface Checkin {
  readonly period: Span;
  readonly label: string;
  readonly who: Id;
  readonly goal: Id;
  readonly status: 'green' | 'amber' | 'red' | 'done' | undefined;
  readonly confidence: Fraction | undefined;
  readonly forecast: Fraction | undefined;
  readonly value: Fraction | undefined;
  readonly note: string | undefined;
  readonly next: string | undefined;
  readonly blocker: string | undefined;
}

export interface ReportSettings {
  /** Shares of expected: pace at least green is green, at least amber is amber, else red. */
  readonly status: { readonly green: Fraction; readonly amber: Fraction };
  /** A goal without a check-in for longer is stale; undefined: nobody asks for check-ins. */
  readonly stale: Duration | undefined;
  readonly sections: readonly string[] | undefined;
}

/** Who is accountable on a day; the last one after the end of the list. */
export function ownerOn(tenures: Tenures, on: Day): Id | undefined {
  const found = tenures.find((tenure) => (!tenure.from || tenure.from <= on) && (!tenure.to || on <= tenure.to));
  return (found ?? tenures.at(-1))?.who;
}
