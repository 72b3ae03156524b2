/** One entry of a map in brackets on a line of its own; no comment, nothing that goes on below. */
const ENTRY = /^(?:[^\s#"'[\]{}&*!|>%@`,-][^#]*?|"[^"]*"|'[^']*'): \S.*,$/;

/**
 * Maps in brackets that take several lines as maps of lines, which is how a planner would write them:
 * `lina: {`, `name: 李娜,` … `}` becomes `lina:` with `name: 李娜` below. Where an entry takes several lines itself, or has a comment
 * or an anchor, the brackets stay. The result is formatted.
 */
export function withBlockMaps(text: string): string {
  const lines = text.split('\n');
  const out: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const found = mapAt(lines, at, out.at(-1));
    if (found) out.push(...found.lines);
    else out.push(lines[at] ?? '');
    if (found) at = found.last;
  }
  return out.join('\n');
}

/** The map whose bracket opens on a line, as lines without brackets, and the line on which it closes. */
function mapAt(
  lines: readonly string[],
  at: number,
  above: string | undefined,
): { readonly lines: readonly string[]; readonly last: number } | undefined {
  const [, indent, dash] = /^( *)(- )?\{\r?$/.exec(lines[at] ?? '') ?? [];
  if (indent === undefined || (dash === undefined && !/^ *[^ ].*:\r?$/.test(above ?? ''))) return undefined;
  const deep = `${indent}${dash === undefined ? '' : '  '}`;
  const last = lines.findIndex((line, index) => index > at && line.replace(/\r$/, '') === `${deep}}`);
  const inner = lines.slice(at + 1, last);
  const isPlain = (line: string) => line.startsWith(`${deep}  `) && ENTRY.test(line.slice(deep.length + 2).replace(/\r$/, ''));
  if (last < 0 || inner.length === 0 || !inner.every(isPlain)) return undefined;
  const bare = inner.map((line) => line.slice(deep.length + 2).replace(/,(\r?)$/, '$1'));
  return { lines: bare.map((line, index) => `${index === 0 && dash ? `${indent}- ` : deep}${line}`), last };
}
