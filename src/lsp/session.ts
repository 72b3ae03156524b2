import type { OpenPlan, Workspace } from './workspace.ts';

/** The plans of an editor's documents, each read once for every state of the documents. */
export interface Session {
  /** Something changed, in the editor or on the disk: what was read is stale. */
  changed(): void;
  /** The plan that a document is a part of; undefined for a file that belongs to none. */
  planOf(path: string): Promise<FoundPlan | undefined>;
}

export interface FoundPlan {
  /** Absolute path of the plan's own file. */
  readonly entry: string;
  readonly open: OpenPlan;
  /** The last state in which all of the plan could be read, where it can't be now. */
  readonly sound: OpenPlan | undefined;
}

interface Known {
  readonly revision: number;
  readonly found: Promise<FoundPlan | undefined>;
}

export function startSession(workspace: Workspace, unsaved: () => ReadonlyMap<string, string>): Session {
  const known = new Map<string, Known>();
  const sound = new Map<string, OpenPlan>();
  let revision = 0;

  const read = async (entry: string): Promise<FoundPlan | undefined> => {
    const open = await workspace.open(entry, unsaved());
    if (open?.plan) sound.set(entry, open);
    return open && { entry, open, sound: open.plan ? open : sound.get(entry) };
  };
  const planAt = (entry: string): Promise<FoundPlan | undefined> => {
    const before = known.get(entry);
    if (before?.revision === revision) return before.found;
    const found = read(entry);
    known.set(entry, { revision, found });
    return found;
  };
  return {
    changed: () => {
      revision++;
    },
    planOf: async (path) => {
      for (const entry of workspace.plansAbove(path)) {
        const found = await planAt(entry);
        if (found && hasFile(found, path)) return found;
      }
      const text = unsaved().get(path) ?? (await workspace.read(path));
      return text !== undefined && isPlanText(text) ? planAt(path) : undefined;
    },
  };
}

/** A plan whose own file is broken says no more what it includes: then what it last included counts. */
function hasFile({ open, sound }: FoundPlan, path: string): boolean {
  return [...open.files, ...(sound?.files ?? [])].some((file) => file.path === path);
}

/** A plan under another name is known by the key that every plan has. */
function isPlanText(text: string): boolean {
  return /^salesplan\s*:/m.test(text);
}
