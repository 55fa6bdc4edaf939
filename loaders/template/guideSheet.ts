import {columnLetter} from "../read/cellAddress.ts";
import type {PlannedSheet} from "../write/plannedSheet.ts";
import {SheetBuilder} from "../write/sheetBuilder.ts";
import {fieldWords} from "./fieldWords.ts";
import {LINE_HEIGHT, type TemplateLook} from "./looks.ts";
import type {TemplateFill} from "./templateFill.ts";
import type {TemplateForm} from "./templateForms.ts";
import {markOf} from "./titleRows.ts";

const WIDTHS = [6, 29, 13, 58, 42, 22];
/** Characters that fit in the merged text column, and the height of a line in points. */
const TEXT_WIDTH = 150;
const LINE = 15;

const NEEDS = {must: "Bắt buộc", should: "Cần", may: "Nếu có"} as const;

/** A table of the workbook as it stands: the form and the titles of its columns. */
export interface ExplainedSheet {
  form: TemplateForm;
  columns: readonly string[];
}

/** The sheet Hướng dẫn: how to fill in, what each column takes, who is outside the norm, the deadlines and where to send it. */
export function guideSheet(fill: TemplateFill, tables: readonly ExplainedSheet[]): PlannedSheet<TemplateLook> {
  const sheet = new SheetBuilder<TemplateLook>(WIDTHS);
  const line = (text: string, style: TemplateLook, height = 20): number =>
    sheet.addMerged([{left: 1, right: WIDTHS.length, text, style}], height);
  line("HƯỚNG DẪN ĐIỀN BIỂU", "title", 24);
  line(whose(fill), "place");
  const mark = markOf(fill);
  if (mark !== null) line(mark, "mark");
  sheet.skip();
  steps(fill).forEach((text, index) => addStep(sheet, `${index + 1}.`, text));
  if (fill.deadlines.length > 0) {
    sheet.skip();
    line(`Thời hạn năm ${fill.year}`, "section");
    for (const {title, when, source} of fill.deadlines) addStep(sheet, "-", `${title}: ${when} (${source}).`);
  }
  for (const {form, columns} of tables) addFields(sheet, form, columns);
  return sheet.build("Hướng dẫn");
}

function whose({owner, year}: TemplateFill): string {
  if (owner === null) return `Biểu trống, năm ${year}`;
  const place = owner.level === "province" ? `Đơn vị do ${owner.title} quản lý` : `${owner.title}, ${owner.province}`;
  return `${place}, năm ${year}`;
}

function steps({owner, units, unitYears, excluded, sendTo}: TemplateFill): string[] {
  const list =
    owner === null
      ? "Ghi tên xã, phường ở trang Thông tin chung; mỗi đơn vị một dòng dưới đúng dòng nhóm ở trang Danh sách đơn vị."
      : units.length === 0
        ? "Chưa có danh sách của năm trước: ghi mỗi đơn vị một dòng dưới đúng dòng nhóm ở trang Danh sách đơn vị."
        : unitYears.length === 0
          ? "Chưa có danh sách của năm trước, biểu chỉ có sẵn dòng của xã, phường: ghi mỗi đơn vị một dòng dưới đúng dòng nhóm ở trang Danh sách đơn vị."
          : `Trang Danh sách đơn vị có sẵn ${units.length} đơn vị theo danh sách năm ${unitYears.join(", ")}. Đơn vị mới ghi vào dòng trống của nhóm (chèn thêm dòng nếu thiếu); đơn vị không còn thì xóa cả dòng; tên giữ như cũ để nối được số liệu các năm.`;
  return [
    list,
    "Điền ô nền vàng: vàng đậm cần để tính chỉ tiêu, vàng nhạt ghi nếu có. Ô trắng đã ghi sẵn, sai thì sửa; ô xám không phải điền.",
    "Ô có mũi tên thì chọn trong danh sách thả xuống. Ngày ghi dạng dd/mm/yyyy. Số ghi liền, không có dấu ngăn hàng nghìn.",
    "Chưa có kết quả thì để trống: ô trống là chưa rõ, không phải 0, không phải Chưa đạt. Muốn ghi không có thì ghi 0 hoặc Không.",
    "Cột đánh dấu ghi x. Khi một cột đã có dấu x, ô trống của Đăng ký, Đăng ký khen thưởng và Nhân rộng toàn tỉnh là không.",
    `${excluded} Đơn vị ngoài diện vẫn giữ trong danh sách, chọn lý do ở cột Diện loại trừ, không phải điền kết quả.`,
    "Trang Thông tin chung: để Sơ bộ khi số liệu còn có thể đổi, chọn Chính thức khi đã chốt.",
    `Kiểm tra tệp ở trang “Kiểm tra tệp” của bảng theo dõi trước khi gửi. Gửi về: ${sendTo}.`
  ];
}

/** A numbered paragraph over all columns; merged cells do not grow by themselves. */
function addStep(sheet: SheetBuilder<TemplateLook>, mark: string, text: string): void {
  const lines = Math.max(1, Math.ceil(text.length / TEXT_WIDTH));
  sheet.addMerged(
    [
      {left: 1, right: 1, text: mark, style: "step"},
      {left: 2, right: WIDTHS.length, text, style: "step"}
    ],
    lines * LINE + 4
  );
}

function addFields(
  sheet: SheetBuilder<TemplateLook>,
  {title, purpose, fields}: TemplateForm,
  columns: readonly string[]
): void {
  sheet.skip();
  sheet.addMerged([{left: 1, right: WIDTHS.length, text: `Trang ${title}. ${purpose}`, style: "section"}], 20);
  sheet.addLine(["Cột", "Tên cột", "Mức cần", "Ghi gì", "Dạng, từ được chọn", "Ví dụ"], "head", 20);
  columns.forEach((column, index) => {
    const field = fields.find((one) => one.title === column);
    if (field === undefined) return;
    const {need, meaning, example} = field;
    const sample = need === "may" ? "sampleOptional" : "sampleNeeded";
    sheet.addWrapped(
      [
        {column: 1, value: columnLetter(index + 1), style: "cellCentre"},
        {column: 2, value: column, style: "cellBold"},
        {column: 3, value: NEEDS[need], style: field.type === "ordinal" ? "cell" : sample},
        {column: 4, value: meaning, style: "cell"},
        {column: 5, value: fieldWords(field), style: "cell"},
        {column: 6, value: example === "" ? null : example, style: "cell"}
      ],
      LINE_HEIGHT
    );
  });
}
