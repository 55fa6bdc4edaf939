import type {Verdict} from "../../../loaders/vocabulary.ts";
import type {ChangedArea, ChangesFile} from "../../data/queries/changes.ts";
import {CAUSE_WORDS} from "../../sentences/changeSentences.js";
import {type ChangeRow, differenceWords, sideWords} from "../../views/changesView.js";
import {type Child, element} from "../element.js";
import {rateFields} from "../export/rateFields.js";
import type {ExportField} from "../export/tableData.js";
import {type ListPlace, pagedTable} from "../pagedTable.js";
import type {SortableColumn} from "../sortableTable.js";
import {tracedFigure} from "../trace/tracedFigure.js";
import {verdictMark} from "../verdictMark.js";
import {VERDICT_WORDS} from "../words.js";

const TYPE_WORDS: Readonly<Record<string, string>> = {
  xa: "xã",
  phuong: "phường",
  thi_tran: "thị trấn",
  dac_khu: "đặc khu",
  tinh: "tỉnh",
  thanh_pho: "thành phố"
};

export interface ChangeTable {
  caption: string;
  place: ListPlace;
  onPlace?: (place: ListPlace) => void;
  pageSize?: number;
  /** Area that stands first whatever its name. */
  home?: string | undefined;
}

/** Changed figures: before, after, difference, why. The figure after is the one the pages show, so it can be traced. */
export function changeTable(
  rows: readonly ChangeRow[],
  {caption, place, onPlace, pageSize, home}: ChangeTable
): HTMLElement {
  const columns: SortableColumn<ChangeRow>[] = [
    {
      title: "Địa bàn",
      heading: true,
      value: ({area}) => areaName(area),
      compare: (a, b) =>
        Number(b.area.code === home) - Number(a.area.code === home) || byArea(a.area, b.area) || b.year - a.year,
      fields: areaFields<ChangeRow>(({area}) => area)
    },
    {title: "Năm", value: ({year}) => `${year}`, compare: (a, b) => a.year - b.year || byArea(a.area, b.area)},
    {
      title: "Chỉ tiêu",
      value: ({indicator_title}) => indicator_title,
      compare: (a, b) => a.indicator_title.localeCompare(b.indicator_title, "vi") || byArea(a.area, b.area)
    },
    {
      title: "Bản trước",
      numeric: true,
      value: ({before}) => sideCell(sideWords(before)),
      fields: sideFields("Bản trước: ", ({before}) => before)
    },
    {title: "Bản này", numeric: true, value: afterCell, fields: sideFields("Bản này: ", ({after}) => after)},
    {
      title: "Chênh lệch",
      value: differenceCell,
      compare: (a, b) => (a.points ?? -Infinity) - (b.points ?? -Infinity) || byArea(a.area, b.area),
      fields: [{header: "Chênh lệch (điểm %)", kind: "points", of: ({points}) => points}]
    },
    causeColumn
  ];
  return pagedTable(rows, columns, {
    caption,
    noun: "số",
    place,
    ...(onPlace ? {onPlace} : {}),
    ...(pageSize ? {pageSize} : {})
  });
}

/** Why a figure or verdict changed: one cell, its causes apart by ";". */
const causeColumn: SortableColumn<{causes: readonly string[]}> = {
  title: "Vì sao",
  value: ({causes}) => causeWords(causes),
  fields: [{header: "Vì sao", kind: "text", of: ({causes}) => causeTexts(causes).join("; ")}]
};

function areaFields<Row>(of: (row: Row) => ChangedArea | undefined): ExportField<Row>[] {
  return [
    {header: "Mã địa bàn", kind: "text", of: (row) => of(row)?.code ?? null},
    {
      header: "Địa bàn",
      kind: "text",
      of: (row) => {
        const area = of(row);
        return area ? nameOf(area) : null;
      }
    },
    {
      header: "Loại",
      kind: "text",
      of: (row) => {
        const area = of(row);
        return area ? kindOf(area) || null : null;
      }
    }
  ];
}

/** Counts of one edition, and the units not decided and not reported. */
function sideFields(before: string, of: (row: ChangeRow) => ChangeRow["before"]): ExportField<ChangeRow>[] {
  return [
    ...rateFields<ChangeRow>(before, (row) => {
      const counts = of(row);
      return counts === null || counts.d === 0 ? null : {numerator: counts.n, denominator: counts.d};
    }),
    {header: `${before}chưa có kết quả`, kind: "count", of: (row) => of(row)?.u ?? null},
    {header: `${before}ước chưa báo cáo`, kind: "count", of: (row) => of(row)?.v ?? null}
  ];
}

