import { fxiaoke } from './fxiaoke.ts';
import type { PullSystem } from './pull.ts';
import { zohoCrm } from './zoho-crm.ts';

export type { Cursor, HttpAnswer, HttpRequest, PullFailure, PullSteps, PullSystem } from './pull.ts';

/** Systems that `actual pull` speaks to. */
export const PULL_SYSTEMS: readonly PullSystem[] = [zohoCrm, fxiaoke];
