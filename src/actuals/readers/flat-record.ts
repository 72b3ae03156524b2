import { parse } from 'lossless-json';

/** More digits than a number of JavaScript holds exactly. */
const LONG = /[:,[\s]-?\d[\d.]{14,}/;

/** A record's values by name, as text: `Owner.name` for what lies inside, lists with `;` between. Undefined: it is no JSON object. */
export function flatRecord(text: string): ReadonlyMap<string, string> | undefined {
  const flat = new Map<string, string>();
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  lay(value, '', flat);
  return flat;
}

function parsed(text: string): unknown {
  try {
    return LONG.test(text) ? parse(text, undefined, (number) => number) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** HubSpot keeps values under `properties`, Salesforce says under `attributes` what a record is. */
function lay(value: object, prefix: string, flat: Map<string, string>): void {
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'attributes' && isObject(inner)) continue;
    const name = key === 'properties' && isObject(inner) ? prefix : `${prefix}${key}`;
    if (isObject(inner)) lay(inner, name === '' ? '' : `${name}.`, flat);
    else flat.set(name, textOf(inner));
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(nameOf).join(';');
  return String(value);
}

/** What stands in for one of several things: its name where it has one. */
function nameOf(value: unknown): string {
  if (!isObject(value)) return textOf(value);
  const { name, id, label } = value as { readonly name?: unknown; readonly id?: unknown; readonly label?: unknown };
  return textOf(name ?? label ?? id);
}
