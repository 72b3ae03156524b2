import { relative, sep } from 'node:path';
import type { Language } from '../model/language.ts';
import { ciText } from '../text/ci-text.ts';
import { cliText } from '../text/cli-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { CliError } from './exit.ts';

export const CI_SYSTEMS = ['github', 'gitlab'] as const;
export type CiSystem = (typeof CI_SYSTEMS)[number];

/** What is to check the plan beside its people. */
export interface CiWishes {
  readonly ci: CiSystem | undefined;
  readonly isHookWanted: boolean;
}

/** Ready file of the program → where it stands in a repository. */
const FILES = {
  github: ['ci/github.yml', '.github/workflows/salesplan.yml'],
  gitlab: ['ci/gitlab-ci.yml', '.gitlab-ci.yml'],
  hook: ['ci/pre-commit-config.yaml', '.pre-commit-config.yaml'],
} as const;

export function ciWishesOf({ options }: Call, language: Language): CiWishes {
  const ci = CI_SYSTEMS.find((system) => system === options.ci);
  if (options.ci !== undefined && ci === undefined)
    throw new CliError(ciText[language].unknownCi(String(options.ci)), cliText[language].choose(CI_SYSTEMS));
  return { ci, isHookWanted: options.hook === true };
}

/** Writes what was wished into the repository that holds the plan's folder. Nothing is written when one of the files is there. */
export async function writeCi(folder: string, wishes: CiWishes, language: Language, context: Context): Promise<void> {
  const top = repositoryOf(folder, context);
  const chosen = [...(wishes.ci ? [FILES[wishes.ci]] : []), ...(wishes.isHookWanted ? [FILES.hook] : [])];
  const files = chosen.map(([source, place]) => ({ source, path: context.resolve(top, place) }));
  const taken = files.find(({ path }) => context.isFile(path));
  if (taken) throw new CliError(ciText[language].exists(context.display(taken.path)), ciText[language].existsHint);
  const shipped = await context.folder(context.shipped('docs'));
  const plan = relative(top, folder).split(sep).join('/') || '.';
  for (const { source, path } of files) {
    const read = shipped.files.read(source);
    if (read.is !== 'bytes') throw new Error(`${source} is not shipped`);
    context.writeFile(path, filledIn(new TextDecoder().decode(read.bytes), plan, context.version));
    context.stdout.write(`${ciText[language].wrote(context.display(path))}\n`);
  }
}

/** The ready file with this plan's folder and this program's version. */
function filledIn(text: string, plan: string, version: string): string {
  const quoted = JSON.stringify(plan);
  return text
    .replace(/(?<=^ +PLAN: )\.$/m, () => (plan === '.' ? '.' : quoted))
    .replace(/(?<=args: \[)"\."(?=\])/g, () => quoted)
    .replace(/(?<=salesplan@)\d+\.\d+\.\d+/g, () => version);
}

/** The folder at the top of the git repository; the plan's own where there is none. */
function repositoryOf(folder: string, context: Context): string {
  for (let at = folder; ; at = context.resolve(at, '..')) {
    const mark = context.resolve(at, '.git');
    if (context.isFolder(mark) || context.isFile(mark)) return at;
    if (at === context.resolve(at, '..')) return folder;
  }
}
