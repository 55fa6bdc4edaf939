import type {UnitGroup} from "../../../loaders/vocabulary.ts";
import {FIRST_PRESENT_YEAR} from "../../../pipelines/registerOfYear.ts";
import {UNIT_GROUP_WORDS} from "../../components/words.ts";
import {pointChange} from "../../statistics/pointChange.ts";
import type {Cell, Fraction, ReportTable} from "../reportShape.ts";

/** A figure of an area, by year, indicator and unit group. */
export interface GroupFigure {
  year: number;
  indicator: string;
  unit_group: string;
  numerator: number;
  denominator: number;
  unknown_count: number;
  unreported_count: number;
}

/** Rows of the tables by unit type: the types, then all. */
const GROUPS = ["khu_dan_cu", "commune", "co_quan", "doanh_nghiep", "co_so_giao_duc", "all"] as const;

const TITLES: Partial<Record<UnitGroup, string>> = {all: "Tổng số"};

export type FindFigure = (indicator: string, group: string, year: number) => GroupFigure | null;

export function figureFinder(figures: readonly GroupFigure[]): FindFigure {
  const byKey = new Map(figures.map((figure) => [`${figure.indicator}|${figure.unit_group}|${figure.year}`, figure]));
  return (indicator, group, year) => byKey.get(`${indicator}|${group}|${year}`) ?? null;
}

/** Unit groups that have a unit, or are expected to have one, in the year; the total last. */
function shownGroups(find: FindFigure, year: number): (typeof GROUPS)[number][] {
  return GROUPS.filter((group) => {
    const figure = find("certified_of_eligible", group, year);
    return group === "all" || (figure !== null && figure.denominator + figure.unreported_count > 0);
  });
}

function titleOf(group: UnitGroup): string {
  return TITLES[group] ?? UNIT_GROUP_WORDS[group];
}

/** Registration and certification by unit type, with the year before. */
export function certificationTable(
  find: FindFigure,
  year: number,
  {caption, note}: {caption: string; note?: string}
): ReportTable {
  const groups = shownGroups(find, year);
  const rows = groups.map((group): Cell[] => {
    const registered = find("registered_of_eligible", group, year);
    const certified = find("certified_of_eligible", group, year);
    const before = find("certified_of_eligible", group, year - 1);
    const isNew = group === "commune" && year === FIRST_PRESENT_YEAR;
    return [
      titleOf(group),
      certified?.denominator ?? null,
      registered?.numerator ?? null,
      certified?.numerator ?? null,
      fraction(certified),
      // A merged commune is not its predecessors: their own certificates are no earlier figure of it.
      isNew ? null : fraction(before),
      isNew ? null : change(before, certified)
    ];
  });
  return {
    caption,
    columns: [
      {header: "Loại đơn vị", kind: "text", width: 25},
      {header: "Phải xét", kind: "count", width: 12},
      {header: "Đăng ký", kind: "count", width: 12},
      {header: "Được công nhận", kind: "count", width: 13},
      {header: "Tỷ lệ", kind: "share", width: 12},
      {header: `Năm ${year - 1}`, kind: "share", width: 12},
      {header: "Thay đổi (điểm %)", kind: "points", width: 14}
    ],
    rows,
    totals: [groups.length - 1],
    ...(note === undefined ? {} : {note})
  };
}

/** Classes of the movement by unit type: counts that add up to what is classified. */
export function classTable(find: FindFigure, year: number, {caption}: {caption: string}): ReportTable {
  const groups = shownGroups(find, year);
  return {
    caption,
    columns: [
      {header: "Loại đơn vị", kind: "text", width: 26},
      {header: "Đã phân loại", kind: "count", width: 13},
      {header: "Xuất sắc", kind: "count", width: 12},
      {header: "Khá", kind: "count", width: 11},
      {header: "Trung bình", kind: "count", width: 13},
      {header: "Yếu", kind: "count", width: 10},
      {header: "Khá trở lên", kind: "share", width: 15}
    ],
    rows: groups.map((group): Cell[] => {
      const counts = classCounts(find, group, year);
      return [
        titleOf(group),
        counts?.classified ?? null,
        ...(counts === null ? [null, null, null, null] : counts.classes),
        fraction(find("good_or_better_of_classified", group, year))
      ];
    }),
    totals: [groups.length - 1]
  };
}

/** Units of each class, best first: differences of the nested shares "… trở lên". */
export function classCounts(
  find: FindFigure,
  group: string,
  year: number
): {classified: number; classes: [number, number, number, number]} | null {
  const [best, good, average] = ["excellent_of_classified", "good_or_better_of_classified", "average_or_better_of_classified"].map(
    (indicator) => find(indicator, group, year)
  );
  if (!best || !good || !average) return null;
  const d = average.denominator;
  return {
    classified: d,
    classes: [
      best.numerator,
      good.numerator - best.numerator,
      average.numerator - good.numerator,
      d - average.numerator
    ]
  };
}

/** Unit groups that are shown as types, with their titles: for charts. */
export function shownTypes(find: FindFigure, year: number): {group: string; title: string}[] {
  return shownGroups(find, year)
    .filter((group) => group !== "all")
    .map((group) => ({group, title: titleOf(group)}));
}

export function fraction(figure: Pick<GroupFigure, "numerator" | "denominator"> | null): Fraction | null {
  return figure === null || figure.denominator === 0
    ? null
    : {numerator: figure.numerator, denominator: figure.denominator};
}

function change(before: GroupFigure | null, after: GroupFigure | null): number | null {
  return before === null || after === null ? null : pointChange(before, after);
}
