import { createHash } from 'node:crypto';
import type { Finding } from '../../model/finding.ts';

/** A stable, unique name for each finding: of its rule and entity, and its count among equals; lines may move. */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, place, entity }) => {
    const key = JSON.stringify([rule, place.file, entity]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return createHash('sha256').update(`${key}#${count}`).digest('hex').slice(0, 32);
  });
}
