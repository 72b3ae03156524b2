import type { Batch, RecordStream } from '../model/report.ts';

/** A part of every row of a batch: the same text, or one text for each row. */
export type Piece = string | readonly string[];

/** How much text is put together before it goes on. */
const CHUNK = 65_536;

/** Text of many rows, chunk by chunk: `pieces` puts together once for a batch what its rows are made of. */
export function* chunksOf({ batches }: RecordStream, head: string, pieces: (batch: Batch, row: RowPieces) => void): Iterable<string> {
  let text = head;
  for (const batch of batches) {
    const row: Piece[] = [];
    pieces(batch, piecesInto(row));
    for (let at = 0; at < batch.count; at++) {
      for (const piece of row) text += typeof piece === 'string' ? piece : (piece[at] ?? '');
      if (text.length < CHUNK) continue;
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}

/** Takes what comes next in a row. */
export type RowPieces = (piece: Piece) => void;

/** Neighbours that are the same in every row become one. */
function piecesInto(row: Piece[]): RowPieces {
  return (piece) => {
    const last = row.length - 1;
    const before = row[last];
    if (typeof piece === 'string' && typeof before === 'string') row[last] = before + piece;
    else row.push(piece);
  };
}

/** Turns arrays that come again into text once. */
export function remembering<Value>(dress: (value: Value) => string): (values: readonly Value[]) => readonly string[] {
  const known = new WeakMap<readonly Value[], readonly string[]>();
  return (values) => {
    const found = known.get(values);
    if (found) return found;
    const texts = values.map(dress);
    known.set(values, texts);
    return texts;
  };
}
