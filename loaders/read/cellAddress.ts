/** Rows and columns of an .xlsx worksheet: ISO/IEC 29500 sets no bound, Excel does. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
/** Characters a cell can hold in Excel. */
export const MAX_TEXT = 32_767;

/** Letters of a column counted from 1: 1 is "A", 28 is "AB". */
export function columnLetter(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Address as Excel shows it: (12, 28) is "AB12". */
export function cellAddress(row: number, column: number): string {
  return `${columnLetter(column)}${row}`;
}

/**
 * Row and column of "AB12" (also "$AB$12"), packed as row × 16,384 + (column − 1) so that reading a cell makes no object;
 * −1 if the text is no address or lies outside the sheet. Take apart with `rowOf` and `columnOf`.
 */
export function parseAddress(address: string): number {
  let i = 0;
  let column = 0;
  let row = 0;
  if (address.charCodeAt(0) === 36) i++;
  const lettersFrom = i;
  for (; i < address.length; i++) {
    const letter = address.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > MAX_COLUMNS) return -1;
  }
  if (i === lettersFrom) return -1;
  if (address.charCodeAt(i) === 36) i++;
  const digitsFrom = i;
  for (; i < address.length; i++) {
    const digit = address.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    row = row * 10 + digit;
    if (row > MAX_ROWS) return -1;
  }
  if (i === digitsFrom || row === 0) return -1;
  return row * MAX_COLUMNS + column - 1;
}

/** Row, counted from 1, of a packed address. */
export function rowOf(packed: number): number {
  return Math.floor(packed / MAX_COLUMNS);
}

/** Column, counted from 1, of a packed address. */
export function columnOf(packed: number): number {
  return (packed % MAX_COLUMNS) + 1;
}
