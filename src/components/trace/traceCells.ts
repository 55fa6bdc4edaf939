import type {RoleLetter, TraceIndicator} from "../../data/queries/trace/shape.ts";
import {SHORT_ROLE_WORDS} from "../../sentences/traceSentences.js";
import type {FigureRow} from "../../views/trace/assembleFigure.js";
import {chipsControl} from "../controls.js";
import {element} from "../element.js";
import {pagedTable} from "../pagedTable.js";
import {UNIT_GROUP_WORDS} from "../words.js";

const PAGE = 25;
const ORDER: readonly RoleLetter[] = ["n", "d", "u", "m", "v"];

/** Every row behind the number, by the part it plays; its cell opens in the excerpt. */
export function traceCells(
  rows: readonly FigureRow[],
  indicator: TraceIndicator,
  {onChoose}: {onChoose: (row: FigureRow) => void}
): HTMLElement {
  const holder = element("div", {});
  const draw = (role: string): void => {
    const chosen = rows.filter((row) => role === "all" || row.role === role);
    holder.replaceChildren(
      pagedTable(
        chosen,
        [
          {
            title: "Dòng",
            heading: true,
            value: (row) => row.name ?? typeWords(row),
            compare: (a, b) => (a.name ?? "").localeCompare(b.name ?? "", "vi")
          },
          {
            title: "Ô",
            value: (row) => cellButton(row, onChoose),
            compare: (a, b) =>
              (a.place?.file.file ?? "").localeCompare(b.place?.file.file ?? "") ||
              (a.place?.sheet ?? "").localeCompare(b.place?.sheet ?? "") ||
              (a.place?.row ?? 0) - (b.place?.row ?? 0)
          },
          {title: "Chữ trong ô", value: (row) => cellTexts(row)},
          {title: "Vai trò", value: ({role: own}) => SHORT_ROLE_WORDS[own], compare: (a, b) => rank(a) - rank(b)}
        ],
        {
          caption: `Dòng nguồn của ${indicator.short_title}`,
          noun: "dòng",
          pageSize: PAGE,
          place: {sorting: {column: 1, isFalling: false}, page: 1}
        }
      )
    );
  };
  const roles = ORDER.filter((role) => rows.some((row) => row.role === role));
  const chips = chipsControl(
    [
      {value: "all", text: "Tất cả", count: rows.length},
      ...roles.map((role) => ({
        value: role,
        text: SHORT_ROLE_WORDS[role],
        count: rows.filter((row) => row.role === role).length
      }))
    ],
    {label: "Vai trò", onChange: draw}
  );
  draw("all");
  return element("div", {class: "trace-cells"}, roles.length > 1 ? chips : null, holder);
}

function rank({role}: FigureRow): number {
  return ORDER.indexOf(role);
}

function typeWords({type}: FigureRow): string {
  return type === null
    ? "Xã tự báo cáo"
    : `Biểu tổng hợp, ${UNIT_GROUP_WORDS[type as keyof typeof UNIT_GROUP_WORDS].toLowerCase()}`;
}

function deciding({cells}: FigureRow): FigureRow["cells"] {
  const others = cells.filter(({field}) => field !== "unit_name");
  return others.length > 0 ? others : cells;
}

function cellButton(row: FigureRow, onChoose: (row: FigureRow) => void): HTMLElement | null {
  if (row.place === null) return null;
  const address = deciding(row)
    .flatMap(({address: own}) => own ?? [])
    .join(", ");
  const words = address === "" ? `dòng ${row.place.row}` : address;
  const button = element(
    "button",
    {type: "button", class: "link-button", title: `${row.place.file.file}, trang ${row.place.sheet}`},
    words
  );
  button.addEventListener("click", () => onChoose(row));
  return button;
}

function cellTexts(row: FigureRow): string {
  return deciding(row)
    .map(({text}) => (text === null || text === "" ? "trống" : `“${text}”`))
    .join("; ");
}
