import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for all that a run of the tests writes: it goes with the run, however the workers end. */
export default function oneFolder(): (() => void) | undefined {
  if (process.env.SALESPLAN_TEST_FOLDER) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'salesplan-tests-'));
  process.env.SALESPLAN_TEST_FOLDER = folder;
  return () => {
    delete process.env.SALESPLAN_TEST_FOLDER;
    rmSync(folder, { recursive: true, force: true });
  };
}
