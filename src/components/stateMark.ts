import {DUTY_STATE_WORDS, type DutyState} from "../views/dutyStates.js";
import {element, svgElement} from "./element.js";
import {verdictIcon} from "./verdictMark.js";

/** What became of a received file, in words; "thay": accepted, and since replaced as a whole. */
export const FILE_STATUS_WORDS: Readonly<Record<string, string>> = {
  accepted: "Nhận",
  partly_accepted: "Nhận một phần",
  rejected: "Từ chối",
  duplicate: "Trùng tệp",
  withdrawn: "Đã rút",
  thay: "Đã thay"
};

const line = {stroke: "currentColor", "stroke-width": 1.6, "stroke-linecap": "round", "stroke-linejoin": "round"};

/** How a duty stands, as icon, word and colour: the deadline is the target. */
export function dutyMark(state: DutyState, {size = 13, words}: {size?: number; words?: string} = {}): HTMLElement {
  return element("span", {class: `verdict state-${state}`}, dutyIcon(state, size), words ?? DUTY_STATE_WORDS[state]);
}

/** The icon alone, hidden from assistive technology: put its word beside it. */
export function dutyIcon(state: DutyState, size = 13): SVGSVGElement {
  switch (state) {
    case "dung_han":
      return verdictIcon("dat", {size});
    case "tre":
      return icon(
        size,
        svgElement("circle", {cx: 7, cy: 7, r: 6.2, ...line}),
        svgElement("path", {d: "M7 3.4V7l2.6 1.8", ...line})
      );
    case "da_nop":
      return icon(size, svgElement("path", {d: "M2 7.4 5.6 11 12 3.4", ...line}));
    case "chua_nop":
    case "chua_thay":
      return verdictIcon("thieu_so_lieu", {size});
    case "chua_den_han":
      return icon(size, svgElement("circle", {cx: 7, cy: 7, r: 6.2, ...line}));
    case "khong_theo_doi":
      return verdictIcon("khong_ap_dung", {size});
  }
}

/** What became of a file, as icon, word and colour. */
export function fileMark(status: string): HTMLElement {
  const words = FILE_STATUS_WORDS[status] ?? status;
  const [verdict, shape] =
    status === "accepted"
      ? (["dat", "dat"] as const)
      : status === "partly_accepted"
        ? (["chua_ket_luan", "chua_ket_luan"] as const)
        : status === "rejected"
          ? (["chua_dat", "chua_dat"] as const)
          : (["khong_ap_dung", "khong_ap_dung"] as const);
  return element("span", {class: `verdict verdict-${verdict}`}, verdictIcon(shape, {size: 12}), words);
}

/** Severities of an issue: the heaviest two must be mended, the third is worth a look. */
export const SEVERITY_ORDER = ["row_error", "value_error", "warning", "info"] as const;
export type SeverityCode = (typeof SEVERITY_ORDER)[number];

export const SEVERITY_WORDS: Readonly<Record<SeverityCode, string>> = {
  row_error: "Dòng không nạp được",
  value_error: "Giá trị không đọc được",
  warning: "Nên xem lại",
  info: "Ghi chú"
};

/** How much an issue weighs, as icon, word and colour. */
export function severityMark(severity: SeverityCode, {word = true}: {word?: boolean} = {}): HTMLElement {
  const kind = {row_error: "is-error", value_error: "is-error", warning: "is-warning", info: "is-note"}[severity];
  const words = word ? SEVERITY_WORDS[severity] : element("span", {class: "visually-hidden"}, SEVERITY_WORDS[severity]);
  return element("span", {class: `verdict severity ${kind}`}, severityIcon(severity), words);
}

function severityIcon(severity: SeverityCode): SVGSVGElement {
  if (severity === "row_error") return verdictIcon("chua_dat", {size: 12});
  if (severity === "value_error")
    return icon(
      12,
      svgElement("path", {d: "M1 2h12L7 12.6z", ...line}),
      svgElement("path", {d: "M7 4.6v2.6", ...line})
    );
  if (severity === "warning")
    return icon(
      12,
      svgElement("circle", {cx: 7, cy: 7, r: 6.2, ...line}),
      svgElement("path", {d: "M7 3.8v3.6M7 10v.1", ...line})
    );
  return verdictIcon("khong_ap_dung", {size: 12});
}

function icon(size: number, ...shapes: SVGElement[]): SVGSVGElement {
  return svgElement(
    "svg",
    {width: size, height: size, viewBox: "0 0 14 14", fill: "none", "aria-hidden": "true", class: "verdict-icon"},
    ...shapes
  );
}
