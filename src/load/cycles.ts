import type { Problem } from '../model/finding.ts';
import type { PlanPath } from '../model/id.ts';
import { entriesOf } from './ordered.ts';
import { childOf } from './shape.ts';

const RELATIONS = [
  { home: ['team', 'members'], key: 'manager' },
  { home: ['goals'], key: 'supports' },
  { home: ['actions'], key: 'after' },
] as const;

interface Link {
  readonly to: string;
  readonly path: PlanPath;
}

/** References that run in a circle, each circle once, at its first reference in file order. Reports: ref/cycle. */
export function circles(input: unknown): readonly { readonly path: PlanPath; readonly problem: Problem }[] {
  return RELATIONS.flatMap(({ home, key }) => {
    const links = linksOf(input, home, key);
    const found: { path: PlanPath; problem: Problem }[] = [];
    const told = new Set<string>();
    for (const start of links.keys()) {
      const circle = told.has(start) ? undefined : circleFrom(start, links, told);
      if (!circle) continue;
      for (const { id } of circle) told.add(id);
      const path = circle[0]?.link.path ?? [];
      const args = { ids: circle.map(({ id }) => id), relation: key };
      found.push({ path, problem: { rule: 'ref/cycle', spot: { in: 'plan', path, at: 'value' }, args } });
    }
    return found;
  });
}

function linksOf(input: unknown, home: readonly string[], key: string): ReadonlyMap<string, readonly Link[]> {
  return new Map(
    entriesOf(home.reduce<unknown>(childOf, input)).map(([id, entity]) => {
      const value = childOf(entity, key);
      const path = [...home, id, key];
      if (!Array.isArray(value)) return [id, value === undefined ? [] : [{ to: String(value), path }]];
      return [id, value.map((to, index) => ({ to: String(to), path: [...path, index] }))];
    }),
  );
}

/** The shortest way from an id back to itself, past ids that are told already. */
function circleFrom(start: string, links: ReadonlyMap<string, readonly Link[]>, told: ReadonlySet<string>) {
  const cameFrom = new Map<string, { readonly id: string; readonly link: Link }>();
  const queue = [start];
  for (const id of queue) {
    for (const link of links.get(id) ?? []) {
      if (told.has(link.to)) continue;
      if (link.to === start) return wayTo(start, id, link, cameFrom);
      if (cameFrom.has(link.to)) continue;
      cameFrom.set(link.to, { id, link });
      queue.push(link.to);
    }
  }
  return undefined;
}

function wayTo(start: string, last: string, closing: Link, cameFrom: ReadonlyMap<string, { readonly id: string; readonly link: Link }>) {
  const way = [{ id: last, link: closing }];
  for (let at = last; at !== start; ) {
    const step = cameFrom.get(at);
    if (!step) break;
    way.unshift(step);
    at = step.id;
  }
  return way;
}
