import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Takes the bytes of a file and gives what tells it from other files. */
export interface Digest {
  add(chunk: Uint8Array): void;
  text(): string;
}

/** Hashing every byte of a large file would take as long as rolling it up. */
const HASHED_WHOLE = 16 << 20;

/** SHA-256, hex; what is beyond 16 MB goes into it as the CRC-32 of each piece. */
export function contentDigest(): Digest {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    add: (chunk) => {
      hash.update(bytes < HASHED_WHOLE ? chunk : crc32(chunk).toString(16));
      bytes += chunk.length;
    },
    text: () => hash.digest('hex'),
  };
}

/** Of all files, whatever order they were read in. */
export function digestOfAll(digests: readonly string[]): string {
  return createHash('sha256')
    .update([...new Set(digests)].sort().join('\n'))
    .digest('hex');
}
