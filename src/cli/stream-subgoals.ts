import { type Growth, growGoals } from '../decompose/index.ts';
import { FORMATS } from '../formats/index.ts';
import type { GoalResult } from '../model/decomposed.ts';
import { subgoalsReport, type Wanted } from '../reports/subgoals-report.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { readInputs } from './decompose-plan.ts';
import { deliverChunks } from './deliver-chunks.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { OpenedPlan } from './open-plan.ts';
import { progressLine } from './progress-line.ts';
import { chosenGoals, isSound } from './sound-plan.ts';

/**
 * `decompose --format csv|jsonl`: every node as it is made. The trees are walked twice, once for what is wrong with them and
 * once for the rows: a plan with errors prints nothing, and none of the nodes is kept.
 */
export async function streamSubgoals(
  format: string,
  goal: string | undefined,
  wanted: Wanted,
  opened: OpenedPlan,
  call: Call,
  context: Context,
): Promise<ExitCode> {
  const { plan } = opened.loaded;
  const read = plan && (await readInputs(plan, opened, context));
  const growths = plan && read ? growGoals(plan, read.inputs) : [];
  const sizes = new Map(growths.map((growth) => [growth.goal, growth.count()]));
  const goals = growths.map((growth): GoalResult => ({ goal: growth.goal.id, tree: undefined, problems: growth.problems }));
  const decomposed = { goals, problems: read?.problems ?? [], actuals: read?.actuals };
  if (!(await isSound(opened, decomposed, 'decompose', call, context)) || !plan) return EXIT.findings;
  const chosen = chosenGoals(plan, goal, opened).flatMap((each) => growths.find((growth) => growth.goal === each) ?? []);
  const rows = chosen.reduce((sum, growth) => sum + (sizes.get(growth.goal) ?? 0), 0);
  const progress = progressLine(call.settings.isQuiet, context);
  const { stream } = subgoalsReport(
    plan.name,
    watched(chosen, (done) => progress.part(done, rows)),
    wanted,
  );
  const chunks = (await FORMATS[format]?.())?.chunks;
  if (chunks && stream) await deliverChunks(chunks(stream), opened.language, call, context);
  progress.end();
  return EXIT.ok;
}

/** The same trees, telling how far they have grown. */
function watched(growths: readonly Growth[], tell: (done: number) => void): readonly Growth[] {
  let done = 0;
  return growths.map((growth) => ({
    ...growth,
    *runs() {
      for (const run of growth.runs()) {
        yield run;
        done += run.to - run.from;
        tell(done);
      }
    },
  }));
}
