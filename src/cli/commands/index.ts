export { actualStatus } from './actual-status.ts';
export { check } from './check.ts';
export { decompose } from './decompose.ts';
export { explain } from './explain.ts';
export { gap } from './gap.ts';
export { init } from './init.ts';
export { report } from './report.ts';
export { schema } from './schema.ts';
