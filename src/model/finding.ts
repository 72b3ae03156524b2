import type { PlanPath } from './id.ts';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Values that a rule's sentences are made with. Text in it is data, as it stands in the file. */
export type Args = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Where in the input: a path into the plan (its key or its value), or a place in a text, or a file as a whole. */
export type Spot =
  | { readonly in: 'plan'; readonly path: PlanPath; readonly at: 'key' | 'value' }
  | { readonly in: 'text'; readonly place: Place };

/** A range in a file; lines and columns (in code points) count from 1, `endColumn` is the column after the last. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What a stage or a rule found, before words and places are attached. Stages return these; none throws them. */
export interface Problem {
  /** `group/name`. */
  readonly rule: string;
  readonly spot: Spot;
  readonly args: Args;
  readonly related?: readonly Related<Spot>[];
  /** The key under the spot whose absence is told: nothing is said where what stood there was refused. */
  readonly missing?: string;
  /** What a claim of absence rests on: nothing is said where something at, above or below one of these was refused. */
  readonly restsOn?: readonly PlanPath[];
}

export interface Related<Where> {
  readonly where: Where;
  /** Name of a sentence in the rule's own `related` texts. */
  readonly says: string;
}

/** What stands from `start` to `end` of a text (UTF-16 offsets from 0, a byte-order mark not counted) becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits of one file that mend a finding; they do not overlap. `safe`: the plan keeps its meaning. */
export interface Fix {
  /** As in a finding's place. */
  readonly file: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** A finding that is not told: waived by a comment, known to a baseline, or older than the change that is looked at. */
export interface Suppressed {
  readonly finding: Finding;
  readonly by: 'waiver' | 'baseline' | 'change';
  /** What the person wrote of it. */
  readonly reason: string | undefined;
}

/** A problem with its words and places: what is printed. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly place: Place;
  /** What it is about, by ids (`goals/revenue/deadline`), without lines: what baselines and fingerprints are made of. */
  readonly entity: string;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  readonly fix: Fix | undefined;
  readonly evidence: Args;
}
