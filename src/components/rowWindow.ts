/** Rows that stand above and below what is seen, so that scrolling does not show an edge. */
const BEYOND = 20;
/** Rows are fetched in pieces of this many. */
const PIECE = 100;

/** Which rows of a long list are drawn: from `first`, up to but not including `end`. */
export interface RowWindow {
  first: number;
  end: number;
}

/** The rows to draw of `count` rows of one height, scrolled down by `top` in a view `height` high. */
export function rowWindow(
  count: number,
  {rowHeight, top, height}: {rowHeight: number; top: number; height: number}
): RowWindow {
  const first = Math.min(Math.max(0, Math.floor(top / rowHeight) - BEYOND), count);
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + BEYOND);
  return {first, end: Math.max(first, end)};
}

/** Pieces that hold the rows of a window, by their first rows. */
export function piecesOf({first, end}: RowWindow): number[] {
  const pieces: number[] = [];
  for (let piece = Math.floor(first / PIECE) * PIECE; piece < end; piece += PIECE) pieces.push(piece);
  return pieces;
}

/** Rows of a list that are fetched when they are first seen. */
export class FetchedRows<T> {
  readonly #pieces = new Map<number, readonly T[]>();
  readonly #underWay = new Set<number>();
  readonly #fetch: (first: number, count: number) => Promise<readonly T[]>;

  constructor(first: readonly T[], fetch: (first: number, count: number) => Promise<readonly T[]>) {
    this.#fetch = fetch;
    for (let piece = 0; piece < first.length; piece += PIECE)
      this.#pieces.set(piece, first.slice(piece, piece + PIECE));
  }

  /** The row at a place, if it is there. */
  at(index: number): T | undefined {
    const piece = Math.floor(index / PIECE) * PIECE;
    return this.#pieces.get(piece)?.[index - piece];
  }

  /** Fetches what of the window is not there, then calls `onFetched`. True if all of it is there already. */
  ensure(window: RowWindow, onFetched: () => void): boolean {
    const wanted = piecesOf(window).filter((piece) => !this.#pieces.has(piece));
    for (const piece of wanted) {
      if (this.#underWay.has(piece)) continue;
      this.#underWay.add(piece);
      this.#fetch(piece, PIECE).then(
        (rows) => {
          this.#underWay.delete(piece);
          this.#pieces.set(piece, rows);
          onFetched();
        },
        () => this.#underWay.delete(piece)
      );
    }
    return wanted.length === 0;
  }
}
