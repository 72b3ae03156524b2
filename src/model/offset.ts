/** Offsets at which the lines of a text begin, the first at 0. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The UTF-16 offset of a line and column (in code points), both from 1; past the end of the text: its end. */
export function offsetOf(text: string, starts: readonly number[], line: number, column: number): number {
  const start = starts[line - 1];
  if (start === undefined) return text.length;
  const units = [...text.slice(start, start + 2 * (column - 1))].slice(0, column - 1).join('');
  return start + units.length;
}
