import type {CommuneTrace, TraceIndex, TraceIndicator, TraceUnits} from "../../data/queries/trace/shape.ts";
import {roleWords} from "../../sentences/traceSentences.js";
import {type FigureCell, type FigurePlace, type FigureRow, textFinder} from "../../views/trace/assembleFigure.js";
import {element} from "../element.js";
import {UNIT_GROUP_WORDS} from "../words.js";

/** Rows shown above and below the chosen one. */
const AROUND = 2;
/** Columns shown: name, type, and those that decide. */
const MOST_COLUMNS = 4;

/** The piece of the sheet around a row, the deciding cell outlined, and what was made of each cell. */
export function traceExcerpt(row: FigureRow, indicator: TraceIndicator, index: TraceIndex): HTMLElement {
  const {place, cells} = row;
  const main = cells.findLast(({address, field}) => address !== null && field !== "unit_name") ?? cells.at(-1);
  if (place === null) return element("p", {class: "note"}, `${row.name ?? "Xã, phường"}: chưa có trong tệp nào.`);
  const where =
    main?.address == null ? `Dòng ${place.row} của trang` : `Ô ${main.address}, dòng ${place.row} của trang`;
  return element(
    "section",
    {class: "trace-excerpt"},
    element("h3", {}, where),
    element("p", {class: "note"}, `${place.file.file}, trang ${place.sheet}`),
    element(
      "div",
      {class: "table-scroll", tabindex: 0, role: "region", "aria-label": `Trích trang ${place.sheet}`},
      row.name === null ? cellTable(row, main) : sheetTable(row, place, main, index)
    ),
    element(
      "div",
      {},
      ...cells.filter((cell) => isTold(cell, main)).map((cell) => cellFacts(cell, row, indicator, index))
    )
  );
}

/** The deciding cell, and others that were not read plainly. */
function isTold(cell: FigureCell, main: FigureCell | undefined): boolean {
  return cell === main || (cell.field !== "unit_name" && (cell.rule !== null || cell.text !== cell.value));
}

function sheetTable(row: FigureRow, place: FigurePlace, main: FigureCell | undefined, index: TraceIndex): HTMLElement {
  const {trace, sheetIndex} = place;
  const columns = trace.sheets[sheetIndex]?.columns ?? {};
  const deciding = row.cells.map(({field}) => field).filter((field) => field !== "unit_name" && columns[field]);
  const fields = ["unit_name", ...(columns["unit_type"] ? ["unit_type"] : []), ...deciding]
    .filter((field) => columns[field])
    .slice(0, MOST_COLUMNS)
    .sort((a, b) => byLetter(columns[a]?.[0] ?? "", columns[b]?.[0] ?? ""));
  const near = nearRows(trace.units, sheetIndex, place.row);
  const text = cellText(trace, index);
  return element(
    "table",
    {class: "sheet"},
    element("caption", {class: "visually-hidden"}, `Các dòng quanh dòng ${place.row}`),
    element(
      "thead",
      {},
      element(
        "tr",
        {class: "sheet-letters"},
        element("td", {}),
        ...fields.map((field) =>
          element("th", {scope: "col", class: field === main?.field ? "is-chosen" : null}, columns[field]?.[0] ?? "")
        )
      ),
      element(
        "tr",
        {class: "sheet-heads"},
        element("td", {}),
        ...fields.map((field) => element("td", {}, columns[field]?.[1] ?? ""))
      )
    ),
    element(
      "tbody",
      {},
      ...near.map((i) =>
        element(
          "tr",
          {class: trace.units.row[i] === place.row ? "is-chosen" : null},
          element("th", {scope: "row"}, trace.units.row[i] ?? ""),
          ...fields.map((field) =>
            element(
              "td",
              {class: field === main?.field && trace.units.row[i] === place.row ? "is-cell" : null},
              text(field, i)
            )
          )
        )
      )
    )
  );
}

