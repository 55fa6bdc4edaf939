import {byRate, type ProvinceRow} from "../../views/nationView.js";
import {element} from "../element.js";
import {rateFields} from "../export/rateFields.js";
import {formatCount, formatShare} from "../format.js";
import {mapClass, type MapScale} from "../mapScale.js";
import {type SortableColumn, sortableTable} from "../sortableTable.js";
import {stateLink} from "../stateLink.js";
import {tracedFigure} from "../trace/tracedFigure.js";

/** The list twin of the national map: every province, how many of its communes reported, its rate. */
export function nationList(
  rows: readonly ProvinceRow[],
  {
    caption,
    scale,
    indicator,
    indicatorTitle,
    year
  }: {
    caption: string;
    scale: MapScale;
    indicator: string;
    indicatorTitle: string;
    year: number;
  }
): HTMLElement {
  const columns: SortableColumn<ProvinceRow>[] = [
    {
      title: "Tỉnh, thành phố",
      heading: true,
      value: ({code, name}) => stateLink({ma: code}, {}, name),
      compare: (a, b) => a.name.localeCompare(b.name, "vi"),
      fields: [
        {header: "Mã tỉnh", kind: "text", of: ({code}) => code},
        {header: "Tỉnh, thành phố", kind: "text", of: ({name}) => name},
        {header: "Năm", kind: "text", of: () => `${year}`}
      ]
    },
    {
      title: "Tỷ lệ",
      numeric: true,
      value: ({code, name, counts}) => {
        if (counts === null)
          return element(
            "span",
            {class: "classed"},
            "–",
            element("span", {class: "swatch hatched", "aria-hidden": "true"})
          );
        const words = formatShare(counts.n, counts.d);
        const figure = {indicator, area: code, year, group: "all", boundary: "current", managed: "all"} as const;
        return element(
          "span",
          {class: "classed"},
          tracedFigure(figure, {label: `${words}, ${indicatorTitle}, ${name}, năm ${year}`}, words),
          element("span", {
            class: "swatch",
            style: `background:${scale.fills[mapClass(scale, counts.n, counts.d)] ?? "none"}`,
            "aria-hidden": "true"
          })
        );
      },
      compare: byRate,
      fields: []
    },
    {
      title: "Đạt/xét",
      numeric: true,
      value: ({counts}) => (counts === null ? null : `${formatCount(counts.n)}/${formatCount(counts.d)}`),
      compare: (a, b) => (a.counts?.d ?? 0) - (b.counts?.d ?? 0),
      fields: rateFields<ProvinceRow>("", ({counts}) =>
        counts === null ? null : {numerator: counts.n, denominator: counts.d}
      )
    },
    {
      title: "Xã có số liệu",
      numeric: true,
      value: ({counts, communes}) => `${formatCount(counts?.communes ?? 0)}/${formatCount(communes)}`,
      compare: (a, b) =>
        (a.counts?.communes ?? 0) * b.communes - (b.counts?.communes ?? 0) * a.communes ||
        a.name.localeCompare(b.name, "vi"),
      fields: [
        {header: "Xã có số liệu", kind: "count", of: ({counts}) => counts?.communes ?? 0},
        {header: "Số xã, phường, đặc khu", kind: "count", of: ({communes}) => communes}
      ]
    }
  ];
  return sortableTable(rows, columns, {caption, sorting: {column: 1, isFalling: false}});
}
