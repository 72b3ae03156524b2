import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runIn, temporary } from './run.ts';

/** What `actual status` says of one source. */
export interface Status {
  readonly sources: readonly (Readonly<Record<'read' | 'used' | 'excluded' | 'rejected' | 'unassigned' | 'outside', Tally>> & {
    readonly excludedAs: Readonly<Record<string, Tally>>;
  })[];
  readonly findings: readonly { readonly rule: string; readonly file: string; readonly line: number; readonly message: string }[];
}

interface Tally {
  readonly rows: number;
  readonly amount: string;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with a plan of one goal for revenue and two people, and what the plan is given beside them. */
export function folderOf(files: Files, more: string, currency = 'CNY'): string {
  const folder = temporary();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const head = `salesplan: 1
name: P
currency: ${currency}
period: {start: 2026-01-01, end: 2026-12-31}
team: {members: {lina: {name: 李娜}, wang: {name: 王伟, aliases: [Wang Wei]}}}
`;
  const goals = more.includes('goals:') ? '' : 'goals: {g: {metric: revenue, target: 1M, owner: lina, decompose: [{by: quarter}]}}\n';
  writeFileSync(join(folder, 'salesplan.yaml'), `${head}${goals}${more}\n`);
  return folder;
}

export async function statusIn(folder: string): Promise<Status> {
  const ran = await runIn(folder, ['actual', 'status', '--format', 'json']);
  if (ran.stdout === '') throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}

/** The actual of each goal, as a report of the day tells it; and of each person. */
export async function actualsIn(
  folder: string,
  asOf = '2026-06-28',
): Promise<{ readonly goals: Readonly<Record<string, string | null>>; readonly people: Readonly<Record<string, string>> }> {
  const ran = await runIn(folder, ['report', '--as-of', asOf, '--format', 'json']);
  if (ran.stdout === '') throw new Error(ran.stderr);
  const { goals, people } = JSON.parse(ran.stdout);
  return {
    goals: Object.fromEntries(goals.map((goal: { id: string; actual: string | null }) => [goal.id, goal.actual])),
    people: Object.fromEntries(people.map((each: { owner: string; actual: string }) => [each.owner, each.actual])),
  };
}
