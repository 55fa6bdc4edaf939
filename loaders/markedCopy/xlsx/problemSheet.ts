import {columnLetter} from "../../read/cellAddress.ts";
import type {Workbook} from "../../read/workbook.ts";
import {MARKS} from "../../validate/marks.ts";
import type {Issue} from "../../validate/reading.ts";
import {type Gravity, gravityOf} from "../problems.ts";
import {MARK_COLOURS} from "./markColours.ts";
import type {MarkStyles} from "./patchStyles.ts";
import {heightFor} from "./rowHeight.ts";
import {cellText, escapeXml} from "./xmlPart.ts";

const HEADER_ROW = 5;
const COLUMNS = [
  {title: "Mức", width: 16},
  {title: "Trang", width: 26},
  {title: "Ô", width: 14},
  {title: "Đang ghi", width: 28},
  {title: "Lỗi", width: 62},
  {title: "Cách sửa", width: 62}
] as const;

const GRAVITIES: Readonly<Record<Gravity, string>> = {
  error: MARKS.mustFix,
  warning: MARKS.shouldReview,
  note: "Ghi chú"
};

/**
 * XML of the sheet that lists every problem of the file: those of the file as a whole, which have no row to stand beside, then
 * those of its sheets with a link to the cell, then notes.
 * @param main namespace of worksheets in this file.
 * @param isRewritten true if the copy had to be written anew, with values for formulas.
 */
export function problemSheet(
  issues: readonly Issue[],
  workbook: Workbook,
  styles: MarkStyles,
  {main, isRewritten}: {main: string; isRewritten: boolean}
): string {
  const rows: string[] = [];
  const links: string[] = [];
  const write = (number: number, cells: readonly (readonly [text: string, style: number])[]): void => {
    const xml = cells.map(([text, style], index) => {
      const open = `<c r="${columnLetter(index + 1)}${number}" s="${style}"`;
      if (text === "") return `${open}/>`;
      return `${open} t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
    });
    const texts = number > HEADER_ROW ? cells.map(([text], index) => ({text, width: COLUMNS[index]?.width ?? 0})) : [];
    rows.push(`<row r="${number}" ht="${number === 1 ? 21 : heightFor(texts)}">${xml.join("")}</row>`);
  };
  write(1, [[MARKS.sheetTitle, styles.title]]);
  write(2, [[countSentence(issues), styles.text]]);
  write(3, [[guidance(isRewritten), styles.text]]);
  write(
    HEADER_ROW,
    COLUMNS.map(({title}) => [title, styles.header])
  );
  const style = {error: styles.error, warning: styles.warning, note: styles.text};
  const hidden = new Map(
    workbook.sheets.map((sheet) => [sheet.name, {sheet: sheet.isHidden, rows: new Set(sheet.hiddenRows)}])
  );
  inOrder(issues).forEach((issue, index) => {
    const number = HEADER_ROW + 1 + index;
    const {sheet, cell, row_number: row, raw_value, message, remedy} = issue;
    const about = hidden.get(sheet ?? "");
    const place = cell ?? (row === null || sheet === null ? "" : `dòng ${row}`);
    const isHiddenRow = row !== null && about?.rows.has(row) === true;
    const gravity = gravityOf(issue);
    write(number, [
      [GRAVITIES[gravity], style[gravity]],
      [`${sheet ?? "cả tệp"}${about?.sheet === true ? " (trang ẩn)" : ""}`, styles.text],
      [`${place}${isHiddenRow ? " (dòng ẩn)" : ""}`, styles.text],
      [raw_value ?? "", styles.text],
      [message, styles.text],
      [remedy, styles.text]
    ]);
    const target = cell ?? (row === null ? null : `A${row}`);
    if (about === undefined || target === null) return;
    const location = `'${(sheet ?? "").replaceAll("'", "''")}'!${target}`;
    links.push(`<hyperlink ref="C${number}" location="${escapeXml(location)}"/>`);
  });
  const columns = COLUMNS.map(
    ({width}, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  );
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}">` +
    `<sheetPr><tabColor rgb="${MARK_COLOURS.error.ink}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${HEADER_ROW}" topLeftCell="A${HEADER_ROW + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join("")}</cols><sheetData>${rows.join("")}</sheetData>` +
    `<mergeCells count="2"><mergeCell ref="A2:F2"/><mergeCell ref="A3:F3"/></mergeCells>` +
    (links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`) +
    `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
  );
}

/** "3 chỗ phải sửa, 1 chỗ nên xem lại." */
function countSentence(issues: readonly Issue[]): string {
  const count = (gravity: Gravity): number => issues.filter((issue) => gravityOf(issue) === gravity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  if (errors + warnings === 0) return "Không còn lỗi phải sửa, không còn chỗ nên xem lại.";
  if (errors === 0) return `Không có lỗi phải sửa, ${warnings} chỗ nên xem lại.`;
  return `${errors} chỗ phải sửa${warnings === 0 ? "" : `, ${warnings} chỗ nên xem lại`}.`;
}

function guidance(isRewritten: boolean): string {
  const sentences =
    `Lỗi của từng dòng ghi ở cột “${MARKS.column}” bên phải bảng; ô nền cam phải sửa, ô nền tím nên xem lại. Sửa ngay trong tệp này rồi gửi lại: ` +
    `khi nhận tệp, cột “${MARKS.column}” và trang này không được đọc.`;
  return isRewritten
    ? `${sentences} Tệp gốc kiểu cũ nên bản này chỉ giữ giá trị các ô, không giữ công thức và định dạng.`
    : sentences;
}

function inOrder(issues: readonly Issue[]): Issue[] {
  const of = (isOfFile: boolean): Issue[] =>
    issues.filter((issue) => gravityOf(issue) !== "note" && (issue.row_number === null) === isOfFile);
  return [...of(true), ...of(false), ...issues.filter((issue) => gravityOf(issue) === "note")];
}
