import {type CellStyle} from "../files/styles.ts";
import {type SheetBuilder} from "../../../loaders/write/sheetBuilder.ts";

/** The mark that no simulated workbook may miss. */
export const SIMULATED_MARK = "Số liệu mô phỏng";

/** What the rows above a table say. */
export interface TitleBlock {
  /** Superior body and body, as "UBND TỈNH THANH HÓA" over "BAN CHỈ ĐẠO 138". */
  superior: string;
  body: string;
  /** "Hạc Thành, ngày 10 tháng 11 năm 2025". */
  placeAndDay: string;
  title: readonly string[];
  /** "(Kèm theo Báo cáo số 214/BC-UBND ngày 10/11/2025 của UBND phường Hạc Thành)"; null to leave out. */
  attachedTo: string | null;
  /** "Số liệu sơ bộ" where the sender writes the stage here. */
  stage: string | null;
}

const NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO = "Độc lập - Tự do - Hạnh phúc";

/** Writes the title block as offices lay it out: sender left, nation and motto right, title, reference, mark. */
export function addTitleBlock(sheet: SheetBuilder<CellStyle>, block: TitleBlock): void {
  const half = Math.max(1, Math.floor(sheet.width / 2));
  const left = {left: 1, right: half};
  const right = {left: half + 1, right: sheet.width};
  const across = {left: 1, right: sheet.width};
  sheet.addMerged([
    {...left, text: block.superior, style: "sender"},
    {...right, text: NATION, style: "motto"}
  ]);
  sheet.addMerged([
    {...left, text: block.body, style: "senderBold"},
    {...right, text: MOTTO, style: "motto"}
  ]);
  sheet.addMerged([{...right, text: block.placeAndDay, style: "note"}]);
  for (const text of block.title) sheet.addMerged([{...across, text, style: "title"}], 21);
  if (block.attachedTo !== null) sheet.addMerged([{...across, text: block.attachedTo, style: "note"}]);
  if (block.stage !== null) sheet.addMerged([{...across, text: block.stage, style: "note"}]);
  sheet.addMerged([{...across, text: SIMULATED_MARK, style: "mark"}]);
}

/** Writes the signatures under a table; no person is named. */
export function addSignatures(
  sheet: SheetBuilder<CellStyle>,
  {office, signer}: {office: string; signer: string}
): void {
  const half = Math.max(1, Math.floor(sheet.width / 2));
  const right = {left: half + 1, right: sheet.width};
  const first = {left: 1, right: Math.min(3, half)};
  sheet.skip();
  sheet.addMerged([
    {...first, text: "Nơi nhận:", style: "plain"},
    {...right, text: office, style: "signature"}
  ]);
  sheet.addMerged([
    {...first, text: "- Như trên;", style: "plain"},
    {...right, text: signer, style: "signature"}
  ]);
  sheet.addMerged([
    {...first, text: "- Lưu: VT.", style: "plain"},
    {...right, text: "(Đã ký)", style: "note"}
  ]);
}
