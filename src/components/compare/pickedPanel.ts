import {pickedTitle} from "../../sentences/compareSentences.js";
import {COMMUNE_TYPES, headGoal} from "../../sentences/compareWords.js";
import {type CompareCell, LEAST_RATE} from "../../views/compare/compareCells.js";
import {hasResult} from "../../views/compare/compareRows.js";
import type {PickedLine, PickedView} from "../../views/compare/comparePicked.js";
import {groupOfCommune} from "../../views/compare/communeGroups.js";
import {togglePicked} from "../../views/compare/compareState.js";
import type {CompareView} from "../../views/compare/compareView.js";
import {chartFrame, type ChartSource} from "../chartFrame.js";
import {type Column, dataTable} from "../dataTable.js";
import {type Child, element} from "../element.js";
import {rateFields} from "../export/rateFields.js";
import type {ExportField} from "../export/tableData.js";
import {formatCount, formatNumber, formatShare} from "../format.js";
import {stateLink} from "../stateLink.js";
import {tracedFigure} from "../trace/tracedFigure.js";
import {trendChart} from "../trendChart.js";
import {columnFigure} from "./columnFigure.js";
import {cellFields, compareNames, countsOf} from "./compareExport.js";

export const PICKED_ID = "xa-da-chon";

/** The communes chosen, each to be let go, above the grid: what ticking a row adds to. */
export function pickedTray({state}: CompareView, {communes}: Pick<PickedView, "communes">): HTMLElement {
  const node = element("div", {class: "picked-tray", role: "group", "aria-label": "Xã đã chọn để so sánh"});
  if (communes.length === 0) {
    node.append(element("span", {}, "Đánh dấu 2–6 xã trong bảng để đặt cạnh nhau."));
    return node;
  }
  communes.forEach(({code, name}, i) => {
    const codes = togglePicked(state.picked, code).join(",");
    node.append(
      element(
        "span",
        {class: "picked-chip"},
        element("span", {class: "picked-disc", "aria-hidden": "true"}, i + 1),
        name,
        stateLink({chon: codes || undefined}, {attributes: {class: "picked-drop", "aria-label": `Bỏ ${name}`}}, "×")
      )
    );
  });
  if (communes.length > 1) {
    node.append(stateLink({}, {target: PICKED_ID}, `Xem ${formatCount(communes.length)} xã cạnh nhau`));
    node.append(stateLink({chon: undefined}, {}, "Bỏ chọn hết"));
  } else node.append(element("span", {}, "Chọn thêm ít nhất một xã để đặt cạnh nhau."));
  return node;
}

/** The communes chosen beside each other: every rate with the differences in points and in units, and the subject over the years. */
export function pickedPanel(
  view: CompareView,
  picked: PickedView,
  {source, trendWidth}: {source: ChartSource; trendWidth: number}
): HTMLElement {
  const {communes, trend} = picked;
  const title = pickedTitle(
    communes.filter(hasResult).map(({name, subject}) => ({name, n: subject.n, d: subject.d, needed: subject.needed}))
  );
  const frame = chartFrame(
    element(
      "div",
      {class: "table-scroll", tabindex: 0, role: "region", "aria-label": "Các xã đã chọn cạnh nhau"},
      pickedTable(view, picked)
    ),
    {
      title,
      subtitle: `${view.measure}. Chênh lệch: cao nhất trừ thấp nhất; tỷ lệ dưới ${LEAST_RATE} đơn vị không tính điểm %.`,
      note: alikeLinks(view, picked),
      source,
      ...compareNames("Các xã cạnh nhau", view, {isMeasured: true})
    }
  );
  const lines =
    trend &&
    chartFrame((width) => trendChart(trend, {width, height: 280}), {
      title: `${view.columns.subject.head} qua các năm, theo địa giới hiện nay`,
      subtitle: `Đường đậm: ${communes[0]?.name ?? ""}. ${view.measure}.`,
      source,
      width: trendWidth,
      ...compareNames("Các xã qua các năm", view, {isMeasured: true}),
      table: () => trendTable(picked)
    });
  return element("div", {class: `panels${lines ? " panels-2" : ""} picked-panel`, id: PICKED_ID}, frame, lines);
}

