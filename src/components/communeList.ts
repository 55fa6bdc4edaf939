import {type CommuneMapData, type MapValue} from "./communeMap.js";
import {element} from "./element.js";
import {rateFields} from "./export/rateFields.js";
import {formatCount, formatShare} from "./format.js";
import {mapClass} from "./mapScale.js";
import type {Stage} from "../../loaders/vocabulary.ts";
import {STAGE_WORDS} from "./words.js";
import type {Traceable} from "./trace/figureKey.js";
import {tracedWords} from "./trace/tracedFigure.js";
import {type SortableColumn, sortableTable} from "./sortableTable.js";

/**
 * The list twin of the map: every commune with its class colour, rate, fraction and what is said of it; lowest rate first, communes
 * without a rate last.
 * @param options.isLinked false for former communes, which have no page; or which communes have one.
 * @param options.of year and stage of the figures, said in every row of a file; no stage where none is known of them.
 */
export function communeList(
  {values, scale}: CommuneMapData,
  {
    caption,
    isLinked = true,
    of,
    traceOf
  }: {
    caption: string;
    isLinked?: boolean | ((code: string) => boolean);
    of?: {year: number; stage?: Stage | null} | undefined;
    traceOf?: (value: MapValue) => Traceable | null;
  }
): HTMLElement {
  const limit =
    scale.target_edge === null ? {} : {target: scale.edges[scale.target_edge], comparator: scale.comparator};
  const columns: SortableColumn<MapValue>[] = [
    {
      title: "Xã, phường",
      heading: true,
      value: ({code, name, type}) =>
        element(
          "span",
          {},
          (typeof isLinked === "function" ? isLinked(code) : isLinked)
            ? element("a", {href: `./xa?ma=${code}`}, name)
            : name,
          element("span", {class: "commune-type"}, ` ${type}`)
        ),
      compare: (a, b) => a.name.localeCompare(b.name, "vi") || (a.code < b.code ? -1 : 1),
      fields: [
        {header: "Mã xã", kind: "text", of: ({code}) => code},
        {header: "Xã, phường", kind: "text", of: ({name}) => name},
        {header: "Loại", kind: "text", of: ({type}) => type},
        {header: "Ranh giới", kind: "text", of: () => (isLinked !== false ? "từ 1/7/2025" : "trước 1/7/2025")},
        ...(of === undefined ? [] : [{header: "Năm", kind: "text" as const, of: () => `${of.year}`}])
      ]
    },
    {
      title: "Tỷ lệ",
      numeric: true,
      value: (value) => {
        const {state, numerator, denominator} = value;
        return state === "value"
          ? element(
              "span",
              {class: "classed"},
              tracedWords(traceOf?.(value), formatShare(numerator, denominator, limit)),
              element("span", {
                class: "swatch",
                style: `background:${scale.fills[mapClass(scale, numerator, denominator)] ?? "none"}`,
                "aria-hidden": "true"
              })
            )
          : element("span", {class: "classed"}, "–", element("span", {class: "swatch hatched", "aria-hidden": "true"}));
      },
      compare: byRate,
      fields: []
    },
    {
      title: "Đạt/xét",
      numeric: true,
      value: ({state, numerator, denominator}) =>
        state === "value" ? `${formatCount(numerator)}/${formatCount(denominator)}` : null,
      compare: (a, b) => a.denominator - b.denominator,
      fields: rateFields<MapValue>("", (row) => (row.state === "value" ? row : null), limit.target)
    },
    {
      title: "Ghi chú",
      value: ({words}) => words || "\u00a0",
      fields: [
        ...(limit.target === undefined
          ? []
          : [
              {
                header: "So với mức",
                kind: "text" as const,
                of: ({state, numerator, denominator}: MapValue) =>
                  state !== "value"
                    ? null
                    : mapClass(scale, numerator, denominator) > (scale.target_edge ?? -1)
                      ? "đạt mức"
                      : "dưới mức"
              }
            ]),
        ...(of?.stage == null
          ? []
          : [{header: "Giai đoạn", kind: "text" as const, of: () => (of.stage ? STAGE_WORDS[of.stage] : null)}]),
        {
          header: "Tình trạng số liệu",
          kind: "text" as const,
          of: ({state}: MapValue) =>
            state === "value" ? "có kết quả" : state === "missing" ? "thiếu số liệu" : "không có đơn vị"
        },
        {header: "Ghi chú", kind: "text" as const, of: ({words}: MapValue) => words || null}
      ]
    }
  ];
  return sortableTable(values, columns, {caption, sorting: {column: 1, isFalling: false}});
}

/** Lowest rate first, by integers; communes without a rate last, by name. */
export function byRate(a: MapValue, b: MapValue): number {
  if (a.state !== "value" || b.state !== "value") {
    return Number(a.state !== "value") - Number(b.state !== "value") || a.name.localeCompare(b.name, "vi");
  }
  return a.numerator * b.denominator - b.numerator * a.denominator || a.name.localeCompare(b.name, "vi");
}
