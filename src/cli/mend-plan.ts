import { applyFixes } from '../edit/apply-fixes.ts';
import { unifiedDiff } from '../edit/unified-diff.ts';
import type { Finding, Fix } from '../model/finding.ts';
import { checkText } from '../text/check-text.ts';
import type { Printable, Review } from './check-plan.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import type { OpenedPlan } from './open-plan.ts';
import { type Overlay, overlaid } from './overlay.ts';
import { withMark } from './with-mark.ts';

/** One fix may open the way for the next: a file that could not be read shows more once it can. */
const PASSES = 10;

/** What is asked of the mending. */
export interface MendWishes {
  readonly call: Call;
  readonly context: Context;
  /** True for a finding that a baseline hides: it is left alone. */
  isKnown(finding: Finding, opened: OpenedPlan): boolean;
  /** Looks at the plan again. */
  again(path: string | undefined, call: Call, context: Context): Promise<Printable>;
}

/** Mends what can be mended and looks again; with `--fix-dry-run` shows the changes and leaves the files and findings alone. */
export async function mendPlan(review: Printable, wishes: MendWishes): Promise<Printable> {
  const { opened } = review;
  const { call, context } = wishes;
  const text = checkText[opened.language];
  const { overlay, count, last } = await mendAgain(review, wishes);
  const files = opened.loaded.files.flatMap((file) => {
    const path = context.resolve(opened.folder.path, file.path);
    const after = overlay.get(path);
    const read = opened.folder.files.read(file.path);
    return after === undefined || after === file.text || read.is !== 'bytes' ? [] : [{ ...file, home: path, after, bytes: read.bytes }];
  });
  const names = files.map((file) => file.name);
  if (call.options.fix === true) {
    for (const { home, bytes, after } of files) context.writeFile(home, withMark(bytes, after));
    if (count > 0) context.stderr.write(`${text.mended(count, names)}\n`);
    return last;
  }
  for (const { name, text: before, after } of files) context.stdout.write(unifiedDiff(name, before, after));
  context.stderr.write(`${count > 0 ? text.wouldMend(count, names) : text.nothingToMend}\n`);
  return review;
}

async function mendAgain(review: Printable, wishes: MendWishes) {
  const { call, context } = wishes;
  const overlay = new Map<string, string>();
  const path = review.opened.location.isStdin ? '-' : context.resolve(review.opened.folder.path, review.opened.location.entry);
  let [last, count] = [review, 0];
  for (let pass = 0; pass < PASSES; pass++) {
    const applied = mendOnce(last, wishes, overlay);
    if (applied === 0) break;
    count += applied;
    last = await wishes.again(path, call, overlaid(withStdinOf(last, overlay, context), overlay));
  }
  return { overlay: overlay as Overlay, count, last };
}

/** Makes the fixes of one round in the overlay; how many they were. */
function mendOnce({ opened, findings }: Review, { call, context, isKnown }: MendWishes, overlay: Map<string, string>): number {
  const isUnsafeWanted = call.options.unsafe === true;
  const wanted = findings.filter((finding) => !isKnown(finding, opened));
  let count = 0;
  for (const file of opened.loaded.files) {
    const { text, applied } = applyFixes(file.text, fixesOf(wanted, file.name, isUnsafeWanted));
    if (applied.length === 0) continue;
    overlay.set(context.resolve(opened.folder.path, file.path), text);
    count += applied.length;
  }
  return count;
}

function fixesOf(findings: readonly Finding[], file: string, isUnsafeWanted: boolean): readonly Fix[] {
  return findings.flatMap(({ fix }) => (fix && fix.file === file && (fix.safe || isUnsafeWanted) ? [fix] : []));
}

/** A plan from standard input is read from there again. */
function withStdinOf({ opened }: Review, overlay: Overlay, context: Context): Context {
  if (!opened.location.isStdin) return context;
  const text = overlay.get(context.resolve(opened.folder.path, opened.location.entry));
  const read = () => (text === undefined ? context.stdin.read() : new TextEncoder().encode(text));
  return { ...context, stdin: { isTerminal: false, read } };
}
