import type { Args, Problem } from '../model/finding.ts';
import type { PlanPath } from '../model/id.ts';
import { nearName } from '../model/near-name.ts';
import { judgeKey, judgeValue, limit } from './judge-value.ts';
import { meantQuantity, meantYearStart } from './meant.ts';
import { isMap, keysOf } from './ordered.ts';
import type { SchemaError } from './schema-error.ts';
import { childOf, definitionOf, forValue, type Shape, shapeAt } from './shape.ts';
import { cutNumber, keyBeforeColon } from './split-entry.ts';
import validate from './validate.gen.cjs';

/** What the schema refuses: problems, and the paths that the rest of the program must not look at. */
export interface Refused {
  readonly problems: readonly Problem[];
  /** Values and keys that are wrong; where only a key is missing, nothing is to be left out. */
  readonly paths: readonly PlanPath[];
}

/** Reports: schema/*, goal/no-owner, plan/old-format. One finding a cause: a misspelt required key is not missing too, and a value is wrong once. */
export function refusedBySchema(input: unknown): Refused {
  if (validate(input)) return { problems: [], paths: [] };
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== 'if' && !isOfKey(error, input));
  const misspelt = misspeltKeys(errors, input);
  const byPath = new Map<string, { problem: Problem; path: PlanPath }>();
  for (const error of errors) {
    const told = tell(error, input, misspelt);
    if (!told) continue;
    const key = JSON.stringify([told.path, told.problem.args.key]);
    if (!byPath.has(key)) byPath.set(key, told);
  }
  const told = [...byPath.values()].filter(({ path }) => !isCut(path, input));
  const wrong = told.filter(({ problem: { rule }, path }) => !LEAVES_THE_REST.includes(rule) || (path.length === 1 && rule === MISSING));
  return { problems: told.map((each) => each.problem), paths: wrong.flatMap(pathsOf) };
}

/** True for a value that is but the beginning of a number: its further pieces tell what was meant. */
function isCut(path: PlanPath, input: unknown): boolean {
  const map = valueAt(input, path.slice(0, -1));
  return isMap(map) && keysOf(map).some((key) => cutNumber(map, key)?.key === path.at(-1));
}

/** True for what is wrong inside of a key's name: `propertyNames`, which follows, tells which key it is. */
function isOfKey({ keyword, instancePath }: SchemaError, input: unknown): boolean {
  return keyword === 'pattern' && typeof valueAt(input, pathOf(instancePath, input)) === 'object';
}

/** What is refused; with a misspelt key the one that was meant, which is not missing then. */
function pathsOf({ path, problem: { rule, args } }: { readonly path: PlanPath; readonly problem: Problem }): readonly PlanPath[] {
  const meant = rule === 'schema/unknown-key' && typeof args.nearest === 'string' ? [[...path.slice(0, -1), args.nearest]] : [];
  const cut = typeof args.cut === 'string' ? [[...path.slice(0, -1), args.cut]] : [];
  return [path, ...meant, ...cut];
}

const MISSING = 'schema/missing-key';
/** What is told without anything being left out for it. */
const LEAVES_THE_REST: readonly string[] = [MISSING, 'goal/no-owner', 'plan/old-format'];

/** Unknown keys that are nearly a known one: path of the map → key → the known one. */
function misspeltKeys(errors: readonly SchemaError[], input: unknown): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const { keyword, instancePath, params } of errors) {
    if (keyword !== 'additionalProperties') continue;
    const key = String(params.additionalProperty);
    const near = nearName(key, freeKeys(pathOf(instancePath, input), input));
    if (near === undefined) continue;
    const own = found.get(instancePath) ?? new Map<string, string>();
    found.set(instancePath, own.set(key, near));
  }
  return found;
}

/** Known keys of a map that it does not have yet. */
function freeKeys(path: PlanPath, input: unknown): readonly string[] {
  const map = valueAt(input, path);
  return knownKeys(path, input).filter((key) => childOf(map, key) === undefined);
}

function knownKeys(path: PlanPath, input: unknown): readonly string[] {
  const node = shapeAt(path, input);
  return node ? Object.keys(forValue(node, valueAt(input, path)).properties ?? {}) : [];
}

function tell(error: SchemaError, input: unknown, misspelt: ReadonlyMap<string, ReadonlyMap<string, string>>) {
  const path = pathOf(error.instancePath, input);
  switch (error.keyword) {
    case 'additionalProperties':
      return tellUnknown(path, String(error.params.additionalProperty), misspelt.get(error.instancePath), input);
    case 'required':
      return isWritten(path, String(error.params.missingProperty), input)
        ? undefined
        : tellMissing(path, String(error.params.missingProperty), misspelt.get(error.instancePath), input);
    case 'propertyNames':
      return tellBadKey(path, String(error.params.propertyName), shapeAt(path, input));
    default:
      return tellWrong(error, path, input);
  }
}

