/**
 * The name among `known` that `given` most likely means: least optimal-string-alignment distance (a swapped pair costs 1),
 * letter case aside, within a third of the length (at least 1). Undefined when none is near; ties go to the earlier.
 */
export function nearName(given: string, known: Iterable<string>): string | undefined {
  const wanted = [...given.toLowerCase()].slice(0, 64);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of known) {
    const letters = [...name.toLowerCase()].slice(0, 64);
    if (Math.abs(letters.length - wanted.length) >= least) continue;
    const distance = alignmentDistance(wanted, letters);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`. */
function alignmentDistance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      const steps = [(above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + cost];
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) steps.push((before[column - 2] ?? 0) + 1);
      current[column] = Math.min(...steps);
    }
    [before, above] = [above, current];
  }
  return above[b.length] ?? 0;
}
