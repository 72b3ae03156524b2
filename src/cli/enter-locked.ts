import { type Entered, enterByHand, type HandEntry, type OnDuplicate } from '../actuals/by-hand.ts';
import { decodeData, markOf } from '../actuals/text.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import { cliText } from '../text/cli-text.ts';
import { enterText } from '../text/enter-text.ts';
import { askDuplicate } from './ask-actual.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { CliError, EXIT } from './exit.ts';
import { takeLock } from './lock-file.ts';
import type { OpenedPlan } from './open-plan.ts';

type Policy = OnDuplicate | 'skip';

/** What `--duplicate` says; without it a value that is there already is asked about or refused. */
export function policyOf(call: Call, { language }: OpenedPlan): Policy {
  const { duplicate } = call.options;
  if (duplicate === undefined) return 'refuse';
  if (duplicate === 'add' || duplicate === 'replace' || duplicate === 'skip') return duplicate;
  throw new CliError(enterText[language].badDuplicate(String(duplicate)));
}

interface Task {
  readonly entry: HandEntry;
  readonly source: Source;
  readonly plan: Plan;
  readonly policy: Policy;
  readonly isAsking: boolean;
}

const TRIES = 100;
const PAUSE_MS = 50;

/** Waits a few seconds for another program that writes the same file. */
export async function enterLocked(path: string, task: Task, opened: OpenedPlan, context: Context): Promise<string> {
  const network = await context.network();
  let release = takeLock(`${path}.lock`);
  for (let attempt = 1; !release && attempt < TRIES; attempt++) {
    await network.wait(PAUSE_MS);
    release = takeLock(`${path}.lock`);
  }
  const shown = context.display(path);
  if (!release) throw new CliError(enterText[opened.language].busy(shown), `${shown}.lock`, EXIT.failure);
  try {
    return await enter(path, task, opened, context);
  } finally {
    release();
  }
}

async function enter(path: string, { entry, source, plan, policy, isAsking }: Task, opened: OpenedPlan, context: Context): Promise<string> {
  const { language } = opened;
  const text = enterText[language];
  const shown = context.display(path);
  const before = textOf(source.from[0] ?? '', shown, opened);
  const write = (chosen: OnDuplicate): Entered => enterByHand(before, entry, source, plan, chosen);
  let entered = write(policy === 'skip' ? 'refuse' : policy);
  if (entered.is === 'duplicate') {
    if (policy === 'skip') return text.skipped;
    const told = text.duplicate(shown, entered.line, entered.value);
    if (!isAsking) throw new CliError(told, text.duplicateHint, EXIT.findings);
    const answer = await askDuplicate(told, language);
    if (answer === 'skip') return text.skipped;
    entered = write(answer);
  }
  switch (entered.is) {
    case 'no-column':
      throw new CliError(text.noColumn(shown, entered.field), text.noColumnHint(entered.field));
    case 'unreadable':
      throw new CliError(text.unreadable(shown, entered.line));
    case 'duplicate':
      return text.skipped;
    default: {
      context.writeFile(path, entered.text);
      const what = `${entry.metric} ${entry.value} (${entry.date})`;
      const place = `${shown}:${entered.line}`;
      return entered.is === 'added' ? text.added(place, what) : text.replaced(place, what, entered.before ?? '');
    }
  }
}

function textOf(file: string, shown: string, { folder, language }: OpenedPlan): string | undefined {
  const read = folder.files.read(file);
  if (read.is === 'missing') return undefined;
  if (read.is !== 'bytes') throw new CliError(cliText[language].cannotRead(shown), cliText[language].cannotReadHint);
  const decoded = decodeData(read.bytes, 'utf-8');
  if (decoded.is !== 'text') throw new CliError(enterText[language].notUtf8(shown));
  return markOf(read.bytes) === 'utf-8' ? `\ufeff${decoded.text}` : decoded.text;
}
