import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeUtf8 } from '../load/decode.ts';
import type { OpenPlan, Workspace } from '../lsp/workspace.ts';
import type { PlanFiles } from '../model/files.ts';
import type { Finding, Place } from '../model/finding.ts';
import { findingsOf, severitiesOf, staleIn } from './check-plan.ts';
import type { Call } from './command.ts';
import type { Context, Folder } from './context.ts';
import { decomposeUnread } from './decompose-plan.ts';
import { PLAN_FILE } from './find-plan.ts';
import { openPlan } from './open-plan.ts';

/** The real files as the language server sees them: a plan is read by the same way that `check` goes. */
export function editorWorkspace(call: Call, context: Context): Workspace {
  return {
    plansAbove: (path) => plansAbove(path, context),
    open: (entry, unsaved) => openUnsaved(entry, unsaved, call, context),
    read: (path) => textOf(path, context),
    included: (from, pattern) => includedFrom(from, pattern, context),
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
  if (!unsaved.has(entry) && !context.isFile(entry)) return undefined;
  const laidOver: Context = {
    ...context,
    isFile: (path) => unsaved.has(path) || context.isFile(path),
    folder: async (path) => layOver(await context.folder(path), unsaved, context),
  };
  const opened = await openPlan(entry, call, laidOver);
  const decomposed = await decomposeUnread(opened);
  const absolute = (place: Place): Place => ({ ...place, file: context.resolve(place.file) });
  return {
    files: opened.loaded.files.map(({ name, text }) => ({ path: context.resolve(name), text })),
    plan: opened.loaded.plan,
    trees: decomposed.goals.flatMap(({ tree }) => tree ?? []),
    language: opened.language,
    findings: async () => {
      const problems = [...decomposed.problems, ...(await staleIn(opened, decomposed))];
      const findings = await findingsOf(opened, { ...decomposed, problems }, severitiesOf(call, opened));
      return findings.map((finding) => placedBy(finding, absolute));
    },
  };
}

/** What the editor holds stands before what is on the disk. */
function layOver(folder: Folder, unsaved: ReadonlyMap<string, string>, context: Context): Folder {
  const held = (path: string) => unsaved.get(context.resolve(folder.path, path));
  const read: PlanFiles['read'] = (path) => {
    const text = held(path);
    return text === undefined ? folder.files.read(path) : { is: 'bytes', bytes: new TextEncoder().encode(text) };
  };
  const kind: PlanFiles['kind'] = (path) => (held(path) === undefined ? folder.files.kind(path) : 'file');
  return { ...folder, files: { ...folder.files, read, kind } };
}

function placedBy(finding: Finding, absolute: (place: Place) => Place): Finding {
  const related = finding.related.map((each) => ({ ...each, place: absolute(each.place) }));
  return { ...finding, place: absolute(finding.place), related };
}

async function textOf(path: string, context: Context): Promise<string | undefined> {
  const read = (await context.folder(context.resolve(path, '..'))).files.read(path);
  const decoded = read.is === 'bytes' ? decodeUtf8(read.bytes, path) : undefined;
  return decoded?.is === 'text' ? decoded.text : undefined;
}

async function includedFrom(from: string, pattern: string, context: Context): Promise<readonly string[]> {
  const folder = await context.folder(context.resolve(from, '..'));
  return (await folder.files.glob(pattern)).map((path) => context.resolve(folder.path, path));
}
