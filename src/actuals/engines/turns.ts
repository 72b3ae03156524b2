import type { EngineFile, Group, GroupSum, RolledUp, RollUp } from './engine.ts';
import { addTo, type ExactSum, exactOf } from './exact-sum.ts';

/**
 * Rolls files up in turns of at most so many bytes (at least one file), and adds the answers up: what an engine keeps of each
 * file until its answer is whole costs it half as much again where there are many gigabytes.
 */
export async function rollUpInTurns(
  question: RollUp,
  mostBytes: number,
  rollUp: (question: RollUp) => Promise<RolledUp>,
): Promise<RolledUp> {
  const answers: RolledUp[] = [];
  for (const files of turnsOf(question.files, mostBytes)) answers.push(await rollUp({ ...question, files }));
  const [first] = answers;
  if (!first || answers.length === 1) return first ?? rollUp(question);
  const own = new Set(question.files.map(({ absolute }) => absolute));
  return {
    groups: addedUp(answers.map(({ groups }) => groups)),
    // Joined files are the same in each turn: what is wrong with them is told once.
    broken: [...first.broken, ...answers.slice(1).flatMap(({ broken }) => broken.filter(({ absolute }) => own.has(absolute)))],
    repeated: first.repeated,
  };
}

/** Files in their order, as many as fit. */
function turnsOf(files: readonly EngineFile[], mostBytes: number): readonly (readonly EngineFile[])[] {
  const turns: EngineFile[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = turns.at(-1);
    bytes += file.bytes;
    if (last && bytes <= mostBytes) last.push(file);
    else {
      turns.push([file]);
      bytes = file.bytes;
    }
  }
  return turns;
}

interface Added {
  readonly keys: Group['keys'];
  readonly sums: readonly (GroupSum & { readonly total: ExactSum })[];
  rows: number;
}

function addedUp(answers: readonly Iterable<Group>[]): readonly Group[] {
  const added = new Map<string, Added>();
  for (const groups of answers) {
    for (const { keys, sums, rows } of groups) {
      const key = JSON.stringify([keys, sums.map(({ odd, isEmpty }) => (isEmpty ? true : odd))]);
      const before = added.get(key);
      if (before) {
        before.rows += rows;
        before.sums.forEach(({ total }, index) => void addTo(total, exactOf(sums[index]?.total ?? '0')));
      } else added.set(key, { keys, sums: sums.map((sum) => ({ ...sum, total: { ...exactOf(sum.total) } })), rows });
    }
  }
  return [...added.values()];
}
