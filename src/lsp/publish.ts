import type { Finding } from '../model/finding.ts';
import type { Session } from './session.ts';
import type { Workspace } from './workspace.ts';

/** How long the person must have stopped typing before a plan is checked, in milliseconds. */
const PAUSE = 120;

export interface Publishing {
  /** Something changed: check again when the changes pause. */
  wake(): void;
}

interface Wiring {
  readonly workspace: Workspace;
  readonly session: Session;
  /** Paths of the documents that the editor has open. */
  opened(): readonly string[];
  /** Shows all findings of a file; none clears it. */
  show(path: string, findings: readonly Finding[]): Promise<void>;
  failed(error: unknown): void;
}

/** Checks the plans of the open documents after every change and shows what is new; a check that was overtaken shows nothing. */
export function startPublishing(wiring: Wiring): Publishing {
  let shown: ReadonlySet<string> = new Set();
  let change = 0;
  let callOff = (): void => undefined;

  const check = async (): Promise<void> => {
    const own = change;
    const found = await findingsByFile(wiring);
    if (own !== change) return;
    for (const path of shown) if (!found.has(path)) await wiring.show(path, []);
    for (const [path, findings] of found) await wiring.show(path, findings);
    shown = new Set([...found].flatMap(([path, findings]) => (findings.length > 0 ? [path] : [])));
  };
  return {
    wake: () => {
      change++;
      callOff();
      callOff = wiring.workspace.later(PAUSE, () => void check().catch(wiring.failed));
    },
  };
}

/** Every open file of a plan is in it, also one without findings; a file that is not open only with some. */
async function findingsByFile({ session, opened }: Wiring): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const byFile = new Map<string, Finding[]>();
  const checked = new Set<string>();
  for (const path of opened()) {
    const plan = await session.planOf(path);
    if (!plan) continue;
    byFile.set(path, byFile.get(path) ?? []);
    if (checked.has(plan.entry)) continue;
    checked.add(plan.entry);
    for (const finding of await plan.open.findings()) {
      const { file } = finding.place;
      byFile.set(file, [...(byFile.get(file) ?? []), finding]);
    }
  }
  return byFile;
}
