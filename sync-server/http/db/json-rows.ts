/** Rows as pieces of a JSON list: large enough that a long answer is not thousands of packets. */
const PIECE_LENGTH = 65_536;

/** @param sentBefore rows already in the list: the first row of all has no comma before it */
export function* jsonRows(rows: readonly unknown[], sentBefore: number): Generator<string> {
  let piece = '';
  for (const [index, row] of rows.entries()) {
    piece += `${sentBefore + index === 0 ? '' : ',\n'}${JSON.stringify(row)}`;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
