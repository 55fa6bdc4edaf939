/** Letters of a proportional font against the digits that widths of columns are counted in. */
const LETTER = 0.92;
const BOLD_LETTER = 1.1;

/** Lines that a text takes in a cell `width` characters wide, words kept whole. */
export function wrappedLines(text: string, width: number, {isBold = false}: {isBold?: boolean} = {}): number {
  const room = width / (isBold ? BOLD_LETTER : LETTER);
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= room || used === 0) used = needed;
    else {
      lines++;
      used = word.length;
    }
    while (used > room) {
      lines++;
      used -= Math.floor(room);
    }
  }
  return lines;
}
