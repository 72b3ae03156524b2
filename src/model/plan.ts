import type { Calendar } from './calendar.ts';
import type { Crm } from './crm.ts';
import type { Day } from './day.ts';
import type { Duration } from './duration.ts';
import type { Action, Assumption, Checkin, ImprovementMeasure, Risk, Scenario } from './follow-up.ts';
import type { Fraction } from './fraction.ts';
import type { Goal } from './goal.ts';
import type { Id } from './id.ts';
import type { Language } from './language.ts';
import type { Metric } from './metric.ts';
import type { Source } from './source.ts';
import type { Span } from './span.ts';
import type { Stage } from './stage.ts';
import type { Channel, Price, Product, Promotion, Research, Segment } from './strategy.ts';
import type { Incentive, Member, Role, Training } from './team.ts';

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

export interface ReportSettings {
  /** Shares of expected: pace at least green is green, at least amber is amber, else red. */
  readonly status: { readonly green: Fraction; readonly amber: Fraction };
  /** A goal without a check-in for longer is stale; undefined: nobody asks for check-ins. */
  readonly stale: Duration | undefined;
  readonly sections: readonly string[] | undefined;
}
