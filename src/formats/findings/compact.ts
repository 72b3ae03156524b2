import { visible } from '../escape.ts';
import type { CheckResult } from './format.ts';

/** `file:line:column severity rule message help`, one line each; nothing when all is well. */
export function compact({ findings }: CheckResult): string {
  return findings
    .map(({ rule, severity, message, help, place }) => {
      return `${visible(place.file)}:${place.line}:${place.column} ${severity} ${rule} ${visible(message)} ${visible(help)}\n`;
    })
    .join('');
}
