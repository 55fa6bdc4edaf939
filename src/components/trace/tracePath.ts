import type {TraceFile, TraceIndex} from "../../data/queries/trace/shape.ts";
import {countWords} from "../../sentences/traceSentences.js";
import type {FigureRow} from "../../views/trace/assembleFigure.js";
import {type Child, element} from "../element.js";
import {formatCount, formatDate} from "../format.js";
import {STAGE_WORDS} from "../words.js";
import type {TraceHeading} from "./traceHeading.js";

/** From file to number: files with day, what they replaced and hash; sheets; what was left out; what was counted. */
export function tracePath(
  rows: readonly FigureRow[],
  {indicator, assembled}: TraceHeading,
  index: TraceIndex
): HTMLElement {
  const files = new Map<TraceFile, Map<string, number>>();
  for (const {place} of rows) {
    if (place === null) continue;
    const sheets = files.get(place.file) ?? new Map<string, number>();
    files.set(place.file, sheets.set(place.sheet, (sheets.get(place.sheet) ?? 0) + 1));
  }
  const silent = rows.filter(({role, place}) => role === "v" && place === null).length;
  const step = (title: string, ...content: Child[]): HTMLElement =>
    element("li", {}, element("strong", {}, title), element("div", {}, ...content));
  const sheetLines = [...files].flatMap(([, sheets]) =>
    [...sheets].map(([name, count]) => element("p", {}, `${name}: ${formatCount(count)} dòng dùng cho số này`))
  );
  return element(
    "section",
    {class: "trace-path"},
    element("h3", {}, "Từ tệp đến con số"),
    element(
      "ol",
      {},
      step("Tệp", ...(files.size === 0 ? ["chưa có tệp nào"] : [...files.keys()].map(fileLines))),
      sheetLines.length > 0 ? step("Trang", ...sheetLines) : null,
      step("Lọc", filterWords(rows, assembled?.excluded ?? {}, index)),
      step(
        "Đếm",
        element(
          "p",
          {},
          countWords(
            rows.map(({role}) => role),
            indicator
          )
        ),
        assembled && assembled.counted > 0
          ? element(
              "p",
              {},
              `${formatCount(assembled.counted)} đơn vị chưa nộp, chỉ biết số lượng theo biểu tổng hợp lần trước`
            )
          : null,
        silent > 0 ? element("p", {}, `${formatCount(silent)} chưa có trong tệp nào`) : null,
        element("p", {class: "note"}, `Công thức: ${indicator.formula}`)
      )
    )
  );
}

function fileLines(file: TraceFile): HTMLElement {
  const {received_date: day, replaces, sha256, stage, rows_read: read, rows_rejected: rejected} = file;
  const old = replaces.map(
    ({file: name, received_date: then}) => `${shortName(name)} (${then === null ? "không rõ ngày" : formatDate(then)})`
  );
  const facts = [
    day === null ? "không rõ ngày nhận" : `nhận ${formatDate(day)}`,
    STAGE_WORDS[stage as keyof typeof STAGE_WORDS].toLowerCase(),
    `${formatCount(read)} dòng đọc${rejected > 0 ? `, ${formatCount(rejected)} không nạp` : ""}`
  ];
  return element(
    "div",
    {class: "trace-file"},
    element("p", {class: "trace-file-name", title: file.file}, file.file),
    element("p", {}, facts.join(", ")),
    old.length > 0 ? element("p", {}, `thay ${old.join("; ")}`) : null,
    element("p", {class: "trace-hash", title: sha256}, `sha256 ${sha256.slice(0, 8)} … ${sha256.slice(-4)}`)
  );
}

function shortName(path: string): string {
  return path.split("/").at(-1) ?? path;
}

function filterWords(
  rows: readonly FigureRow[],
  excluded: Readonly<Record<string, number>>,
  {types}: TraceIndex
): string {
  const out = Object.entries(excluded);
  const outside = out.reduce((sum, [, count]) => sum + count, 0);
  const inside = rows.filter(({role}) => role !== "v").length;
  const kept = `${formatCount(inside)} dòng trong phạm vi`;
  if (outside === 0) return types.length > 0 ? kept : "";
  const reasons = out.map(([reason, count]) => `${reason.toLowerCase()} ${formatCount(count)}`).join(", ");
  return `${kept}, ${formatCount(outside)} ngoài diện Thông tư 124 (${reasons})`;
}
