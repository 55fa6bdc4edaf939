import type {Counts} from "../../data/queries/trace/shape.ts";
import {figureWords} from "../../sentences/traceSentences.js";
import {element} from "../element.js";
import {formatCount} from "../format.js";
import {pagedTable} from "../pagedTable.js";
import type {SortableColumn} from "../sortableTable.js";
import {copyButton} from "./communeTrace.js";
import {type FigureKey, formatTraceLink} from "./figureKey.js";
import {tracedFigure} from "./tracedFigure.js";
import {communeName, type TraceHeading} from "./traceHeading.js";
import type {LoadedFigure} from "./traceLoad.js";
import {traceSum} from "./traceSum.js";

const PAGE = 25;

interface Part {
  code: string;
  name: string;
  counts: Counts;
}

/** The trace of a district's, a province's or the country's figure: the communes it is the sum of, each leading to its own trace. */
export function areaTrace(loaded: LoadedFigure, key: FigureKey, heading: TraceHeading): HTMLElement {
  const {indicator, counts} = heading;
  const parts: Part[] = (heading.area?.communes ?? []).map(({code, counts: own}) => ({
    code,
    name: sentenceCase(communeName(loaded, code, key)),
    counts: own
  }));
  const isCount = indicator.measure === "count";
  const columns: SortableColumn<Part>[] = [
    {
      title: "Xã, phường",
      heading: true,
      value: ({name}) => name,
      compare: (a, b) => a.name.localeCompare(b.name, "vi") || (a.code < b.code ? -1 : 1)
    },
    {
      title: isCount ? "Số" : "Từ/mẫu",
      numeric: true,
      value: ({counts: [n, d]}) => (isCount ? formatCount(n) : `${formatCount(n)}/${formatCount(d)}`),
      compare: (a, b) => a.counts[1] - b.counts[1]
    },
    {
      title: isCount ? "Truy vết" : "Tỷ lệ",
      numeric: true,
      value: (part) => {
        const words = figureWords(part.counts, indicator);
        const label = `${words}, ${indicator.short_title}, ${part.name}, năm ${key.year}`;
        return tracedFigure({...key, area: part.code}, {label}, words);
      },
      compare: (a, b) => a.counts[0] * b.counts[1] - b.counts[0] * a.counts[1]
    },
    {
      title: isCount ? "Chưa rõ" : "Chưa vào tử số",
      numeric: true,
      value: (part) => formatCount(isCount ? part.counts[2] + part.counts[3] : lacking(part)),
      compare: (a, b) => lacking(a) - lacking(b)
    }
  ];
  const silent = parts.filter(({counts: own}) => own[1] === 0).length;
  return element(
    "div",
    {},
    traceSum(heading),
    element(
      "section",
      {class: "trace-path"},
      element("h3", {}, `Cộng từ ${formatCount(parts.length)} xã, phường`),
      element(
        "p",
        {},
        isCount
          ? `Tổng của ${formatCount(parts.length)} xã, phường là ${formatCount(counts[0])}.`
          : `Cộng tử số, cộng mẫu số rồi chia: ${formatCount(counts[0])}/${formatCount(counts[1])}. Không lấy trung bình các tỷ lệ.`,
        silent > 0 ? ` ${formatCount(silent)} xã chưa có đơn vị nào trong mẫu số.` : ""
      ),
      element("p", {class: "note"}, `Công thức: ${indicator.formula}`)
    ),
    pagedTable(parts, columns, {
      caption: `Xã, phường trong số của ${indicator.short_title}`,
      noun: "xã",
      pageSize: PAGE,
      place: {sorting: {column: 3, isFalling: true}, page: 1}
    }),
    element(
      "div",
      {class: "trace-actions"},
      copyButton(() => formatTraceLink(key))
    )
  );
}

/** Units of the denominator, known or expected, that do not count. */
function lacking({counts: [n, d, , v]}: Part): number {
  return d + v - n;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
