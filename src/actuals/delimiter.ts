/** The delimiter that the first line has most of. */
export function likelyDelimiter(text: string): string {
  const first =
    text
      .slice(0, 65_536)
      .split(/\r?\n/)
      .find((line) => line.trim() !== '') ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';', '|'].map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}
