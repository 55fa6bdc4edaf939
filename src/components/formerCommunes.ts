import type {FormerCommune} from "../data/queries/communeProfiles.ts";
import {dataTable} from "./dataTable.js";
import {formatShare, share} from "./format.js";
import type {FigureKey} from "./trace/figureKey.js";
import {tracedWords} from "./trace/tracedFigure.js";
import {verdictMark} from "./verdictMark.js";

const EXTENT_WORDS: Readonly<Record<string, string>> = {
  full: "toàn bộ",
  part: "một phần",
  remainder: "phần còn lại",
  area_only: "chỉ diện tích"
};

/** The communes that went into this one, each with its last own figures and its own result: nothing is summed. */
export function formerCommunes(
  rows: readonly FormerCommune[],
  {caption, traceOf}: {caption: string; traceOf: (row: FormerCommune) => FigureKey}
): HTMLTableElement {
  const year = rows.find((row) => row.year !== null)?.year;
  return dataTable(
    rows,
    [
      {title: "Xã, phường cũ", heading: true, value: (row) => row.name},
      {title: "Thuộc", value: (row) => row.district},
      {title: "Nhập vào", value: (row) => EXTENT_WORDS[row.extent] ?? row.extent},
      {title: "Đơn vị", numeric: true, value: (row) => row.denominator},
      {
        title: year == null ? "Tỷ lệ" : `Tỷ lệ ${year}`,
        numeric: true,
        value: (row) =>
          row.numerator === null || row.denominator === null
            ? null
            : tracedWords(
                {figure: traceOf(row), label: `tỷ lệ được công nhận, ${row.name} (cũ), năm ${row.year ?? ""}`},
                formatShare(row.numerator, row.denominator)
              ),
        fields: [
          {header: "Năm của tỷ lệ", kind: "text", of: (row) => (row.year === null ? null : `${row.year}`)},
          {header: "Đạt", kind: "count", of: (row) => row.numerator},
          {
            header: "Tỷ lệ",
            kind: "share",
            of: ({numerator, denominator}) =>
              numerator === null || denominator === null ? null : share(numerator, denominator)
          }
        ]
      },
      {
        title: "Xã",
        value: (row) =>
          row.is_certified === null ? null : verdictMark(row.is_certified ? "dat" : "chua_dat", {size: 13})
      }
    ],
    {caption, hideCaption: true}
  );
}
