/** The lines, from 1, of bytes of a file, in one pass; breaks at a byte itself belong to the line before. */
export function linesOfBytes(offsets: readonly number[], chunks: Iterable<Uint8Array>): ReadonlyMap<number, number> {
  const sorted = [...new Set(offsets)].sort((a, b) => a - b);
  const lines = new Map<number, number>();
  let [base, line, next] = [0, 1, 0];
  for (const chunk of chunks) {
    if (next >= sorted.length) break;
    for (let at = 0; at < chunk.length && next < sorted.length; ) {
      const offset = (sorted[next] ?? 0) - base;
      const lineBreak = chunk.indexOf(0x0a, at);
      if (offset > at && offset < chunk.length && (lineBreak < 0 || lineBreak >= offset)) at = offset;
      else if (offset <= at && chunk[at] !== 0x0a && chunk[at] !== 0x0d) lines.set(sorted[next++] ?? 0, line);
      else if (offset <= at) line += chunk[at++] === 0x0a ? 1 : 0;
      else if (lineBreak < 0) break;
      else [at, line] = [lineBreak + 1, line + 1];
    }
    base += chunk.length;
  }
  for (const offset of sorted.slice(next)) lines.set(offset, line);
  return lines;
}
