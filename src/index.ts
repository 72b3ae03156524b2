/** The library: what the command line does, as functions. */

export { readActuals } from './actuals/index.ts';
export { type Progress, progressOn, weekOf, windowNamed } from './analyses/index.ts';
export { decompose, growGoals, subgoalsOf } from './decompose/index.ts';
export { FORMATS } from './formats/index.ts';
export { type LoadedPlan, loadPlan } from './load/index.ts';
export { decomposeReport } from './reports/decompose-report.ts';
export { gapReport } from './reports/gap-report.ts';
export { progressReport } from './reports/progress-report.ts';
export { checkPlan } from './rules/check-plan.ts';
export { RULES } from './rules/index.ts';
