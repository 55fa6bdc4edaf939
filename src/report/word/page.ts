/**
 * Page and letters of an administrative document, Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins 20 mm above and below, 30 left, 15
 * right; Times New Roman. Sizes in half-points, lengths in twentieths of a point (twips), as Word counts them.
 */
export const FONT = "Times New Roman";
export const SIZES = {body: 26, table: 23, wideTable: 21, small: 18, note: 24, nation: 26, motto: 27, issuer: 26, recipients: 22} as const;

const MM = 1440 / 25.4;
export const mm = (length: number): number => Math.round(length * MM);

export const MARGINS = {top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10), footer: mm(9)} as const;
/** Width of a line of text, upright and across. */
export const TEXT_WIDTH = {upright: mm(210 - 30 - 15), across: mm(297 - 20 - 20)} as const;
export const INDENT = mm(12.7);

/** Px at 96 to the inch, for drawings. */
export const px = (twips: number): number => Math.round(twips / 15);

/** Names of the paragraph styles of the document. */
export const STYLES = {
  body: "NoiDung",
  part: "Heading1",
  section: "Heading2",
  tableTitle: "TieuDeBang",
  figureTitle: "TieuDeHinh",
  cell: "ODuLieu",
  note: "GhiChu",
  title: "Title",
  subject: "Subtitle",
  plain: "KhongThut"
} as const;

export const GREY = "595959";
export const MARK_COLOUR = "8E1F2F";