function pickedTable({state}: CompareView, {communes, lines}: PickedView): HTMLElement {
  const columns: Column<PickedLine>[] = [
    {
      title: "Tỷ lệ",
      heading: true,
      value: ({column}) =>
        element(
          "span",
          {},
          column.head,
          column.section === "plan" && column.goal
            ? element(
                "span",
                {class: "clause"},
                `${headGoal(column.goal)}${column.goal.measure === "percent" ? "%" : ""}`
              )
            : null
        ),
      fields: [
        {header: "Tỷ lệ", kind: "text", of: ({column}) => column.head},
        {
          header: "Mức (%)",
          kind: "points",
          of: ({column: {section, goal}}) => (section === "plan" && goal?.measure === "percent" ? goal.value : null)
        }
      ]
    },
    ...communes.map((row, i) => ({
      title: `${i + 1}. ${row.name}`,
      numeric: true,
      value: ({column, cells}: PickedLine) =>
        cellWords(cells[i] ?? null, {column, code: row.code, name: row.name, year: state.year}),
      fields: pickedFields(row, i)
    })),
    {
      title: "Chênh, điểm %",
      numeric: true,
      value: ({points}) => (points === null ? null : formatNumber(points, 1)),
      fields: [{header: "Chênh, điểm %", kind: "points", of: ({points}) => points}]
    },
    {title: "Chênh số cần thêm", numeric: true, value: ({units}) => (units === null ? null : formatCount(units))}
  ];
  return dataTable(lines, columns, {caption: "Các xã đã chọn cạnh nhau", hideCaption: true});
}

/** Counts, share, units to go and verdict of one commune, headed by its code: names are not unique. */
function pickedFields({code, name}: PickedView["communes"][number], i: number): ExportField<PickedLine>[] {
  // A count has no share: its denominator is made up.
  return cellFields<PickedLine>(`${name} (${code}): `, ({cells}) => cells[i], null).map((field) =>
    field.kind === "share" || field.header.endsWith("phải xét")
      ? {...field, of: (line) => (line.column.goal?.measure === "count" ? null : field.of(line))}
      : field
  );
}

function cellWords(
  cell: CompareCell | null,
  {column, code, name, year}: {column: PickedLine["column"]; code: string; name: string; year: number}
): Child {
  if (cell === null || cell.state === "none") return null;
  if (cell.state === "missing") return element("span", {class: "muted"}, cell.v > 0 ? "chưa nộp" : "chưa có kết quả");
  const isCount = column.goal?.measure === "count";
  const fraction = `${formatCount(cell.n)}/${formatCount(cell.d)}`;
  const limit = column.goal && !isCount ? {target: column.goal.value, comparator: column.goal.comparator} : {};
  const text = isCount ? formatCount(cell.n) : cell.d < LEAST_RATE ? fraction : formatShare(cell.n, cell.d, limit);
  const key = columnFigure(column, {code, year});
  const label = `${text}, ${column.head}, ${name} năm ${year}`;
  const shown = key === null ? text : tracedFigure(key, {label}, text);
  const under = [
    isCount || cell.d < LEAST_RATE ? "" : fraction,
    cell.needed !== null && cell.needed > 0 ? `cần thêm ${formatCount(cell.needed)}` : ""
  ]
    .filter(Boolean)
    .join(", ");
  return element("span", {}, shown, under === "" ? null : element("span", {class: "clause"}, under));
}

function trendTable({communes, trend}: PickedView): HTMLElement {
  const years = trend?.years ?? [];
  return dataTable(
    communes,
    [
      {
        title: "Xã, phường",
        heading: true,
        value: ({name}) => name,
        fields: [
          {header: "Mã xã", kind: "text", of: ({code}) => code},
          {header: "Xã, phường", kind: "text", of: ({name}) => name}
        ]
      },
      ...years.map((year, i) => ({
        title: `${year}`,
        numeric: true,
        value: (row: PickedView["communes"][number]) => {
          const point = row.trend[i];
          return point ? `${formatShare(point.n, point.d)} (${formatCount(point.n)}/${formatCount(point.d)})` : null;
        },
        fields: rateFields<PickedView["communes"][number]>(`${year}: `, (row) => countsOf(row.trend[i]))
      }))
    ],
    {caption: "Tỷ lệ của các xã đã chọn qua các năm", hideCaption: true}
  );
}

/** Links that leave in the grid only the communes alike to one chosen. */
function alikeLinks({groups, state}: CompareView, {communes}: PickedView): Node | undefined {
  const links = communes.flatMap(({place, name, type}) => {
    const group = groupOfCommune(groups, place);
    if (!group || group.id === state.alike) return [];
    const words = `${name}: ${group.isOwn ? group.words : group.words.replace(/^[^,]+/, COMMUNE_TYPES[type] ?? "xã")}`;
    return [stateLink({nhom: group.id, "loai-xa": undefined}, {}, words)];
  });
  if (links.length === 0) return undefined;
  return element(
    "span",
    {class: "alike-links"},
    "Chỉ xem các xã cùng nhóm với ",
    ...links.flatMap((link, i) => (i === 0 ? [link] : ["; ", link])),
    "."
  );
}
