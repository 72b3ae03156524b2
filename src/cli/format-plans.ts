import { formatYaml } from '../edit/format-yaml.ts';
import { fmtText } from '../text/fmt-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import { type OpenedPlan, openPlan, spokenLanguage } from './open-plan.ts';
import { deliver } from './output.ts';
import { planPaths } from './plan-paths.ts';
import { tellCliError } from './tell-error.ts';
import { withMark } from './with-mark.ts';

/** `salesplan fmt`: the files of the plans in one form; `--check` only says which are not. */
export async function runFmt(call: Call, context: Context): Promise<ExitCode> {
  const language = spokenLanguage(call, context);
  if (call.operands.includes('-')) return formatStdin(call, context);
  const plans: OpenedPlan[] = [];
  for (const path of await planPaths(call.operands, context, language)) plans.push(await openPlan(path, call, context));
  const files = await formatAll(plans, context);
  const text = fmtText[language];
  const isChecking = call.options.check === true;
  const odd = files.filter((file) => file.now === undefined);
  const changed = files.filter((file) => file.now !== undefined && file.now !== file.text);
  for (const { name } of odd) tellCliError(new CliError(text.unreadable(name), text.unreadableHint), context);
  if (!isChecking) for (const { place, now = '', bytes } of changed) context.writeFile(place, withMark(bytes, now));
  const lines = changed.map(({ name }) => (isChecking ? text.unformatted(name) : text.formatted(name)));
  const last = isChecking ? text.checked(changed.length, files.length) : text.done(changed.length, files.length);
  deliver([...lines, ...(call.settings.isQuiet ? [] : [last])].map((line) => `${line}\n`).join(''), call.settings, language, context);
  return odd.length > 0 || (isChecking && changed.length > 0) ? EXIT.findings : EXIT.ok;
}

interface FormattedFile {
  readonly name: string;
  /** Absolute. */
  readonly place: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Undefined: left alone. */
  readonly now: string | undefined;
}

/** Each file once, also where two plans include it. */
async function formatAll(plans: readonly OpenedPlan[], context: Context): Promise<readonly FormattedFile[]> {
  const byPlace = new Map<string, FormattedFile>();
  for (const { loaded, folder } of plans) {
    for (const { path, name, text } of loaded.files) {
      const place = context.resolve(folder.path, path);
      const read = folder.files.read(path);
      if (byPlace.has(place) || read.is !== 'bytes') continue;
      byPlace.set(place, { name, place, bytes: read.bytes, text, now: text === '' ? undefined : await formatYaml(text) });
    }
  }
  return [...byPlace.values()];
}

async function formatStdin(call: Call, context: Context): Promise<ExitCode> {
  const language = spokenLanguage(call, context);
  const bytes = context.stdin.read();
  const text = new TextDecoder().decode(bytes);
  const now = await formatYaml(text);
  if (now === undefined) throw new CliError(fmtText[language].unreadable('-'), fmtText[language].unreadableHint, EXIT.findings);
  if (call.options.check === true) return now === text ? EXIT.ok : EXIT.findings;
  deliver(withMark(bytes, now), call.settings, language, context);
  return EXIT.ok;
}
