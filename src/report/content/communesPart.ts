import {formatCount} from "../../components/format.ts";
import {shortDocument} from "../../sentences/clauseWords.ts";
import type {OverviewFacts} from "../../views/overviewFacts.ts";
import type {OverviewView} from "../../views/overviewView.ts";
import type {Block, Cell, ReportPart, ReportPicture, ReportTable} from "../reportShape.ts";
import {closingReportChart} from "./charts.ts";
import {cleanText} from "./cleanText.ts";
import type {ReportFacts} from "./reportFacts.ts";
import {heading, table} from "./blocks.ts";

/** Rows of the closing list that a report still prints; the annex has all communes. */
const MOST_ROWS = 20;

/** Part II: where the communes stand, on the map and in the list of those that close the gap, and under the norm. */
export function communesPart(
  {facts, lookup, view}: {facts: ReportFacts; lookup: OverviewFacts; view: OverviewView},
  map: ReportPicture | null
): ReportPart {
  const {closing} = view;
  const chart = closingReportChart(closing.data, {caption: `${closing.title}. ${closing.subtitle}`});
  const norms = normRows(facts, lookup);
  return {
    title: "Kết quả của các xã, phường",
    blocks: [
      heading("Mức độ so với chỉ tiêu"),
      {kind: "paragraph", text: mapParagraph(facts, view)},
      ...(map === null ? [] : [{kind: "picture", picture: map} as const]),
      ...(closing.data.rows.length === 0
        ? []
        : [
            heading(closing.data.cut === null ? "Các xã còn thiếu nhiều đơn vị nhất" : "Các xã đủ bù phần còn thiếu"),
            {kind: "paragraph", text: closingParagraph(view)} as Block,
            ...(chart === null ? [] : [{kind: "chart", chart} as const]),
            table(closingTable(view))
          ]),
      ...(norms.length === 0
        ? []
        : [
            heading("Điều kiện đối với xã, phường theo Thông tư 124"),
            ...norms.map(({text}): Block => ({kind: "paragraph", text})),
            table(normTable(norms, facts.year))
          ])
    ]
  };
}

function mapParagraph(facts: ReportFacts, view: OverviewView): string {
  const missing = view.map.data.values.filter(({state}) => state === "missing").length;
  const silent =
    missing === 0 ? "" : ` ${formatCount(missing)} xã, phường chưa có kết quả, không xếp vào mức nào.`;
  return cleanText(`Năm ${facts.year}, ${lowerFirst(view.map.title)}.${silent}`);
}

function closingParagraph({closing}: OverviewView): string {
  const {rows, cut, cut_words} = closing.data;
  const shown = rows.slice(0, cut ?? 5).map(({name, units_needed}) => `${name} (${formatCount(units_needed)})`);
  const list = shown.slice(0, MOST_ROWS).join(", ");
  const rest = rows.length - (cut ?? 0);
  if (cut === null) return cleanText(`${closing.title}. Nhiều nhất: ${list}.`);
  const others = rest > 0 ? ` Còn ${formatCount(rest)} xã khác chưa tới mức này.` : "";
  return cleanText(`${closing.title}: ${list}. ${cut_words}.${others}`);
}

function closingTable({closing}: OverviewView): ReportTable {
  const {rows, cut, heading: head, limit} = closing.data;
  const shown = rows.slice(0, Math.min(MOST_ROWS, Math.max(cut ?? 0, 10)));
  let sum = 0;
  return {
    caption: cut === null ? "Xã, phường theo số đơn vị cần thêm" : `${formatCount(cut)} xã đầu danh sách đủ bù phần còn thiếu`,
    columns: [
      {header: "TT", kind: "count", width: 7},
      {header: "Xã, phường", kind: "text", width: 31},
      {header: "Được công nhận/phải xét", kind: "figure", width: 19},
      {header: "Tỷ lệ", kind: "share", width: 13},
      {header: head, kind: "count", width: 15},
      {header: "Cộng dồn", kind: "count", width: 15}
    ],
    rows: shown.map(({name, units_needed, numerator, denominator}, i): Cell[] => {
      sum += units_needed;
      return [
        i + 1,
        cleanText(name),
        `${formatCount(numerator)}/${formatCount(denominator)}`,
        {numerator, denominator, ...limit},
        units_needed,
        sum
      ];
    }),
    ...(rows.length > shown.length
      ? {note: `Bảng ghi ${formatCount(shown.length)} trong ${formatCount(rows.length)} xã; đủ các xã ở Phụ lục 1.`}
      : {})
  };
}

interface NormRow {
  title: string;
  clause: string;
  met: number;
  missed: number;
  open: number;
  text: string;
}

function normRows({verdicts, year}: ReportFacts, {file}: OverviewFacts): NormRow[] {
  return file.targets
    .filter(({kind, measure}) => kind === "norm" && measure === "percent")
    .flatMap(({target_id, title, clause, document}) => {
      const own = verdicts.filter((verdict) => verdict.target_id === target_id);
      if (own.length === 0) return [];
      const count = (...states: string[]): number => own.filter(({verdict}) => states.includes(verdict)).length;
      const [met, missed, open] = [count("dat"), count("chua_dat"), count("chua_ket_luan", "thieu_so_lieu")];
      const where = `${clause} ${shortDocument(document)}`;
      const tail = open > 0 ? `, ${formatCount(open)} xã chưa kết luận được` : "";
      return [
        {
          title: cleanText(title),
          clause: where,
          met,
          missed,
          open,
          text: cleanText(
            `Năm ${year}, ${formatCount(met)} xã, phường đạt, ${formatCount(missed)} xã, phường chưa đạt điều kiện “${title}” (${where})${tail}.`
          )
        }
      ];
    });
}

function normTable(rows: readonly NormRow[], year: number): ReportTable {
  return {
    caption: `Số xã, phường theo từng điều kiện năm ${year}`,
    columns: [
      {header: "Điều kiện", kind: "text", width: 46},
      {header: "Đạt", kind: "count", width: 13},
      {header: "Chưa đạt", kind: "count", width: 14},
      {header: "Chưa kết luận", kind: "count", width: 17}
    ],
    rows: rows.map(({title, clause, met, missed, open}) => [`${title} (${clause})`, met, missed, open])
  };
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase("vi") + text.slice(1);
}
