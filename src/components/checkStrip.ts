import type {CheckedFile} from "../../loaders/checkFile/messages.ts";
import {fileSize, recognisedAs, rowsRead, savedAt} from "../sentences/checkSentences.js";
import type {CheckItem} from "../views/checkItems.js";
import {countPlaces} from "../sentences/checkSentences.js";
import {kindIcon} from "./checkMark.js";
import {element, svgElement} from "./element.js";
import {verdictIcon} from "./verdictMark.js";
import {STAGE_WORDS} from "./words.js";

/** What is known of a file before it is read. */
export interface DroppedFile {
  name: string;
  size: number;
  lastModified: number;
}

/**
 * The strip under the title: the file, what it was recognised as, stage, rows read = accepted + refused, and how many places are to
 * be mended or looked at. Without a result only the file.
 */
export function checkStrip(file: DroppedFile, result: CheckedFile | null, items: readonly CheckItem[]): HTMLElement {
  const {name, size, lastModified} = file;
  const facts = [
    fileSize(size),
    ...(result === null || result.sheets.length === 0 ? [] : [`${result.sheets.length} trang`]),
    savedAt(new Date(lastModified))
  ];
  const own = element(
    "div",
    {class: "check-file"},
    fileIcon(),
    element("div", {}, element("p", {class: "check-file-name"}, name), element("p", {class: "note"}, facts.join(" · ")))
  );
  const parts = element("div", {class: "check-strip-parts"}, own);
  const node = element("div", {class: "check-strip"}, parts);
  if (result === null || result.refusal !== null) return node;
  const simulated = result.isSimulated ? element("span", {class: "simulated"}, "mô phỏng") : null;
  parts.append(fact("Nhận ra", recognisedAs(result), simulated));
  if (result.sheets.some(({forms}) => forms.length > 0))
    parts.append(fact("Giai đoạn", STAGE_WORDS[result.stage]), fact("Dòng đọc được", rowsRead(result)));
  parts.append(count("fix", "Phải sửa"), count("review", "Nên xem lại"));
  return node;

  function count(kind: "fix" | "review", label: string): HTMLElement {
    const isNone = items.every((item) => item.kind !== kind);
    const words = countPlaces(items, kind);
    const mark = isNone
      ? element("span", {class: "check-count is-none"}, kind === "fix" ? verdictIcon("dat") : null, "không có")
      : element("span", {class: `check-count is-${kind}`}, kindIcon(kind), words);
    return fact(label, mark);
  }
}

function fact(label: string, value: string | Node, after: Node | null = null): HTMLElement {
  return element(
    "div",
    {class: "check-fact"},
    element("p", {class: "check-label"}, label),
    element("p", {class: "check-value"}, value, after === null ? null : " ", after)
  );
}

function fileIcon(): SVGSVGElement {
  const line = {fill: "none", stroke: "currentColor", "stroke-width": 1.2, "stroke-linejoin": "round"};
  return svgElement(
    "svg",
    {width: 28, height: 32, viewBox: "0 0 28 32", class: "check-file-icon", "aria-hidden": "true"},
    svgElement("path", {d: "M1 1h18l8 8v22H1zM19 1v8h8", ...line}),
    svgElement("path", {d: "M7 15h14M7 20h14M7 25h14M11.5 12v16M16.5 12v16", ...line})
  );
}
