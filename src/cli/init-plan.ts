import { type Language, languageOf } from '../model/language.ts';
import { cliText } from '../text/cli-text.ts';
import type { Call } from './command.ts';
import type { Context, Folder } from './context.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';

const SCHEMA_FILE = 'salesplan.schema.json';

/** What the new plan is made from. */
interface Wishes {
  readonly folder: string;
  readonly template: string;
  readonly name: string | undefined;
}

/** Writes a template as a plan of the person's own; asks only where there is somebody to ask. */
export async function runInit(call: Call, context: Context): Promise<ExitCode> {
  const language = call.settings.language ?? languageOf(context.env.LC_ALL ?? context.env.LANG);
  const templates = await context.folder(context.shipped('examples'));
  const names = (await templates.files.glob('*/salesplan.yaml')).map((file) => file.split('/')[0] ?? '');
  const isAsking = call.options.yes !== true && context.stdin.isTerminal && context.stderr.isTerminal;
  const wishes = isAsking ? await ask(call, names, language) : wishesOf(call);
  if (!names.includes(wishes.template))
    throw new CliError(cliText[language].unknownTemplate(wishes.template), cliText[language].choose(names));
  const target = context.resolve(wishes.folder);
  await requireEmpty(target, wishes.folder, context, language);
  await copyTemplate(templates, wishes, target, context);
  tellNext(wishes, context, language);
  return EXIT.ok;
}

function wishesOf(call: Call): Wishes {
  const { template, name } = call.options;
  return {
    folder: call.operands[0] ?? '.',
    template: typeof template === 'string' ? template : 'electronics',
    name: typeof name === 'string' ? name : undefined,
  };
}

async function ask(call: Call, templates: readonly string[], language: Language): Promise<Wishes> {
  const { default: inquirer } = await import('inquirer');
  const text = cliText[language].ask;
  const given = wishesOf(call);
  const answers = await inquirer.prompt([
    { type: 'input', name: 'folder', message: text.folder, default: given.folder },
    { type: 'select', name: 'template', message: text.template, choices: [...templates], default: given.template },
    { type: 'input', name: 'name', message: text.name, default: given.name ?? '' },
  ]);
  return { folder: answers.folder, template: answers.template, name: answers.name || undefined };
}

/** A folder that already holds something is never written into, but for hidden files such as `.git`. */
async function requireEmpty(target: string, shown: string, context: Context, language: Language): Promise<void> {
  const isFree =
    !context.isFile(target) && (!context.isFolder(target) || (await (await context.folder(target)).files.glob('*')).length === 0);
  if (!isFree) throw new CliError(cliText[language].folderNotEmpty(shown), cliText[language].folderNotEmptyHint);
}

async function copyTemplate(templates: Folder, wishes: Wishes, target: string, context: Context): Promise<void> {
  for (const file of await templates.files.glob(`${wishes.template}/**`)) {
    const read = templates.files.read(file);
    if (read.is !== 'bytes') continue;
    const place = file.slice(wishes.template.length + 1);
    const bytes = place === 'salesplan.yaml' ? asOwn(new TextDecoder().decode(read.bytes), wishes.name) : read.bytes;
    context.writeFile(context.resolve(target, place), bytes);
  }
  const schema = (await context.folder(context.shipped('schemas'))).files.read('plan.schema.json');
  if (schema.is === 'bytes') context.writeFile(context.resolve(target, SCHEMA_FILE), schema.bytes);
}

/** The template's text under the person's own name, with the editor's schema beside it. */
function asOwn(text: string, name: string | undefined): string {
  const modeline = `# yaml-language-server: $schema=./${SCHEMA_FILE}`;
  const body = text.replace(/^# yaml-language-server:.*\n/, '');
  const named = name === undefined ? body : body.replace(/^name:.*$/m, () => `name: ${JSON.stringify(name)}`);
  return `${modeline}\n${named}`;
}

function tellNext(wishes: Wishes, context: Context, language: Language): void {
  const text = cliText[language];
  const path = wishes.folder === '.' ? '' : ` ${wishes.folder}`;
  context.stdout.write(`${text.initDone(wishes.folder)}\n\n${text.next}:\n`);
  for (const command of ['check', 'decompose', 'report']) context.stdout.write(`  salesplan ${command}${path}\n`);
}
