import { mkdirSync, symlinkSync } from 'node:fs';
import { changesBetween } from '../analyses/actuals-change.ts';
import { formatsFor } from '../formats/index.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import { importReport } from '../reports/import-report.ts';
import { cliText } from '../text/cli-text.ts';
import { importText } from '../text/import-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { copyWhole } from './copy-whole.ts';
import { decomposeUnread } from './decompose-plan.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import { type OpenedPlan, openPlan, spokenLanguage } from './open-plan.ts';
import { chooseFormat } from './output.ts';
import { printReport } from './print-report.ts';
import { readPlanActuals } from './read-plan-actuals.ts';
import { isSound, soundFindings } from './sound-plan.ts';

/** `salesplan import FILE`: shows what a file would change in a source's numbers; with `--write` puts it in its place. */
export async function runImport(call: Call, context: Context): Promise<ExitCode> {
  const spoken = spokenLanguage(call, context);
  const format = chooseFormat(call.settings.format, formatsFor('import'), spoken);
  const [file = '', planPath, excess] = call.operands;
  if (excess !== undefined) throw new CliError(cliText[spoken].tooManyOperands(excess), cliText[spoken].seeHelp);
  const opened = await openPlan(planPath, call, context);
  const { plan } = opened.loaded;
  const text = importText[opened.language];
  if (!plan || !(await isSound(opened, await decomposeUnread(opened), 'import', call, context))) return EXIT.findings;
  const from = context.resolve(file);
  if (context.isFolder(from)) throw new CliError(text.notAFile(file));
  if (!context.isFile(from)) throw new CliError(text.noFile(file), text.noFileHint);
  const source = chosenSource(plan, call, opened);
  const target = await targetOf(from, source, opened, context);
  const to = context.resolve(opened.location.folder, target);
  if (to === from) throw new CliError(text.isTheSame(file));
  const alone: Plan = { ...plan, actuals: new Map([[source.id, source]]) };
  const readWith = async (files: readonly string[], incoming: Incoming | undefined) =>
    readPlanActuals(alone, { ...opened, folder: await standIn(source, files, opened, incoming, context), mayLeaveFolder: true }, context);
  const files = await filesOf(source, opened);
  const only = await readWith([], { target, from });
  const findings = await soundFindings(opened, { goals: [], ...only }, 'import', call, context, (rule) => rule.startsWith('data/'));
  if (!findings) return EXIT.findings;
  const isWritten = call.options.write === true;
  if (isWritten && !only.actuals?.reconciliations.some(({ used }) => used.rows > 0)) {
    throw new CliError([text.noneUsed, ...findings.slice(0, 5).map(({ message }) => message)].join('\n'), text.noneUsedHint, EXIT.findings);
  }
  const before = await readWith(files, undefined);
  const after = await readWith(files, { target, from });
  const isReplaced = context.isFile(to);
  if (isWritten) copyWhole(from, to);
  const report = importReport({
    plan,
    display: opened.display,
    source: source.id,
    file: context.display(from),
    target: opened.displayOf(target),
    isReplaced,
    isWritten,
    before: before.actuals,
    after: after.actuals,
    ...changesBetween(before.actuals, after.actuals, plan),
    findings: findings.filter(({ place }) => place.file === opened.displayOf(target)),
    language: opened.language,
  });
  await printReport(report, format, opened.language, call, context);
  if (isWritten) context.stderr.write(`${cliText[opened.language].written(opened.displayOf(target))}\n`);
  return EXIT.ok;
}

function chosenSource(plan: Plan, call: Call, { language }: OpenedPlan): Source {
  const text = importText[language];
  const ofFiles = [...plan.actuals.values()].filter(({ from, connect }) => from.length > 0 && !connect);
  const ids = ofFiles.map(({ id }) => id);
  const named = call.options.source;
  if (typeof named === 'string') {
    const source = ofFiles.find(({ id }) => id === named);
    if (source) return source;
    throw new CliError(text.notAFileSource(named), cliText[language].choose(ids));
  }
  const [first, second] = ofFiles;
  if (!first) throw new CliError(text.noSource, text.noSourceHint);
  if (second) throw new CliError(text.whichSource, cliText[language].choose(ids));
  return first;
}

/** A source of one file has that one replaced; one of a glob takes the file under its own name, where it would be read. */
async function targetOf(from: string, { from: patterns }: Source, opened: OpenedPlan, context: Context): Promise<string> {
  const name = from.split(/[/\\]/).at(-1) ?? '';
  const [only, more] = patterns;
  if (only !== undefined && more === undefined && !isGlob(only)) return only;
  const targets = patterns.filter(isGlob).map((pattern) => `${folderOf(pattern)}${name}`);
  for (const [index, target] of targets.entries()) {
    const trial = await emptyFolderWith(target, from, context);
    const pattern = patterns.filter(isGlob)[index] ?? '';
    if ((await trial.files.glob(pattern)).includes(target)) return target;
  }
  const text = importText[opened.language];
  throw new CliError(text.doesNotFit(name, patterns), text.doesNotFitHint);
}

function isGlob(pattern: string): boolean {
  return /[*?[\]{}()!+@]/.test(pattern);
}

/** The part of a glob before its first folder that is none by name. */
function folderOf(pattern: string): string {
  const fixed = pattern.slice(0, pattern.search(/[*?[\]{}()!+@]/));
  return fixed.slice(0, fixed.lastIndexOf('/') + 1);
}

async function emptyFolderWith(target: string, from: string, context: Context) {
  const folder = context.temporaryFolder();
  link(from, context.resolve(folder, target), context);
  return context.folder(folder);
}

interface Incoming {
  readonly target: string;
  readonly from: string;
}

async function filesOf({ from }: Source, { folder }: OpenedPlan): Promise<readonly string[]> {
  const files = new Set<string>();
  for (const pattern of from) for (const file of await folder.files.glob(pattern)) files.add(file);
  return [...files];
}

/** Files of the source and those joined to them as links in a folder of their own, with the new one in its place. */
async function standIn(
  source: Source,
  files: readonly string[],
  { location }: OpenedPlan,
  incoming: Incoming | undefined,
  context: Context,
): Promise<OpenedPlan['folder']> {
  const path = context.temporaryFolder();
  const all = new Set([...source.joins.map(({ file }) => file), ...files]);
  if (incoming) all.delete(incoming.target);
  for (const file of all) link(context.resolve(location.folder, file), context.resolve(path, file), context);
  if (incoming) link(incoming.from, context.resolve(path, incoming.target), context);
  return context.folder(path);
}

function link(from: string, to: string, context: Context): void {
  mkdirSync(context.resolve(to, '..'), { recursive: true });
  symlinkSync(from, to);
}
