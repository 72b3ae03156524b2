import { parseCredit } from '../model/credit.ts';
import type { Problem } from '../model/finding.ts';
import type { PlanPath } from '../model/id.ts';
import { nearName } from '../model/near-name.ts';
import { BUILT_IN_METRICS } from './built-in-metrics.ts';
import type { Inspection } from './inspection.ts';
import { entriesOf, isMap } from './ordered.ts';
import type { Pruning } from './prune.ts';
import { childOf, type Shape, walkPlan } from './shape.ts';

/** Kind of id → the map that defines such ids. */
export const HOMES = {
  member: ['team', 'members'],
  role: ['team', 'roles'],
  segment: ['segments'],
  product: ['strategy', 'product'],
  channel: ['strategy', 'channel'],
  theme: ['strategy', 'themes'],
  promotion: ['strategy', 'promotion'],
  goal: ['goals'],
  metric: ['metrics'],
  stage: ['process', 'stages'],
  action: ['actions'],
  research: ['research'],
  training: ['team', 'training'],
  measure: ['improvement', 'measures'],
  assumption: ['assumptions'],
} as const;
export type Kind = keyof typeof HOMES;

/** A place in a plan where an id of some kind is named. */
export interface Reference {
  readonly id: string;
  /** What it may be the id of. */
  readonly kinds: readonly Kind[];
  readonly path: PlanPath;
  readonly at: 'key' | 'value';
}

/**
 * Gathers references that lead to nothing, or to another kind of thing. Reports: ref/unknown-id, ref/wrong-kind. One that leads
 * to what was refused is left out with that, and not told; nor is one that leads to nothing where one of the things it may mean
 * stands twice: the second may be what was meant. `twice` are the keys that do.
 */
export function brokenReferences(input: unknown, faults: Pick<Pruning, 'isFaulty'>, twice: readonly string[]): Inspection {
  const references: Reference[] = [];
  return {
    visit: (value, shape, path) => gather(value, shape, path, references),
    found: () => {
      const ids = idsOf(input);
      return references.flatMap((reference) => {
        const { id, kinds, path, at } = reference;
        if (kinds.some((kind) => ids[kind].has(id))) return [];
        const isRefused = kinds.some((kind) => faults.isFaulty([...HOMES[kind], id]));
        const problem: Problem = { ...tell(reference, ids), spot: { in: 'plan', path, at } };
        const isMislaid = problem.args.nearest === undefined && kinds.some((kind) => twice.some((key) => ids[kind].has(key)));
        return [{ path, problem: isRefused || isMislaid ? undefined : problem }];
      });
    },
  };
}

/** The maps that have one of some ids. */
export function homesOf(input: unknown, ids: readonly string[]): readonly PlanPath[] {
  if (ids.length === 0) return [];
  return Object.values(HOMES).filter((home) => entriesOf(home.reduce<unknown>(childOf, input)).some(([id]) => ids.includes(id)));
}

/** All places in a plan, or in one file of it, where ids are named. */
export function referencesIn(input: unknown): readonly Reference[] {
  const references: Reference[] = [];
  walkPlan(input, (value, shape, path) => gather(value, shape, path, references));
  return references;
}

type Ids = Readonly<Record<Kind, ReadonlySet<string>>>;

function idsOf(input: unknown): Ids {
  const ids = Object.fromEntries(
    Object.entries(HOMES).map(([kind, home]) => [kind, new Set(entriesOf(home.reduce<unknown>(childOf, input)).map(([id]) => id))]),
  ) as Record<Kind, Set<string>>;
  for (const metric of BUILT_IN_METRICS.keys()) ids.metric.add(metric);
  return ids;
}

function tell({ id, kinds }: Reference, ids: Ids): Pick<Problem, 'rule' | 'args'> {
  const actual = (Object.keys(HOMES) as Kind[]).filter((kind) => ids[kind].has(id));
  const known = kinds.flatMap((kind) => [...ids[kind]]);
  const nearest = nearName(id, known);
  if (actual.length > 0 && nearest === undefined) return { rule: 'ref/wrong-kind', args: { id, kind: kinds[0], actual, known } };
  return { rule: 'ref/unknown-id', args: { id, kind: kinds[0], nearest, known } };
}

function gather(value: unknown, shape: Shape, path: PlanPath, found: Reference[]): void {
  const add: Add = (id, kinds, at, place = 'value') => {
    if (typeof id === 'string' || typeof id === 'number') found.push({ id: String(id), kinds, path: at, at: place });
  };
  if (shape['x-ref']) add(value, shape['x-ref'].split('|') as Kind[], path);
  if (shape['x-keys']) for (const [key] of entriesOf(value)) add(key, [shape['x-keys'] as Kind], [...path, key], 'key');
  if (path[2] === 'decompose' && path.length === 4 && isMap(value)) inStep(value, path, add);
  if (path.length === 4 && path[0] === 'actuals' && path[2] === 'values') inValues(value, path, add);
}

type Add = (id: unknown, kinds: readonly Kind[], path: PlanPath, at?: 'key' | 'value') => void;
const SPLIT_BY: readonly string[] = ['segment', 'product', 'channel', 'stage', 'goal', 'owner'];

/** The children of a step by segment are segments, and so on. */
function inStep(step: Readonly<Record<string, unknown>>, path: PlanPath, add: Add): void {
  const by = step.by;
  if (typeof by !== 'string' || !SPLIT_BY.includes(by)) return;
  const kind = by === 'owner' ? 'member' : (by as Kind);
  for (const name of ['shares', 'owners', 'credit', 'min', 'max']) {
    for (const [key] of entriesOf(step[name])) if (key !== 'rest') add(key, [kind], [...path, name, key], 'key');
  }
  if (Array.isArray(step.among)) step.among.forEach((id, index) => void add(id, [kind], [...path, 'among', index]));
  if (!Array.isArray(step.transfers)) return;
  step.transfers.forEach((transfer, index) => {
    for (const [key] of entriesOf(transfer)) if (key !== 'from') add(key, [kind], [...path, 'transfers', index, key], 'key');
  });
}

const VALUE_KINDS: Readonly<Record<string, Kind>> = {
  owner: 'member',
  segment: 'segment',
  product: 'product',
  channel: 'channel',
  metric: 'metric',
};

function inValues(value: unknown, path: PlanPath, add: Add): void {
  const kind = VALUE_KINDS[String(path[3])];
  if (!kind) return;
  for (const [label, id] of entriesOf(value)) {
    const shared = kind === 'member' && typeof id === 'string' && id.includes('%') ? parseCredit(id) : undefined;
    for (const each of shared?.map(({ who }) => who) ?? [id]) add(each, [kind], [...path, label]);
  }
}
