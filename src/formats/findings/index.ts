import { compact } from './compact.ts';
import type { FindingsFormat } from './format.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

/** Formats of findings by the name that `--format` takes; the first is the default. */
export const findingsFormats: Readonly<Record<string, FindingsFormat>> = { pretty, compact, json, sarif, junit, github, gitlab, markdown };
