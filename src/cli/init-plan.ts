import { type Language, languageOf } from '../model/language.ts';
import { cliText } from '../text/cli-text.ts';
import { initText } from '../text/init-text.ts';
import type { Offer } from './ask-plan.ts';
import type { Call } from './command.ts';
import type { Context, Folder } from './context.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import { PLAN_FILE } from './find-plan.ts';
import { type CiWishes, ciWishesOf, writeCi } from './write-ci.ts';

const SCHEMA_FILE = 'salesplan.schema.json';

/** What the new plan is made from. */
export interface Wishes {
  readonly folder: string;
  readonly template: string;
  readonly name: string | undefined;
  readonly ci?: CiWishes | undefined;
}

/** Writes a template as a plan of the person's own; asks only where there is somebody to ask. */
export async function runInit(call: Call, context: Context): Promise<ExitCode> {
  const language = call.settings.language ?? languageOf(context.env.LC_ALL ?? context.env.LANG);
  const given = wishesOf(call, language);
  if (isPlanThere(given, context) && isCiWanted(given)) {
    await writeCi(context.resolve(given.folder), given.ci, language, context);
    return EXIT.ok;
  }
  const templates = await context.folder(context.shipped('examples'));
  const names = (await templates.files.glob(`*/${PLAN_FILE}`)).map((file) => file.split('/')[0] ?? '');
  const isAsking = call.options.yes !== true && context.stdin.isTerminal && context.stderr.isTerminal;
  const offer = offerOf(templates, names, context);
  const wishes = isAsking ? await (await import('./ask-plan.ts')).askPlan(given, offer, language) : given;
  if (!names.includes(wishes.template))
    throw new CliError(cliText[language].unknownTemplate(wishes.template), cliText[language].choose(names));
  const target = context.resolve(wishes.folder);
  await requireFree(target, wishes.folder, context, language);
  if (isCiWanted(wishes)) await writeCi(target, wishes.ci, language, context);
  await copyTemplate(templates, wishes, target, language, context);
  tellNext(wishes, dayOfData(textOf(templates, `${wishes.template}/${PLAN_FILE}`)), context, language);
  return EXIT.ok;
}

/** For a plan that is there already only what checks it is written. */
function isPlanThere({ folder }: Wishes, context: Context): boolean {
  return context.isFile(context.resolve(folder, PLAN_FILE));
}

function isCiWanted(wishes: Wishes): wishes is Wishes & { readonly ci: CiWishes } {
  return wishes.ci !== undefined && (wishes.ci.ci !== undefined || wishes.ci.isHookWanted);
}

function wishesOf(call: Call, language: Language): Wishes {
  const { template, name } = call.options;
  return {
    folder: call.operands[0] ?? '.',
    template: typeof template === 'string' ? template : 'electronics',
    name: typeof name === 'string' ? name : undefined,
    ci: ciWishesOf(call, language),
  };
}

function offerOf(templates: Folder, names: readonly string[], context: Context): Offer {
  return {
    templates: names,
    nameOf: (template) => /^name: *(.+?) *$/m.exec(textOf(templates, `${template}/${PLAN_FILE}`))?.[1] ?? template,
    isFree: (folder) => isFree(context.resolve(folder), context),
  };
}

function textOf({ files }: Folder, path: string): string {
  const read = files.read(path);
  return read.is === 'bytes' ? new TextDecoder().decode(read.bytes) : '';
}

async function requireFree(target: string, shown: string, context: Context, language: Language): Promise<void> {
  if (await isFree(target, context)) return;
  throw new CliError(cliText[language].folderNotEmpty(shown), cliText[language].folderNotEmptyHint);
}

/** A folder that already holds something is never written into, but for hidden files such as `.git`. */
async function isFree(target: string, context: Context): Promise<boolean> {
  if (context.isFile(target)) return false;
  return !context.isFolder(target) || (await (await context.folder(target)).files.glob('*')).length === 0;
}

async function copyTemplate(templates: Folder, wishes: Wishes, target: string, language: Language, context: Context): Promise<void> {
  for (const file of await templates.files.glob(`${wishes.template}/**`)) {
    const read = templates.files.read(file);
    if (read.is !== 'bytes') continue;
    const place = file.slice(wishes.template.length + 1);
    const bytes = place.endsWith('.yaml') ? await formatted(new TextDecoder().decode(read.bytes), place, wishes) : read.bytes;
    context.writeFile(context.resolve(target, place), bytes);
  }
  await copySchema(target, language, context);
}

/** For editors: they show its texts, in the language that the person reads. */
async function copySchema(target: string, language: Language, context: Context): Promise<void> {
  const shipped = await context.folder(context.shipped('schemas'));
  const schema = shipped.files.read('plan.schema.json');
  if (schema.is !== 'bytes') return;
  const isEnglish = language === 'en';
  const told = isEnglish
    ? schema.bytes
    : (await import('./schema-in-chinese.ts')).schemaInChinese(new TextDecoder().decode(schema.bytes), shipped);
  context.writeFile(context.resolve(target, SCHEMA_FILE), told);
}

/** In the form of fmt, which the jobs that init writes ask for. */
async function formatted(text: string, place: string, { name }: Wishes): Promise<string> {
  const own = place === PLAN_FILE ? asOwn(text, name) : text;
  const { formatYaml } = await import('../edit/format-yaml.ts');
  return (await formatYaml(own)) ?? own;
}

/** The template's text under the person's own name, with the editor's schema beside it. */
function asOwn(text: string, name: string | undefined): string {
  const modeline = `# yaml-language-server: $schema=./${SCHEMA_FILE}`;
  const body = text.replace(/^# yaml-language-server:.*\n/, '');
  const named = name === undefined ? body : body.replace(/^name:.*$/m, () => `name: ${JSON.stringify(name)}`);
  return `${modeline}\n${named}`;
}

/** The day up to which a template has data, as it says itself. */
function dayOfData(plan: string): string | undefined {
  return /^#.*--as-of (\d{4}-\d{2}-\d{2})/m.exec(plan)?.[1];
}

function tellNext(wishes: Wishes, asOf: string | undefined, context: Context, language: Language): void {
  const text = initText[language];
  const isHere = wishes.folder === '.';
  const path = isHere ? '' : ` ${quoted(wishes.folder)}`;
  context.stdout.write(`${text.done(isHere ? text.here : wishes.folder)}\n\n${text.next}\n`);
  for (const command of ['check', 'decompose', 'report']) {
    const day = asOf === undefined || command === 'decompose' ? '' : ` --as-of ${asOf}`;
    context.stdout.write(`  salesplan ${command}${path}${day}\n`);
  }
  if (asOf !== undefined) context.stdout.write(`\n${text.dataEnd(asOf)}\n`);
}

/** As a shell takes it for one word. */
function quoted(path: string): string {
  return /[\s'"\\$&;()*?<>|`#!]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : path;
}
