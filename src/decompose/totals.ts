import { type Amount, subtractAmounts, sumAmounts } from '../model/amount.ts';
import { fromAmount } from '../model/fraction.ts';
import type { Step, TargetTable } from '../model/step.ts';
import type { Child, Parent } from './node.ts';
import { decimalOf, keyAt, moneyArgs } from './problems.ts';
import type { Setting } from './setting.ts';
import { overAssigned } from './share-out.ts';

/** A node's own target and the total of its table must agree. Reports: sum/tree-does-not-add-up. */
export function tableMismatch(parent: Parent, total: Amount | undefined, table: TargetTable, setting: Setting): void {
  const { goal } = setting;
  if (goal.target.is === 'sum' || goal.metric.kind === 'ratio' || parent.target === undefined || parent.target === (total ?? 0)) return;
  const units = (quanta: Amount) => decimalOf(fromAmount(quanta, goal.metric.decimals));
  const found = total ?? subtractAmounts(parent.target, parent.target);
  const args = {
    is: 'table',
    total: units(found),
    target: units(parent.target),
    difference: units(subtractAmounts(found, parent.target)),
    file: table.file,
    goal: goal.id,
    node: parent.id,
    ...moneyArgs(setting),
  };
  setting.tell({ rule: 'sum/tree-does-not-add-up', spot: { in: 'plan', path: ['goals', goal.id, 'target'], at: 'value' }, args });
}

/** Child goals add up to the goal that they serve, but for its hedge. Reports: sum/tree-does-not-add-up. */
export function tellGoalsOff(
  step: Step,
  parent: Parent,
  children: readonly Child[],
  targets: readonly (Amount | undefined)[],
  setting: Setting,
): void {
  const { goal } = setting;
  if (goal.target.is === 'sum' || goal.metric.kind === 'ratio' || parent.target === undefined) return;
  const expected = overAssigned(parent.target, step);
  const total = sumAmounts(targets.filter((target) => target !== undefined));
  if (total === expected) return;
  const units = (quanta: Amount) => decimalOf(fromAmount(quanta, goal.metric.decimals));
  const args = {
    is: 'goals',
    total: units(total),
    target: units(expected),
    difference: units(subtractAmounts(total, expected)),
    children: children.map((child) => child.key),
    goal: goal.id,
    node: parent.id,
    ...moneyArgs(setting),
  };
  setting.tell({ rule: 'sum/tree-does-not-add-up', spot: keyAt(step.path, 'by'), args });
}
