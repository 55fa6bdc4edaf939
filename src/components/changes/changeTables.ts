import type {Verdict} from "../../../loaders/vocabulary.ts";
import type {ChangedArea, ChangesFile} from "../../data/queries/changes.ts";
import {CAUSE_WORDS} from "../../sentences/changeSentences.js";
import {type ChangeRow, differenceWords, sideWords} from "../../views/changesView.js";
import {type Child, element} from "../element.js";
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
        Number(b.area.code === home) - Number(a.area.code === home) || byArea(a.area, b.area) || b.year - a.year
    },
    {title: "Năm", value: ({year}) => `${year}`, compare: (a, b) => a.year - b.year || byArea(a.area, b.area)},
    {
      title: "Chỉ tiêu",
      value: ({indicator_title}) => indicator_title,
      compare: (a, b) => a.indicator_title.localeCompare(b.indicator_title, "vi") || byArea(a.area, b.area)
    },
    {title: "Bản trước", numeric: true, value: ({before}) => sideCell(sideWords(before))},
    {title: "Bản này", numeric: true, value: afterCell},
    {
      title: "Chênh lệch",
      value: differenceCell,
      compare: (a, b) => (a.points ?? -Infinity) - (b.points ?? -Infinity) || byArea(a.area, b.area)
    },
    {title: "Vì sao", value: ({causes}) => causeWords(causes)}
  ];
  return pagedTable(rows, columns, {
    caption,
    noun: "số",
    place,
    ...(onPlace ? {onPlace} : {}),
    ...(pageSize ? {pageSize} : {})
  });
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
      compare: (a, b) => compareAreas(file, a, b)
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
      compare: (a, b) => (a.target_id < b.target_id ? -1 : a.target_id > b.target_id ? 1 : compareAreas(file, a, b))
    },
    {title: "Bản trước", value: ({before}) => verdict(before)},
    {title: "Bản này", value: ({after}) => verdict(after)},
    {title: "Vì sao", value: ({causes}) => causeWords(causes)}
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
  const words = causes.map((cause) => CAUSE_WORDS[cause] ?? cause);
  return element("span", {}, words[0] ?? "", ...words.slice(1).map((word) => element("span", {class: "clause"}, word)));
}

function areaName({code, name, type, level, has_page}: ChangedArea): HTMLElement {
  const kind = TYPE_WORDS[type] ?? (level === "district" ? "huyện" : "");
  return element(
    "span",
    {},
    has_page ? element("a", {href: `./xa?ma=${code}`}, name) : level === "country" ? "Cả nước" : name,
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