/** Units of the sheet in the rows around one. */
function nearRows({sheet, row}: TraceUnits, sheetIndex: number, around: number): number[] {
  const own = row.flatMap((_, i) => (sheet[i] === sheetIndex ? [i] : []));
  own.sort((a, b) => (row[a] ?? 0) - (row[b] ?? 0));
  const at = own.findIndex((i) => row[i] === around);
  return own.slice(Math.max(0, at - AROUND), at + AROUND + 1);
}

/** What stands in a cell, as far as it is known. */
function cellText({units}: CommuneTrace, {types}: TraceIndex): (field: string, i: number) => string {
  const texts = textFinder(units);
  return (field, i) => {
    const said = texts(field, i);
    if (said !== undefined) return field === "unit_type" && isFilled(said.rule) ? "" : said.text;
    if (field === "unit_name") return units.name[i] ?? "";
    if (field === "unit_type") return UNIT_GROUP_WORDS[types[units.type[i] ?? -1] as keyof typeof UNIT_GROUP_WORDS];
    return units.values[field]?.[i] ?? "";
  };
}

/** The type was taken from elsewhere: the text is not the cell's. */
function isFilled(rule: string | null): boolean {
  return rule?.startsWith("type_of_") ?? false;
}

function byLetter(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}

/** Rows that are not about one unit: their own cells only. */
function cellTable({cells, place}: FigureRow, main: FigureCell | undefined): HTMLElement {
  const columns = place?.trace.sheets[place.sheetIndex]?.columns ?? {};
  return element(
    "table",
    {class: "sheet"},
    element("caption", {class: "visually-hidden"}, `Các ô của dòng ${place?.row ?? ""}`),
    element(
      "thead",
      {},
      element(
        "tr",
        {class: "sheet-letters"},
        element("td", {}),
        ...cells.map(({field}) => element("th", {scope: "col"}, columns[field]?.[0] ?? "?"))
      ),
      element(
        "tr",
        {class: "sheet-heads"},
        element("td", {}),
        ...cells.map(({field}) => element("td", {}, columns[field]?.[1] ?? ""))
      )
    ),
    element(
      "tbody",
      {},
      element(
        "tr",
        {class: "is-chosen"},
        element("th", {scope: "row"}, place?.row ?? ""),
        ...cells.map((cell) => element("td", {class: cell === main ? "is-cell" : null}, cell.text ?? ""))
      )
    )
  );
}

function cellFacts(
  cell: FigureCell,
  {role}: FigureRow,
  indicator: TraceIndicator,
  {fields, rules}: TraceIndex
): HTMLElement {
  const {field, address, text, value, rule} = cell;
  const title = fields[field] ?? fields[field.split(".").at(-1) ?? ""] ?? field;
  const facts: [string, string][] = [
    ["Cột", address === null ? `${title} (trang không có cột này)` : `${title}, ô ${address}`],
    ["Chữ trong ô", text === null || text === "" ? "để trống" : `“${text}”`],
    ["Đọc là", value ?? "không có giá trị"],
    ["Vai trò", roleWords(role === "n" && cell.role !== "n" ? cell.role : role, indicator)],
    ["Quy tắc", ruleWords(rule, text, value, rules)]
  ];
  return element(
    "dl",
    {class: "trace-facts"},
    ...facts.flatMap(([term, words]) => [element("dt", {}, term), element("dd", {}, words)])
  );
}

function ruleWords(
  rule: string | null,
  text: string | null,
  value: string | null,
  rules: Readonly<Record<string, string>>
): string {
  if (rule !== null) return rules[rule] ?? rule;
  if (text === null || text === "")
    return value === null ? "ô trống là chưa có, không phải là không" : "theo ô khác của dòng";
  if (text === value) return "đọc nguyên văn";
  const plain = (said: string): string => said.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
  if (value !== null && plain(text) === plain(value)) return "bỏ khoảng trắng thừa, không phân biệt hoa thường";
  return value === null ? "chữ này nghĩa là chưa có" : `chữ này đọc là “${value}” theo biểu mẫu`;
}