function tellUnknown(path: PlanPath, key: string, near: ReadonlyMap<string, string> | undefined, input: unknown) {
  const known = knownKeys(path, input);
  const told = (args: Args) => ({
    path: [...path, key],
    problem: problem('schema/unknown-key', [...path, key], 'key', { key, known, ...args }),
  });
  const cut = cutNumber(valueAt(input, path), key);
  if (cut) return cut.isFirst ? told({ is: 'cut-number', cut: cut.key, ...meantWhole(cut.whole, input) }) : undefined;
  const before = keyBeforeColon(key, childOf(valueAt(input, path), key), known);
  if (before !== undefined) return told({ is: 'full-width-colon', nearest: before });
  const nearest = near?.get(key);
  // One that another file has already: it is what was meant, but is not free in the plan as a whole.
  const like = nearest === undefined ? nearName(key, known) : undefined;
  return told({ nearest, like });
}

/** A key whose value could not be read (`owner: *nobody`) is there: that is told. */
function isWritten(path: PlanPath, key: string, input: unknown): boolean {
  const map = valueAt(input, path);
  return isMap(map) && Object.hasOwn(map, key);
}

function tellMissing(path: PlanPath, key: string, near: ReadonlyMap<string, string> | undefined, input: unknown) {
  if ([...(near?.values() ?? [])].includes(key)) return undefined;
  if (key === 'owner' && path[0] === 'goals')
    return { path, problem: problem('goal/no-owner', path, 'key', { goal: String(path[1]), key }) };
  const args = { key, allowed: shapeAt([...path, key], input)?.enum, at: path.length === 0 ? 'top' : undefined };
  return { path: path.length === 0 ? [key] : path, problem: problem(MISSING, path, 'key', args) };
}

function tellBadKey(above: PlanPath, key: string, shape: Shape | undefined) {
  const path = [...above, key];
  const { rule, args } = judgeKey(key, shape?.propertyNames);
  return { path, problem: problem(rule, path, 'key', { ...args, key }) };
}

/** A value that could not be read has been told as that; one that can be no id is told as a reference that leads to nothing. */
function tellWrong(error: SchemaError, path: PlanPath, input: unknown) {
  const value = valueAt(input, path);
  if (value === undefined && path.length > 0) return undefined;
  const node = shapeAt(path, input);
  if (error.keyword === 'pattern' && node && forValue(node, value)['x-ref'] !== undefined) return undefined;
  const { rule, args } = isOldFormat(error, path)
    ? { rule: 'plan/old-format', args: { value: String(value), least: limit(error, 'minimum') } }
    : judgeValue(error, node, value);
  if (path.at(-1) === 'year_start' && error.keyword === 'pattern') {
    const given = String(value);
    return { path, problem: problem('schema/bad-date', path, 'value', { value: given, key: 'year_start', ...meantYearStart(given) }) };
  }
  if (args.actual === 'text' && isOwnerInList(path, input)) return tellOwners(path.slice(0, -1));
  return { path, problem: problem(rule, path, 'value', { key: String(path.at(-1) ?? ''), ...inOwnCurrency(args, input) }) };
}

/** `[ruth, dana]`: those who follow each other are maps with days. */
function isOwnerInList(path: PlanPath, input: unknown): boolean {
  return typeof path.at(-1) === 'number' && definitionOf(shapeAt(path.slice(0, -1), input)) === 'owner';
}

function tellOwners(path: PlanPath) {
  const args = { key: String(path.at(-1)), expected: ['owner'], actual: 'list' };
  return { path, problem: problem('schema/wrong-type', path, 'value', args) };
}

function meantWhole(whole: string, input: unknown): Args {
  return { whole, ...inOwnCurrency({ suggestion: meantQuantity(whole).suggestion ?? whole.replaceAll(',', '') }, input) };
}

/** The plan's own money needs no code: `$80k` is `80k` in a plan in dollars. */
function inOwnCurrency(args: Args, input: unknown): Args {
  const code = ` ${String(childOf(input, 'currency') ?? '')}`;
  const { suggestion } = args;
  return typeof suggestion === 'string' && code.length > 1 && suggestion.endsWith(code)
    ? { ...args, suggestion: suggestion.slice(0, -code.length) }
    : args;
}

function isOldFormat({ keyword }: SchemaError, path: PlanPath): boolean {
  return keyword === 'minimum' && path.length === 1 && path[0] === 'salesplan';
}

function problem(rule: string, path: PlanPath, at: 'key' | 'value', args: Args): Problem {
  return { rule, spot: { in: 'plan', path, at }, args };
}

/** A JSON pointer as a path: a step into a list is a number. */
function pathOf(pointer: string, input: unknown): PlanPath {
  let value = input;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const name = Array.isArray(value) ? Number(key) : key;
      value = childOf(value, name);
      return name;
    });
}

export function valueAt(input: unknown, path: PlanPath): unknown {
  let value = input;
  for (const key of path) value = childOf(value, key);
  return value;
}
