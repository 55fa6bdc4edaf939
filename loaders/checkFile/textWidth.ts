/** Letters that are narrow, and those that are wide, beside the usual one. */
const NARROW = /[\s.,:;'’|()[\]/ijlrtfIí-ïìỉĩị-]/u;
const WIDE = /[\dmwMWÀ-ỸA-HJ-Z%—“”_]/u;

/** Rough width of a text in usual letters, to make a column wide enough before it is drawn. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text.slice(0, 60)) width += NARROW.test(letter) ? 0.6 : WIDE.test(letter) ? 1.28 : 1;
  return width;
}

/** The same in bold. */
export function boldWidth(text: string): number {
  return textWidth(text) * 1.12;
}
