import type { Finding, Suppressed } from '../../model/finding.ts';
import type { Language } from '../../model/language.ts';
import { findingsText } from '../../text/findings-text.ts';

/** What came of a check, for a format to print. */
export interface CheckResult {
  /** In the order in which they were named. */
  readonly plans: readonly CheckedPlan[];
  /** Of all plans. */
  readonly findings: readonly Finding[];
  /** Findings of all plans that are not told. */
  readonly suppressed: readonly Suppressed[];
  /** True where findings are held against a baseline or an older state. */
  readonly isCompared: boolean;
  /** Sentences for people about what is not shown. */
  readonly notes: readonly string[];
  readonly version: string;
  /** The lines of a file of the plan, for code frames; undefined when it is not at hand. */
  lines(file: string): readonly string[] | undefined;
}

export interface CheckedPlan {
  /** The plan as the person calls it. */
  readonly plan: string;
  readonly findings: readonly Finding[];
  readonly goalCount: number;
  /** Rules (or groups) that were not looked at, because the data were not read. */
  readonly skipped: readonly string[];
}

export interface FindingsEnvironment {
  readonly language: Language;
  /** Columns of the window. */
  readonly width: number;
  /** Chalk's colour level, 0 to 3. */
  readonly colour: 0 | 1 | 2 | 3;
  readonly isQuiet: boolean;
}

export type FindingsFormat = (result: CheckResult, environment: FindingsEnvironment) => string;

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export function summaryOf(findings: readonly Finding[]): Summary {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}

/** How many findings are known and not told: of a baseline, or older than the change. */
export function hiddenOf({ suppressed }: CheckResult): number {
  return suppressed.filter(({ by }) => by !== 'waiver').length;
}

/** What a run is about: the plan's name, or how many plans there are. */
export function titleOf({ plans }: CheckResult, language: Language): string {
  const [first, second] = plans;
  return first && !second ? first.plan : findingsText[language].plans(plans.length);
}

export function goalCountOf({ plans }: CheckResult): number {
  return plans.reduce((count, plan) => count + plan.goalCount, 0);
}
