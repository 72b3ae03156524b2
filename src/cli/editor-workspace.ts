import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeUtf8 } from '../load/decode.ts';
import type { OpenPlan, Workspace } from '../lsp/workspace.ts';
import type { Finding } from '../model/finding.ts';
import { reviewOpened } from './check-plan.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { decomposeUnread } from './decompose-plan.ts';
import { isCliError } from './exit.ts';
import { PLAN_FILE } from './find-plan.ts';
import type { Known } from './known-findings.ts';
import { type OpenedPlan, openPlan } from './open-plan.ts';
import { overlaid } from './overlay.ts';

/** The real files as the language server sees them: a plan is read by the same way that `check` goes. */
export function editorWorkspace(call: Call, context: Context): Workspace {
  return {
    plansAbove: (path) => plansAbove(path, context),
    open: (entry, unsaved) => openUnsaved(entry, unsaved, call, context),
    read: (path) => textOf(path, context),
    pathOf: (uri) => (uri.startsWith('file:') ? fileURLToPath(uri) : undefined),
    uriOf: (path) => pathToFileURL(path).href,
    later: (milliseconds, action) => {
      const timer = setTimeout(action, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

function plansAbove(path: string, context: Context): readonly string[] {
  const found: string[] = [];
  for (let folder = context.resolve(path, '..'); ; folder = context.resolve(folder, '..')) {
    const entry = context.resolve(folder, PLAN_FILE);
    if (entry === path || context.isFile(entry)) found.push(entry);
    if (folder === context.resolve(folder, '..')) return found;
  }
}

async function openUnsaved(
  entry: string,
  unsaved: ReadonlyMap<string, string>,
  call: Call,
  context: Context,
): Promise<OpenPlan | undefined> {
  const isFile = (path: string) => unsaved.has(path) || context.isFile(path);
  if (!isFile(entry)) return undefined;
  const opened = await openPlan(entry, call, overlaid({ ...context, isFile }, unsaved));
  return {
    files: opened.loaded.files.map(({ name, text }) => ({ path: context.resolve(name), text })),
    plan: opened.loaded.plan,
    language: opened.language,
    trees: once(async () => (await decomposeUnread(opened)).goals.flatMap(({ tree }) => tree ?? [])),
    findings: once(() => findingsIn(opened, call, context)),
    progress: once(async () => (await import('./cheap-progress.ts')).cheapProgress(opened, context)),
  };
}

/** As `check` finds them; data that take their time to read are not waited for at every letter typed. */
async function findingsIn(opened: OpenedPlan, call: Call, context: Context): Promise<readonly Finding[]> {
  const { hasCheapData } = await import('./cheap-progress.ts');
  const { findings } = await reviewOpened(opened, call, (await hasCheapData(opened)) ? context : undefined);
  const known = await knownTo(opened, call, context);
  const told = known ? findings.filter((finding) => known.entryOf(finding, opened) === undefined) : findings;
  return told.map((finding) => placedBy(finding, context));
}

/** The baseline that the editor names, from where it stands or beside or above the plan; one that can't be read hides nothing. */
async function knownTo(opened: OpenedPlan, call: Call, context: Context): Promise<Known | undefined> {
  const { baseline } = call.options;
  if (typeof baseline !== 'string') return undefined;
  const places = [
    context.resolve(baseline),
    ...foldersAbove(opened.folder.path, context).map((folder) => context.resolve(folder, baseline)),
  ];
  const file = places.find((place) => context.isFile(place));
  if (file === undefined) return undefined;
  const { openKnown } = await import('./known-findings.ts');
  return openKnown(file, opened.language, context).catch((error: unknown) => {
    if (isCliError(error)) return undefined;
    throw error;
  });
}

/** A folder and all above it. */
function foldersAbove(folder: string, context: Context): readonly string[] {
  const above = context.resolve(folder, '..');
  return above === folder ? [folder] : [folder, ...foldersAbove(above, context)];
}

/** Findings name files as a person here would; an editor knows them by their whole path. */
function placedBy(finding: Finding, context: Context): Finding {
  const absolute = <Placed extends { readonly file: string }>(placed: Placed): Placed => ({
    ...placed,
    file: context.resolve(placed.file),
  });
  const related = finding.related.map((each) => ({ ...each, place: absolute(each.place) }));
  return { ...finding, place: absolute(finding.place), related, fix: finding.fix && absolute(finding.fix) };
}

async function textOf(path: string, context: Context): Promise<string | undefined> {
  const read = (await context.folder(context.resolve(path, '..'))).files.read(path);
  const decoded = read.is === 'bytes' ? decodeUtf8(read.bytes, path) : undefined;
  return decoded?.is === 'text' ? decoded.text : undefined;
}

/** Asked for often, made once. */
function once<Answer>(make: () => Promise<Answer>): () => Promise<Answer> {
  let made: Promise<Answer> | undefined;
  return () => (made ??= make());
}
