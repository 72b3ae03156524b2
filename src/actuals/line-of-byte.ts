/** The line, from 1, of a byte of a file; breaks at the byte itself belong to the line before. */
export function lineOfByte(offset: number, chunks: Iterable<Uint8Array>): number {
  let [at, line] = [0, 1];
  for (const chunk of chunks) {
    for (let index = 0; index < chunk.length; index++, at++) {
      if (at >= offset && chunk[index] !== 0x0a && chunk[index] !== 0x0d) return line;
      if (chunk[index] === 0x0a) line++;
    }
  }
  return line;
}
