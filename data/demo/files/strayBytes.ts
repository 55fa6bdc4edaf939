import {strToU8} from "fflate";
import {SheetBuilder} from "../../../loaders/write/sheetBuilder.ts";
import {addHeadRows} from "../sheets/headRows.ts";
import {addTitleBlock, SIMULATED_MARK} from "../sheets/titleBlock.ts";
import {type Reporter} from "../plan/plannedFile.ts";
import {type CellStyle, type DemoSheet} from "./styles.ts";

/** A one-page PDF, as a scanner makes it, that someone named .xlsx. */
export function scannedReport(): Uint8Array {
  const lines = [
    "%PDF-1.4",
    `% ${SIMULATED_MARK}`,
    "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj",
    "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj",
    "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj",
    "trailer <</Root 1 0 R>>",
    "%%EOF"
  ];
  return strToU8(`${lines.join("\n")}\n`);
}

/** A list of guards: a spreadsheet, but none of the forms. */
export function guardList({title, name}: Reporter): DemoSheet {
  const heads = ["STT", "Tổ bảo vệ an ninh, trật tự", "Số thành viên", "Nữ", "Đảng viên", "Trang bị"];
  const sheet = new SheetBuilder<CellStyle>([6, 36, 12, 8, 10, 30]);
  addTitleBlock(sheet, {
    superior: "ỦY BAN NHÂN DÂN",
    body: title.toUpperCase(),
    placeAndDay: `${name}, ngày 05 tháng 11 năm 2025`,
    title: ["LỰC LƯỢNG THAM GIA BẢO VỆ AN NINH, TRẬT TỰ Ở CƠ SỞ"],
    attachedTo: null,
    stage: null
  });
  sheet.skip();
  addHeadRows(
    sheet,
    heads.map((head) => ({head, group: null, flatHead: head})),
    {headRows: 1, hasNumberRow: false}
  );
  for (let team = 1; team <= 9; team += 1)
    sheet.add([
      {column: 1, value: team, style: "centre"},
      {column: 2, value: `Tổ số ${team}`, style: "text"},
      {column: 3, value: 3 + (team % 3), style: "number"},
      {column: 4, value: team % 2, style: "number"},
      {column: 5, value: 1 + (team % 2), style: "number"},
      {column: 6, value: "Gậy, đèn pin, áo phản quang", style: "text"}
    ]);
  return sheet.build("Lực lượng");
}
