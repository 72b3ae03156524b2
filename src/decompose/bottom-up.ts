import type { DecomposeInputs } from '../model/decomposed.ts';
import type { Problem } from '../model/finding.ts';
import type { Goal } from '../model/goal.ts';
import type { Plan } from '../model/plan.ts';
import { readCells, type TableCells } from './table.ts';

/** The cells of a goal's `bottom_up:` table; undefined without one, or where it was not read. Reports: as a table of targets. */
export function bottomUpCells(
  goal: Goal,
  plan: Plan,
  inputs: DecomposeInputs,
  tell: (problem: Problem) => void = () => undefined,
): TableCells | undefined {
  const step = goal.bottomUp;
  const rows = step?.shares.is === 'table' ? inputs.table(step.shares.table.file) : undefined;
  return step?.shares.is === 'table' && rows ? readCells(step, step.shares.table, rows, plan, goal, tell) : undefined;
}
