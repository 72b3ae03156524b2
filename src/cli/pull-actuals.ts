import { type Cursor, type HttpAnswer, type HttpRequest, PULL_SYSTEMS, type PullSystem } from '../actuals/pulls/index.ts';
import type { Language } from '../model/language.ts';
import type { Plan } from '../model/plan.ts';
import type { Pull, Source } from '../model/source.ts';
import { cliText } from '../text/cli-text.ts';
import { pullText } from '../text/pull-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { CliError, EXIT, type ExitCode, isCliError } from './exit.ts';
import { readOperands } from './find-plan.ts';
import { takeLock } from './lock-file.ts';
import type { Network } from './network.ts';
import { type OpenedPlan, openPlan, spokenLanguage } from './open-plan.ts';
import { type PartFile, partFileAt } from './part-file.ts';
import { patientSender, pauseOf } from './patient-sender.ts';
import { type ProgressLine, progressLine } from './progress-line.ts';

/** `salesplan actual pull`: fetches the records of one source into its file, whole or, when it is cut off, to go on with later. */
export async function runActualPull(call: Call, context: Context): Promise<ExitCode> {
  const spoken = spokenLanguage(call, context);
  const operands = readOperands(call.operands, context, spoken);
  const opened = await openPlan(operands.plan, call, context);
  const { plan } = opened.loaded;
  if (!plan) throw new CliError(cliText[opened.language].planHasErrors('actual pull'), cliText[opened.language].seeHelp, EXIT.findings);
  const { source, pull } = chosenSource(plan, operands.goal, opened.language);
  const path = context.resolve(opened.location.folder, fileOf(source, opened));
  const release = takeLock(`${path}.lock`);
  const shown = context.display(path);
  if (!release) throw new CliError(pullText[opened.language].running(shown), `${shown}.lock`, EXIT.failure);
  try {
    await pullInto(path, pull, call, opened.language, context);
  } finally {
    release();
  }
  return EXIT.ok;
}

function chosenSource(plan: Plan, id: string | undefined, language: Language): { readonly source: Source; readonly pull: Pull } {
  const text = pullText[language];
  const all = [...plan.actuals.values(), ...plan.pipeline.values()].flatMap((source) =>
    source.pull ? [{ source, pull: source.pull }] : [],
  );
  const ids = all.map(({ source }) => source.id);
  if (all.length === 0) throw new CliError(text.noPulls, text.noPullsHint);
  const found = id === undefined ? all : all.filter(({ source }) => source.id === id);
  const [first, second] = found;
  if (!first) throw new CliError(text.noSource(id ?? ''), cliText[language].choose(ids));
  if (second) throw new CliError(text.whichSource, cliText[language].choose(ids));
  return first;
}

/** The file that is written lies in the plan's folder, whatever the plan says. */
function fileOf({ id, from }: Source, { folder, language }: OpenedPlan): string {
  const [file, more] = from;
  const isFile = file !== undefined && more === undefined && /^[^*?[\]{}!]+\.(ndjson|jsonl)$/.test(file);
  if (isFile && !folder.files.resolve(file).startsWith('..') && !/^([/\\]|[A-Za-z]:)/.test(file)) return file;
  throw new CliError(pullText[language].oneFile(id), pullText[language].oneFileHint);
}

async function pullInto(path: string, pull: Pull, call: Call, language: Language, context: Context): Promise<void> {
  const text = pullText[language];
  const system = PULL_SYSTEMS.find(({ id }) => id === pull.system);
  if (!system) throw new CliError(text.noPulls, text.noPullsHint);
  const secrets = secretsOf(system, language, context);
  const host = hostOf(system, language, context);
  const part = partFileAt<Cursor | null>(path);
  if (call.options.restart === true) part.clear();
  const progress = progressLine(call.settings.isQuiet, context);
  const network = await context.network();
  const session: Session = {
    pull,
    system,
    secrets,
    host,
    part,
    progress,
    network,
    language,
    talk: patientSender(network, pull.perMinute, language),
  };
  const { records, pages } = await fetchAll(session, false);
  part.finish();
  progress.end();
  context.stdout.write(`${text.done(context.display(path), records, pages)}\n`);
}

interface Session {
  readonly pull: Pull;
  readonly system: PullSystem;
  readonly secrets: Readonly<Record<string, string>>;
  readonly host: string | undefined;
  readonly part: PartFile<Cursor | null>;
  readonly progress: ProgressLine;
  readonly network: Network;
  readonly language: Language;
  talk(request: HttpRequest): Promise<HttpAnswer>;
}

const NO_ANSWER: HttpAnswer = { status: 0, text: '' };

/** Runs the dialogue page by page. A cursor that the server has forgotten is given up once, for a new start. */
async function fetchAll(session: Session, isSecond: boolean): Promise<{ readonly records: number; readonly pages: number }> {
  const { pull, system, secrets, host, part, progress, network, language } = session;
  const text = pullText[language];
  const key = JSON.stringify([pull.system, pull.object, pull.fields, pull.dataCenter, host ?? null]);
  const mark = part.resume(key);
  if (mark) progress.say(text.resumed(mark.records));
  if (mark?.cursor === null) return mark;
  let [records, pages] = [mark?.records ?? 0, mark?.pages ?? 0];
  const steps = system.steps({ pull, secrets, host, from: mark?.cursor, newTrace: network.newTrace });
  try {
    for (let step = steps.next(NO_ANSWER); !step.done; ) {
      let answer = NO_ANSWER;
      switch (step.value.is) {
        case 'call':
          answer = await session.talk(step.value.request);
          break;
        case 'wait':
          await network.wait(pauseOf(step.value.attempt));
          break;
        case 'page':
          records += step.value.records.length;
          pages++;
          part.append(step.value.records, { key, records, pages, cursor: step.value.next ?? null });
          progress.show(text.rows(records));
          break;
        case 'failed':
          if (step.value.reason === 'expired' && !isSecond) {
            progress.say(text.startedAnew);
            part.clear();
            return await fetchAll(session, true);
          }
          throw new CliError(text.failures[step.value.reason](step.value.detail), undefined, EXIT.failure);
      }
      step = steps.next(answer);
    }
  } catch (error) {
    progress.end();
    throw isCliError(error) && records > 0 ? new CliError(error.message, text.kept(records), error.code) : error;
  }
  return { records, pages };
}

function secretsOf(system: PullSystem, language: Language, { env }: Context): Readonly<Record<string, string>> {
  const missing = system.secrets.filter((name) => !env[name]);
  if (missing.length > 0) throw new CliError(pullText[language].missing(missing), pullText[language].missingHint);
  return Object.fromEntries(system.secrets.map((name) => [name, env[name] ?? '']));
}

/** Where credentials are sent is said by whoever holds them, not by the plan. */
function hostOf(system: PullSystem, language: Language, { env }: Context): string | undefined {
  const given = env[system.hostVariable];
  if (!given) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isHere = url !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere)) return given.replace(/\/+$/, '');
  throw new CliError(pullText[language].badHost(system.hostVariable));
}
