import type {SheetBuilder} from "../write/sheetBuilder.ts";
import type {TemplateLook} from "./looks.ts";
import type {TemplateFill} from "./templateFill.ts";

/** The mark that no file with simulated units may miss. */
const SIMULATED_MARK = "Số liệu mô phỏng";

/** Whose form it is, over the table: "PHƯỜNG HẠC THÀNH, TỈNH THANH HÓA, NĂM 2026"; dots to be written over in a blank form. */
export function placeLine({owner, year}: Pick<TemplateFill, "owner" | "year">): string {
  if (owner === null) return `XÃ, PHƯỜNG …………………………, NĂM ${year}`;
  if (owner.level === "province") return `DO ${owner.title.toUpperCase()} QUẢN LÝ, NĂM ${year}`;
  return `${owner.title.toUpperCase()}, ${owner.province.toUpperCase()}, NĂM ${year}`;
}

/** "Số liệu mô phỏng" where the units are simulated, else nothing. */
export function markOf({isSimulated}: Pick<TemplateFill, "isSimulated">): string | null {
  return isSimulated ? SIMULATED_MARK : null;
}

/**
 * Writes the rows above a table as offices lay them out: sender left, nation and motto right, title, place and year, a note. Few rows, for
 * they stay in view above the table.
 * @param title first line in capitals.
 * @param across last column of the block: a wide table is not centred over what lies out of sight.
 */
export function addTitleRows(
  sheet: SheetBuilder<TemplateLook>,
  fill: TemplateFill,
  {title, note, across}: {title: string; note: string; across: number}
): void {
  const {owner} = fill;
  const last = Math.min(across, sheet.width);
  const half = Math.max(2, Math.floor(last / 2) - 1);
  const left = {left: 1, right: half};
  const right = {left: half + 1, right: last};
  const whole = {left: 1, right: last};
  const superior = owner === null ? "ỦY BAN NHÂN DÂN …………………………" : `ỦY BAN NHÂN DÂN ${owner.title.toUpperCase()}`;
  sheet.addMerged([
    {...left, text: superior, style: "sender"},
    {...right, text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", style: "senderBold"}
  ]);
  sheet.addMerged([
    {...left, text: "BAN CHỈ ĐẠO 138", style: "senderBold"},
    {...right, text: "Độc lập - Tự do - Hạnh phúc", style: "senderBold"}
  ]);
  sheet.addMerged([{...whole, text: title, style: "title"}], 24);
  sheet.addMerged([{...whole, text: placeLine(fill), style: "place"}], 18);
  const mark = markOf(fill);
  sheet.addMerged(
    [{...whole, text: mark === null ? note : `${mark}. ${note}`, style: mark === null ? "note" : "mark"}],
    18
  );
}

/** Writes where it is dated and signed, under a table; no person is named. */
export function addSignatures(
  sheet: SheetBuilder<TemplateLook>,
  {year}: Pick<TemplateFill, "year">,
  {across}: {across: number}
): void {
  const last = Math.min(across, sheet.width);
  const right = {left: Math.max(2, Math.floor(last / 2)), right: last};
  sheet.skip();
  sheet.addMerged([{...right, text: `……………, ngày …… tháng …… năm ${year}`, style: "note"}]);
  sheet.addMerged([{...right, text: "TM. BAN CHỈ ĐẠO", style: "senderBold"}]);
}
