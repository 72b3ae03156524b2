import * as yamlPlugin from 'prettier/plugins/yaml';
import { format } from 'prettier/standalone';
import { withBlockMaps } from './block-maps.ts';
import { saysTheSame } from './says-the-same.ts';
import { lineBreakOf } from './splice.ts';

/** As wide as a window beside another may be; tables of shares stay on one line. */
const WIDTH = 140;
/** A second pass settles what the first one moved; it never takes more. */
const PASSES = 3;

/**
 * A plan's file in one form: two spaces a level, one space before a comment, long maps one entry a line, order, comments, anchors and
 * line ends kept. Undefined where the text is no YAML, or where it could not be formatted without saying something else.
 */
export async function formatYaml(text: string): Promise<string | undefined> {
  return (await settled(text, withBlockMaps)) ?? settled(text, (same) => same);
}

/** Formatted until nothing moves; `after` finishes each pass. */
async function settled(text: string, after: (formatted: string) => string): Promise<string | undefined> {
  try {
    let now = text;
    for (let pass = 0; pass < PASSES; pass++) {
      const next = after(await formatOnce(now));
      if (next === now) break;
      now = next;
    }
    return saysTheSame(text, now) ? now : undefined;
  } catch {
    return undefined;
  }
}

function formatOnce(text: string): Promise<string> {
  return format(text, {
    parser: 'yaml',
    plugins: [yamlPlugin],
    printWidth: WIDTH,
    bracketSpacing: false,
    proseWrap: 'preserve',
    endOfLine: lineBreakOf(text) === '\r\n' ? 'crlf' : 'lf',
  });
}
