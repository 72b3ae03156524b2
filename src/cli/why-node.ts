import { formatsFor } from '../formats/index.ts';
import { nearName } from '../model/near-name.ts';
import type { Plan } from '../model/plan.ts';
import type { GoalTree } from '../model/subgoal.ts';
import { whyReport } from '../reports/why-report.ts';
import { cliText } from '../text/cli-text.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { decomposeForTree } from './decompose-plan.ts';
import { CliError, EXIT, type ExitCode } from './exit.ts';
import { openPlan, spokenLanguage } from './open-plan.ts';
import { chooseFormat } from './output.ts';
import { printReport } from './print-report.ts';
import { isSound } from './sound-plan.ts';

/** `salesplan why NODE`: the derivation of one number, from the goal down. The last operand is the node, one before it the plan. */
export async function runWhy(call: Call, context: Context): Promise<ExitCode> {
  const spoken = spokenLanguage(call, context);
  const format = chooseFormat(call.settings.format, formatsFor('why'), spoken);
  const [first, second, excess] = call.operands;
  if (excess !== undefined) throw new CliError(cliText[spoken].tooManyOperands(excess), cliText[spoken].seeHelp);
  const node = second ?? first;
  if (node === undefined) throw new CliError(cliText[spoken].noNode, 'salesplan decompose --format csv');
  const opened = await openPlan(second === undefined ? undefined : first, call, context);
  const { plan } = opened.loaded;
  const decomposed = await decomposeForTree(opened, context);
  if (!(await isSound(opened, decomposed, 'why', call, context)) || !plan) return EXIT.findings;
  const trees = decomposed.goals.flatMap((goal) => goal.tree ?? []);
  const tree = treeWith(trees, node, opened.language, plan);
  const places = await opened.loaded.places();
  const report = whyReport({
    plan,
    display: opened.display,
    tree,
    node,
    language: opened.language,
    facts: decomposed.actuals?.facts,
    placeOf: (path) => places({ in: 'plan', path, at: 'key' }),
  });
  await printReport(report, format, opened.language, call, context);
  return EXIT.ok;
}

function treeWith(trees: readonly GoalTree[], node: string, language: 'en' | 'zh', plan: Plan): GoalTree {
  const tree = trees.find((each) => each.nodes.some(({ id }) => id === node));
  if (tree) return tree;
  const near = nearName(
    node,
    trees.flatMap((each) => each.nodes.map(({ id }) => id)),
  );
  const text = cliText[language];
  throw new CliError(text.unknownNode(node), near ? text.didYouMean([near]) : text.goals([...plan.goals.keys()]));
}
