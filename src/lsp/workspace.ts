import type { Progress } from '../analyses/index.ts';
import type { Finding } from '../model/finding.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { GoalTree } from '../model/subgoal.ts';

/** A file of a plan as it stands now: in the editor, else on the disk. */
export interface WorkspaceFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** A plan as the command line would read it, with what the editor holds laid over the disk. */
export interface OpenPlan {
  /** The plan's own file first, then what it includes. */
  readonly files: readonly WorkspaceFile[];
  /** Undefined where it can't be told: not even the period could be read, or a file is no YAML. */
  readonly plan: Plan | undefined;
  readonly language: Language;
  /** Of its goals, without the data. */
  trees(): Promise<readonly GoalTree[]>;
  /** What `check` tells of it; `place.file` is an absolute path. */
  findings(): Promise<readonly Finding[]>;
  /** Where its goals stand today; undefined where the data are none, or too many to be read while somebody waits. */
  progress(): Promise<Progress | undefined>;
}

/** The outside world of the language server. Paths are absolute. */
export interface Workspace {
  /** The plan files that a document may be a part of, nearest first: `salesplan.yaml` in its folder and those above. */
  plansAbove(path: string): readonly string[];
  /** Reads a plan; undefined when its file is not there. `unsaved`: path → text of what the editor holds. */
  open(entry: string, unsaved: ReadonlyMap<string, string>): Promise<OpenPlan | undefined>;
  /** The text of a file on the disk; undefined when it can't be read. */
  read(path: string): Promise<string | undefined>;
  /** Undefined for what is no file (`untitled:`). */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  /** Calls an action after so many milliseconds; the answer calls it off. */
  later(milliseconds: number, action: () => void): () => void;
}
