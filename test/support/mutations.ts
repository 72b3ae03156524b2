import fc from 'fast-check';
import { parse, stringify } from 'yaml';

// What can become of a file between one save and the next: bytes that are no text, words in the wrong place, values of
// another kind. Every mutation is drawn by fast-check, so that a seed gives the same files again.

/** Pieces that mean something to YAML, to a quantity, a date, an id, or to JavaScript. */
const PIECES = [
  ...[
    '',
    ' ',
    '\n',
    '\t',
    '\r\n',
    '\n\n  ',
    ': ',
    ':',
    '- ',
    '? ',
    '# ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    '|\n',
    '>-\n',
    '---\n',
    '...\n',
  ],
  ...[
    '&a ',
    '*a',
    '*a ',
    '!!str ',
    '!!int ',
    '!x ',
    '<<: ',
    '%YAML 1.1\n',
    '@',
    '`',
    '\\',
    '\\e[2J',
    '\u0000',
    '\ufeff',
    '\u00a0',
    '：',
    '\u2028',
  ],
  ...['null', '~', 'true', '007', '0x1f', '1e3', '1e999', '.nan', '-.inf', '-0', '99999999999999999999', '1_000', '"1,200"', '.5', '1.2亿'],
  ...['2026-02-30', '2026-02-28', '9999-12-31', '0000-01-01', '2026-Q5', 'FY2026', '-5%', '1000%', '0 days', '9999999 months'],
  ...['__proto__', 'constructor', 'toString', 'rest', '*', '../..', '/etc/passwd', '😀', '\ud800', '=HYPERLINK(1)'],
] as const;

const VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1,
    0.1,
    7,
    2026,
    1e15,
    1e308,
    '',
    ' ',
    '0',
    '-1',
    '1e9',
    '9'.repeat(400),
    '0%',
    '-100%',
    '100000%',
    '33.333%',
  ],
  ...[
    '2026-02-30',
    '2026-06-30',
    '0001-01-01',
    '9999-12-31',
    '2026-12-31..2026-01-01',
    '2026-Q1',
    '2026-W53',
    'FY2026',
    '1 days',
    '400 weeks',
  ],
  ...[
    '1200 USD',
    '12万',
    '-12M',
    'rest',
    'east',
    'lina',
    'mia',
    'revenue',
    '*',
    '**/*.yaml',
    '../x.yaml',
    'orders.csv',
    '.',
    '\u0007',
    '😀',
  ],
  ...[[], {}, [[]], [null], { a: 1 }, { '': '' }, [{}], [1, 'a', {}], { from: 'actuals' }, { ratio: {} }, { rest: '50%' }],
];
const KEYS = ['', '7', '2026', '__proto__', 'constructor', 'toString', 'valueOf', 'a.b', 'a/b', '*', 'from', 'by', 'target', '名称', '😀'];

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const edits = <T>(edit: fc.Arbitrary<T>) => fc.array(edit, { minLength: 1, maxLength: 4 });

/** Bytes overwritten, taken out and put in. */
export function mutatedBytes(text: string): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({ at: place, cut: fc.integer({ min: 0, max: 40 }), put: fc.uint8Array({ maxLength: 8 }) });
  return edits(edit).map((all) =>
    all.reduce<Uint8Array>((now, { at, cut, put }) => {
      const start = Math.floor(at * now.length);
      return new Uint8Array([...now.subarray(0, start), ...put, ...now.subarray(start + cut)]);
    }, new TextEncoder().encode(text)),
  );
}

/** Words and marks put in, lines moved, doubled and taken out. */
export function mutatedText(text: string): fc.Arbitrary<string> {
  const piece = fc.record({ at: place, cut: fc.integer({ min: 0, max: 12 }), put: fc.constantFrom(...PIECES) });
  const lines = fc.record({ from: place, count: fc.integer({ min: 0, max: 5 }), to: place, indent: fc.integer({ min: -2, max: 2 }) });
  return edits(fc.oneof(piece, piece, lines)).map((all) =>
    all.reduce((now, edit) => ('put' in edit ? splice(now, edit) : move(now, edit)), text),
  );
}

function splice(text: string, { at, cut, put }: { at: number; cut: number; put: string }): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + put + text.slice(start + cut);
}

function move(text: string, { from, count, to, indent }: { from: number; count: number; to: number; indent: number }): string {
  const lines = text.split('\n');
  const taken = lines.splice(Math.floor(from * lines.length), count);
  const shifted = taken.map((line) => (indent < 0 ? line.slice(-indent) : ' '.repeat(indent) + line));
  lines.splice(Math.floor(to * lines.length), 0, ...shifted);
  return lines.join('\n');
}

type Branch = Record<string | number, unknown>;

/** Values replaced, taken out, renamed and put where others stand: the YAML stays sound. */
export function mutatedTree(text: string): fc.Arbitrary<unknown> {
  const edit = fc.record({
    at: place,
    what: fc.constantFrom('replace', 'replace', 'remove', 'rename', 'add', 'copy'),
    value: fc.constantFrom(...VALUES),
    key: fc.constantFrom(...KEYS),
    from: place,
  });
  return edits(edit).map((all) => {
    const tree: unknown = parse(text);
    for (const { at, what, value, key, from } of all) {
      const all = placesIn(tree);
      const [spot, other] = [all[Math.floor(at * all.length)], all[Math.floor(from * all.length)]];
      if (!spot || !other) continue;
      const { holder, name } = spot;
      if (what === 'replace') set(holder, name, structuredClone(value));
      else if (what === 'copy') set(holder, name, structuredClone(other.holder[other.name]));
      else if (what === 'add') set(holder, key, structuredClone(value));
      else {
        const kept = holder[name];
        if (Array.isArray(holder)) holder.splice(Number(name), 1);
        else delete holder[name];
        if (what === 'rename') set(holder, key, kept);
      }
    }
    return tree;
  });
}

export function yamlOfTree(tree: unknown): string {
  return stringify(tree, { aliasDuplicateObjects: false });
}

function set(holder: Branch, name: string | number, value: unknown): void {
  if (Array.isArray(holder)) holder[Math.min(Number(name) || 0, holder.length)] = value;
  else Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

function placesIn(tree: unknown): readonly { readonly holder: Branch; readonly name: string | number }[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => {
    const name = Array.isArray(tree) ? Number(key) : key;
    return [{ holder: tree as Branch, name }, ...placesIn(value)];
  });
}
