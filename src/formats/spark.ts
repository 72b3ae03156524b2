const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const ASCII = ['_', '.', '-', '=', '+', '*', '%', '#'] as const;

/** One character a value, from the least to the greatest; a missing value is a space. */
export function sparkline(values: readonly (number | null)[], unicode: boolean): string {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const least = Math.min(0, ...known);
  const range = Math.max(...known) - least;
  const levels = unicode ? BLOCKS : ASCII;
  return values
    .map((value) => {
      if (value === null || !Number.isFinite(value)) return ' ';
      return levels[range > 0 ? Math.min(7, Math.floor(((value - least) / range) * 8)) : 0] ?? ' ';
    })
    .join('');
}

/** A bar of `width` columns for a share from 0 to 1; more than 1 fills it. */
export function bar(share: number, width: number, unicode: boolean): string {
  const eighths = Math.round(Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * width * 8);
  const full = Math.floor(eighths / 8);
  if (!unicode) return '#'.repeat(full).padEnd(width, '.');
  const part = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8] ?? '';
  return ('█'.repeat(full) + part).padEnd(width, '░');
}
