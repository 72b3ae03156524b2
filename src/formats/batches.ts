import type { Batch, RecordStream } from '../model/report.ts';

/** A part of every row of a batch: the same text, or one text for each row. */
export type Piece = string | readonly string[];

/** How much text is put together before it goes on. */
const CHUNK = 65_536;

/** Text of many rows, chunk by chunk: `pieces` puts together once for a batch what its rows are made of. */
export function* chunksOf({ batches }: RecordStream, head: string, pieces: (batch: Batch, row: RowPieces) => void): Iterable<string> {
  let text = head;
  const addOnce: RowPieces = (piece) => {
    text += typeof piece === 'string' ? piece : (piece[0] ?? '');
  };
  for (const batch of batches) {
    if (batch.count === 1) pieces(batch, addOnce);
    else {
      const row = rowOf(batch, pieces);
      for (let at = 0; at < batch.count; at++) {
        for (const piece of row) text += typeof piece === 'string' ? piece : (piece[at] ?? '');
        if (text.length < CHUNK) continue;
        yield text;
        text = '';
      }
    }
    if (text.length < CHUNK) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** Takes what comes next in a row. */
export type RowPieces = (piece: Piece) => void;

/** What the rows of a batch are made of: neighbours that are the same in every row become one. */
function rowOf(batch: Batch, pieces: (batch: Batch, row: RowPieces) => void): readonly Piece[] {
  const row: Piece[] = [];
  let same: string[] = [];
  pieces(batch, (piece) => {
    if (typeof piece === 'string') {
      same.push(piece);
      return;
    }
    addSame(row, same);
    same = [];
    row.push(piece);
  });
  addSame(row, same);
  return row;
}

/** Joined at once: text that was added up bit by bit would be put together again in each row. */
function addSame(row: Piece[], same: readonly string[]): void {
  if (same.length === 0) return;
  const text = same.join('');
  const last = row.at(-1);
  const together = typeof last === 'object' ? withTail(last, text) : undefined;
  if (together) row[row.length - 1] = together;
  else row.push(text);
}

/** What came last after texts that come again. */
interface Tail {
  text: string | undefined;
  together: readonly string[] | undefined;
}

const tails = new WeakMap<readonly string[], Tail>();

/** Texts that come again with what follows them, once it was the same twice in a row. */
function withTail(values: readonly string[], text: string): readonly string[] | undefined {
  const tail = tails.get(values);
  if (!tail) return undefined;
  if (tail.text !== text) Object.assign(tail, { text, together: undefined });
  else tail.together ??= values.map((value) => [value, text].join(''));
  return tail.together;
}

/** Turns arrays that come again into text once. */
export function remembering<Value>(dress: (value: Value) => string): (values: readonly Value[]) => readonly string[] {
  const known = new WeakMap<readonly Value[], readonly string[]>();
  return (values) => {
    const found = known.get(values);
    if (found) return found;
    const texts = values.map(dress);
    known.set(values, texts);
    tails.set(texts, { text: undefined, together: undefined });
    return texts;
  };
}