function differenceCell(row: ChangeRow): HTMLElement {
  const {first, detail} = differenceWords(row);
  return element("span", {}, first, detail === "" ? null : element("span", {class: "clause"}, detail));
}

function sideCell({rate, fraction}: {rate: string; fraction: string}, traced?: Node): HTMLElement {
  return element("span", {}, traced ?? rate, fraction === "" ? null : element("span", {class: "clause"}, fraction));
}

function afterCell({area, year, indicator, indicator_title, after}: ChangeRow): Child {
  const words = sideWords(after);
  // The trace knows no area above the province.
  if (after === null || after.d === 0 || area.level === "country") return sideCell(words);
  const label = `${words.rate}, ${indicator_title}, ${area.name}, năm ${year}`;
  const figure = {indicator, area: area.code, year, group: "all", boundary: "current", managed: "all"} as const;
  return sideCell(words, tracedFigure(figure, {label}, words.rate));
}

type FlipRow = ChangesFile["verdicts"][number];

/** Verdicts that are not what they were. */
export function flipTable(file: ChangesFile, caption: string): HTMLElement {
  const target = (id: string): ChangesFile["targets"][number] | undefined => file.targets.find((one) => one.id === id);
  const columns: SortableColumn<FlipRow>[] = [
    {
      title: "Địa bàn",
      heading: true,
      value: ({area}) => {
        const found = file.areas[area];
        return found ? areaName(found) : null;
      },
      compare: (a, b) => compareAreas(file, a, b),
      fields: areaFields<FlipRow>(({area}) => file.areas[area])
    },
    {title: "Năm", value: ({year}) => `${year}`, compare: (a, b) => a.year - b.year || compareAreas(file, a, b)},
    {
      title: "Chỉ tiêu",
      value: ({target_id}) => {
        const found = target(target_id);
        return element(
          "span",
          {},
          found?.title ?? target_id,
          found ? element("span", {class: "clause"}, `${found.clause}, ${found.document}`) : null
        );
      },
      compare: (a, b) => (a.target_id < b.target_id ? -1 : a.target_id > b.target_id ? 1 : compareAreas(file, a, b)),
      fields: [
        {header: "Mã chỉ tiêu", kind: "text", of: ({target_id}) => target_id},
        {header: "Chỉ tiêu", kind: "text", of: ({target_id}) => target(target_id)?.title ?? null},
        {header: "Điều khoản", kind: "text", of: ({target_id}) => target(target_id)?.clause ?? null},
        {header: "Văn bản", kind: "text", of: ({target_id}) => target(target_id)?.document ?? null}
      ]
    },
    {title: "Bản trước", value: ({before}) => verdict(before)},
    {title: "Bản này", value: ({after}) => verdict(after)},
    causeColumn
  ];
  return pagedTable(file.verdicts, columns, {
    caption,
    noun: "kết luận",
    place: {sorting: {column: 0, isFalling: false}, page: 1},
    pageSize: 20
  });
}

function verdict(code: string | null): Child {
  return code !== null && code in VERDICT_WORDS ? verdictMark(code as Verdict, {size: 13}) : "chưa có";
}

function causeWords(causes: readonly string[]): HTMLElement {
  const words = causeTexts(causes);
  return element("span", {}, words[0] ?? "", ...words.slice(1).map((word) => element("span", {class: "clause"}, word)));
}

function causeTexts(causes: readonly string[]): string[] {
  return causes.map((cause) => CAUSE_WORDS[cause] ?? cause);
}

function nameOf({name, level}: ChangedArea): string {
  return level === "country" ? "Cả nước" : name;
}

function kindOf({type, level}: ChangedArea): string {
  return TYPE_WORDS[type] ?? (level === "district" ? "huyện" : "");
}

function areaName(area: ChangedArea): HTMLElement {
  const kind = kindOf(area);
  return element(
    "span",
    {},
    area.has_page ? element("a", {href: `./xa?ma=${area.code}`}, area.name) : nameOf(area),
    kind === "" ? null : element("span", {class: "commune-type"}, ` ${kind}`)
  );
}

const LEVELS = ["province", "country", "district", "commune"];

/** Provinces and the country before communes, then by name. */
function byArea(a: ChangedArea, b: ChangedArea): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    a.name.localeCompare(b.name, "vi") ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}

function compareAreas({areas}: ChangesFile, a: FlipRow, b: FlipRow): number {
  const [left, right] = [areas[a.area], areas[b.area]];
  return left && right ? byArea(left, right) : 0;
}
