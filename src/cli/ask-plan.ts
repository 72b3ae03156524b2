import type { Language } from '../model/language.ts';
import { initText } from '../text/init-text.ts';
import type { Wishes } from './init-plan.ts';
import { promptTheme } from './prompt-theme.ts';
import { CI_SYSTEMS } from './write-ci.ts';

/** What there is to choose from, and what can be asked of the disk meanwhile. */
export interface Offer {
  readonly templates: readonly string[];
  /** The name of the plan in a template. */
  nameOf(template: string): string;
  isFree(folder: string): Promise<boolean>;
}

/** The questions of `init`; what was typed already is offered as the answer. A folder that can't be is refused where it is asked for. */
export function planQuestions(given: Wishes, { templates, nameOf, isFree }: Offer, language: Language) {
  const text = initText[language];
  return [
    {
      type: 'input',
      name: 'folder',
      message: text.folder,
      default: given.folder,
      validate: async (folder: string) => (await isFree(folder)) || text.folderTaken(folder === '.' ? text.here : folder),
    },
    {
      type: 'select',
      name: 'template',
      message: text.template,
      choices: templates.map((value) => ({ value, name: text.templates[value] ?? value, short: value })),
      default: given.template,
      theme: promptTheme(language),
    },
    {
      type: 'input',
      name: 'name',
      message: text.name,
      default: ({ template }: { readonly template?: string }) => given.name ?? nameOf(template ?? given.template),
    },
    {
      type: 'select',
      name: 'ci',
      message: text.ci,
      choices: (['none', ...CI_SYSTEMS] as const).map((value) => ({ value, name: text.ciChoices[value], short: text.ciChoices[value] })),
      default: given.ci?.ci ?? 'none',
      theme: promptTheme(language),
    },
    { type: 'confirm', name: 'hook', message: text.hook, default: given.ci?.isHookWanted ?? false },
  ] as const;
}

interface Answers {
  readonly folder: string;
  readonly template: string;
  readonly name: string;
  readonly ci: string;
  readonly hook: boolean;
}

/** Asks for what a new plan is made from, and what is to check it. */
export async function askPlan(given: Wishes, offer: Offer, language: Language): Promise<Wishes> {
  const { default: inquirer } = await import('inquirer');
  const start = given.folder === '.' && !(await offer.isFree('.')) ? { ...given, folder: 'my-plan' } : given;
  const { folder, template, name, ci, hook } = await inquirer.prompt<Answers>([...planQuestions(start, offer, language)]);
  const wished = { ci: CI_SYSTEMS.find((system) => system === ci), isHookWanted: hook };
  return { ci: wished, folder, template, name: name === offer.nameOf(template) ? undefined : name };
}
