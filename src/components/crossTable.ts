import type {CrossCount, CrossResult} from "../data/queries/quality.ts";
import {isOddPair} from "../sentences/qualitySentences.js";
import {element} from "./element.js";
import {rememberTable} from "./export/tableData.js";
import {formatCount} from "./format.js";
import {stateLink} from "./stateLink.js";
import {severityMark} from "./stateMark.js";

const RESULTS: readonly CrossResult[] = ["dat", "chua_dat", "chua_ro"];
const CLASSES: readonly CrossCount["class"][] = ["xuat_sac", "kha", "trung_binh", "yeu", "chua_ro"];

export const RESULT_WORDS: Readonly<Record<CrossResult, string>> = {
  dat: "Đạt",
  chua_dat: "Chưa đạt",
  chua_ro: "Chưa có kết quả"
};
export const CLASS_WORDS: Readonly<Record<CrossCount["class"], string>> = {
  xuat_sac: "Xuất sắc",
  kha: "Khá",
  trung_binh: "Trung bình",
  yeu: "Yếu",
  chua_ro: "Chưa phân loại"
};

/** The name a link gives a cell: "dat-yeu". */
export function cellName({result, class: of}: Pick<CrossCount, "result" | "class">): string {
  return `${result}-${of}`;
}

/** The cell a link names, or null. */
export function cellOfName(name: string | undefined): Pick<CrossCount, "result" | "class"> | null {
  for (const result of RESULTS)
    for (const of of CLASSES) if (name === cellName({result, class: of})) return {result, class: of};
  return null;
}

/** Result against class: how many eligible units stand where. Pairs that contradict themselves are outlined; each count lists its units. */
export function crossTable(
  cross: readonly CrossCount[],
  {caption, chosen}: {caption: string; chosen: string | null}
): HTMLElement {
  const sum = (result: CrossResult | null, of: CrossCount["class"] | null): number =>
    cross.reduce(
      (total, row) =>
        total + ((result === null || row.result === result) && (of === null || row.class === of) ? row.count : 0),
      0
    );
  const cell = (result: CrossResult, of: CrossCount["class"]): HTMLElement => {
    const count = sum(result, of);
    const name = cellName({result, class: of});
    const isOdd = isOddPair({result, class: of});
    const words = `${RESULT_WORDS[result]}, ${CLASS_WORDS[of].toLocaleLowerCase("vi")}: ${formatCount(count)} đơn vị${isOdd ? ", nên xem lại" : ""}`;
    return element(
      "td",
      {class: `num${isOdd ? " is-odd" : ""}${name === chosen ? " is-chosen" : ""}`},
      isOdd && count > 0 ? severityMark("warning", {word: false}) : null,
      count === 0
        ? element("span", {class: "muted"}, "0")
        : stateLink(
            {o: name},
            {target: "don-vi", attributes: {"aria-label": words, "aria-current": name === chosen ? "true" : null}},
            formatCount(count)
          )
    );
  };
  const table = element(
    "table",
    {class: "data cross"},
    element("caption", {class: "visually-hidden"}, caption),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", {scope: "col"}, "Phân loại"),
        ...RESULTS.map((result) => element("th", {scope: "col", class: "num"}, RESULT_WORDS[result])),
        element("th", {scope: "col", class: "num"}, "Cộng")
      )
    ),
    element(
      "tbody",
      {},
      ...CLASSES.map((of) =>
        element(
          "tr",
          {},
          element("th", {scope: "row"}, CLASS_WORDS[of]),
          ...RESULTS.map((result) => cell(result, of)),
          element("td", {class: "num"}, formatCount(sum(null, of)))
        )
      )
    ),
    element(
      "tfoot",
      {},
      element(
        "tr",
        {},
        element("th", {scope: "row"}, "Cộng"),
        ...RESULTS.map((result) => element("td", {class: "num"}, formatCount(sum(result, null)))),
        element("td", {class: "num"}, element("strong", {}, formatCount(sum(null, null))))
      )
    )
  );
  rememberTable(table, () => ({
    columns: [
      {header: "Phân loại", kind: "text"},
      ...RESULTS.map((result) => ({header: RESULT_WORDS[result], kind: "count" as const})),
      {header: "Cộng", kind: "count"}
    ],
    rows: [...CLASSES, null].map((of) => [
      of === null ? "Cộng" : CLASS_WORDS[of],
      ...RESULTS.map((result) => sum(result, of)),
      sum(null, of)
    ])
  }));
  return element("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": caption}, table);
}
