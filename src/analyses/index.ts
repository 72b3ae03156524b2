export type { Contribution } from './contributions.ts';
export type { Due, DueItem } from './due.ts';
export type { PersonPosition } from './people.ts';
export type { Position, Status } from './position.ts';
export { type GoalProgress, type Progress, progressOn, type Totals } from './progress.ts';
export { CARRIES, type Carry, gonePins, newPins, type Rebalanced, type Refusal, rebalance, samePlace } from './rebalance.ts';
export { repin } from './repin.ts';
export { type Evidence, LETTERS, type Letter, type SmartCard, smartCard, type Verdict } from './smart.ts';
export { isPartial, type Window, weekOf, windowNamed } from './window.ts';
