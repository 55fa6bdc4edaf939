/** Height of a line of text of 11 points. */
export const LINE_HEIGHT = 15;
/** Greatest height of a row in Excel. */
const MAX_HEIGHT = 409;
/** Characters that surely fit where the column's width says one: words wrap whole. */
const FILLED = 0.92;

/** Height in points that shows wrapped texts whole. @param width of the column, in characters. */
export function heightFor(cells: readonly {text: string; width: number}[]): number {
  const lines = cells.map(({text, width}) => {
    return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * FILLED))), 0);
  });
  return Math.min(MAX_HEIGHT, Math.max(1, ...lines) * LINE_HEIGHT);
}
