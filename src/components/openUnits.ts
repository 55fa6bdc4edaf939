import type {UnitType} from "../../loaders/vocabulary.ts";
import type {OpenUnit} from "../data/queries/communeProfiles.ts";
import {chipsControl} from "./controls.js";
import {type Column, dataTable} from "./dataTable.js";
import {element} from "./element.js";
import {rememberTable, tableDataOf} from "./export/tableData.js";
import {formatCount} from "./format.js";
import {UNIT_GROUP_WORDS} from "./words.js";

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

/** The eligible units that are not certified, what each lacks and where its row stands; counted buttons filter by type. */
export function openUnits(rows: readonly OpenUnit[], {caption}: {caption: string}): HTMLElement {
  const types = [...new Set(rows.map((row) => row.unit_type))];
  const holder = element("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": caption});
  const more = element("p", {class: "note"});
  const draw = (type: string, limit: number): void => {
    const chosen = rows.filter((row) => type === "all" || row.unit_type === type);
    const shown = chosen.slice(0, limit);
    holder.replaceChildren(table(shown, caption));
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
    {label: "Loại đơn vị", onChange: (type) => draw(type, FIRST_ROWS)}
  );
  draw("all", FIRST_ROWS);
  const node = element("div", {class: "open-units"}, types.length > 1 ? chips : null, holder, more);
  // Files hold every unit of the chosen type, not only the rows shown.
  rememberTable(node, () =>
    tableDataOf(
      rows.filter((row) => chips.value === "all" || row.unit_type === chips.value),
      COLUMNS
    )
  );
  return node;
}

function table(rows: readonly OpenUnit[], caption: string): HTMLTableElement {
  return dataTable(rows, COLUMNS, {caption, hideCaption: true});
}

const COLUMNS: readonly Column<OpenUnit>[] = [
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
    value: (row) => element("span", {title: `${row.file}, trang ${row.sheet}`}, row.cell),
    fields: [
      {header: "Tệp", kind: "text", of: ({file}) => file},
      {header: "Trang", kind: "text", of: ({sheet}) => sheet},
      {header: "Ô", kind: "text", of: ({cell}) => cell}
    ]
  }
];
