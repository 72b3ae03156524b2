/** A label as it is compared: trimmed, one form of every character (NFKC), letter case aside, runs of blanks as one. */
export function foldLabel(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .toLowerCase();
}
