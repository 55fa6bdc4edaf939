import type {UnitType} from "../../loaders/vocabulary.ts";
import type {OpenUnit} from "../data/queries/communeProfiles.ts";
import {chipsControl} from "./controls.js";
import {type Column, dataTable} from "./dataTable.js";
import {element} from "./element.js";
import {rememberTable, tableDataOf} from "./export/tableData.js";
import {formatCount} from "./format.js";
import type {FigureKey} from "./trace/figureKey.js";
import {tracedFigure} from "./trace/tracedFigure.js";
import {GROUP_TYPES, UNIT_GROUP_WORDS} from "./words.js";

const CLASS_WORDS: Readonly<Record<string, string>> = {
  xuat_sac: "Xuất sắc",
  kha: "Khá",
  trung_binh: "Trung bình",
  yeu: "Yếu"
};
const LEVEL_WORDS: Readonly<Record<string, string>> = {
  xa: "Cấp xã",
  huyen: "Cấp huyện",
  tinh: "Cấp tỉnh",
  trung_uong: "Trung ương"
};
const FIRST_ROWS = 12;

/** Units one clause speaks of. */
export interface ClauseScope {
  title: string;
  unit_group: string;
  managed_levels: string;
  units_needed: number | null;
}

export interface OpenUnits {
  node: HTMLElement;
  /** Shows the units a clause still lacks. */
  choose: (scope: ClauseScope) => void;
}

/**
 * The eligible units that are not certified, what each lacks and where its row stands; counted buttons filter by type.
 * @param options.traceOf the figure a unit's cell is one of.
 */
export function openUnits(
  rows: readonly OpenUnit[],
  {caption, traceOf}: {caption: string; traceOf: (row: OpenUnit) => FigureKey}
): OpenUnits {
  const types = [...new Set(rows.map((row) => row.unit_type))];
  const holder = element("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": caption});
  const more = element("p", {class: "note"});
  const scoped = element("p", {class: "open-units-scope", role: "status"});
  let scope: ClauseScope | null = null;
  const chosenOf = (type: string): OpenUnit[] =>
    rows.filter((row) => (type === "all" || row.unit_type === type) && (scope === null || isWithin(row, scope)));
  const draw = (type: string, limit: number): void => {
    const chosen = chosenOf(type);
    const shown = chosen.slice(0, limit);
    scoped.replaceChildren(...(scope === null ? [] : scopeLine(scope, chosen.length, unscope)));
    holder.replaceChildren(table(shown, {caption, traceOf}));
    more.replaceChildren();
    if (shown.length === chosen.length) return;
    const all = element("button", {type: "button", class: "link-button"}, "Hiện tất cả");
    all.addEventListener("click", () => draw(type, chosen.length));
    more.append(`${formatCount(shown.length)} trên ${formatCount(chosen.length)} đơn vị · `, all);
  };
  const chips = chipsControl(
    [
      {value: "all", text: "Tất cả", count: rows.length},
      ...types.map((type) => ({
        value: type,
        text: UNIT_GROUP_WORDS[type as UnitType],
        count: rows.filter((row) => row.unit_type === type).length
      }))
    ],
    {
      label: "Loại đơn vị",
      onChange: (type) => {
        scope = null;
        draw(type, FIRST_ROWS);
      }
    }
  );
  const unscope = (): void => {
    scope = null;
    draw("all", FIRST_ROWS);
  };
  draw("all", FIRST_ROWS);
  printWhole(holder, {whole: () => draw(chips.value, rows.length), again: () => draw(chips.value, FIRST_ROWS)});
  const node = element("div", {class: "open-units"}, types.length > 1 ? chips : null, scoped, holder, more);
  // Files hold every unit of the chosen type and clause, not only the rows shown.
  rememberTable(node, () => tableDataOf(chosenOf(chips.value), columnsOf(traceOf)));
  return {
    node,
    choose: (next) => {
      scope = next;
      chips.value = "all";
      draw("all", FIRST_ROWS);
    }
  };
}

/** On paper the list stands whole; the listeners end themselves once it has left the page. */
function printWhole(holder: HTMLElement, {whole, again}: {whole: () => void; again: () => void}): void {
  const hear = (name: "beforeprint" | "afterprint", draw: () => void): void => {
    const listener = (): void => {
      if (holder.isConnected) draw();
      else window.removeEventListener(name, listener);
    };
    window.addEventListener(name, listener);
  };
  hear("beforeprint", whole);
  hear("afterprint", again);
}

function isWithin({unit_type, managed_level}: OpenUnit, {unit_group, managed_levels}: ClauseScope): boolean {
  const types = unit_group
    .split("+")
    .flatMap((group): readonly string[] =>
      group in GROUP_TYPES ? GROUP_TYPES[group as keyof typeof GROUP_TYPES] : [group]
    );
  return types.includes(unit_type) && (managed_levels === "all" || managed_levels.split("+").includes(managed_level));
}

function scopeLine({title, units_needed}: ClauseScope, count: number, unscope: () => void): (string | HTMLElement)[] {
  const all = element("button", {type: "button", class: "link-button"}, "Bỏ lọc");
  all.addEventListener("click", unscope);
  const needed =
    units_needed === null || units_needed === 0 ? "" : `, cần thêm ${formatCount(units_needed)} được công nhận`;
  return [`${title}: ${formatCount(count)} đơn vị chưa được công nhận trong phạm vi của điều khoản${needed}. `, all];
}

function table(
  rows: readonly OpenUnit[],
  {caption, traceOf}: {caption: string; traceOf: (row: OpenUnit) => FigureKey}
): HTMLTableElement {
  return dataTable(rows, columnsOf(traceOf), {caption, hideCaption: true});
}

function columnsOf(traceOf: (row: OpenUnit) => FigureKey): readonly Column<OpenUnit>[] {
  return [
    {title: "Đơn vị", heading: true, value: (row) => row.unit_name},
    {title: "Loại", value: (row) => UNIT_GROUP_WORDS[row.unit_type as UnitType]},
    {title: "Cơ quan quản lý", value: (row) => row.managed_by ?? LEVEL_WORDS[row.managed_level] ?? null},
    {
      title: "Kết quả xét",
      value: (row) =>
        row.is_certified === null
          ? element("span", {class: "muted"}, "Chưa xét")
          : element("span", {class: "verdict verdict-chua_dat"}, "Chưa đạt")
    },
    {title: "Phân loại", value: (row) => (row.class === null ? null : (CLASS_WORDS[row.class] ?? row.class))},
    {title: "Điều còn thiếu", value: (row) => row.missing.join("; ")},
    {
      title: "Ô nguồn",
      value: (row) => {
        const {cell, file, sheet, file_key, row_number, unit_name} = row;
        const label = `Ô ${cell}, ${unit_name}, ${file}, trang ${sheet}`;
        return tracedFigure(traceOf(row), {label, row: {file: file_key, sheet, row: row_number}}, cell);
      },
      fields: [
        {header: "Tệp", kind: "text", of: ({file}) => file},
        {header: "Trang", kind: "text", of: ({sheet}) => sheet},
        {header: "Ô", kind: "text", of: ({cell}) => cell}
      ]
    }
  ];
}
