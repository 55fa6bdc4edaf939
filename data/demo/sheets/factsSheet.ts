import {type CellValue, dateSerial, writtenDay} from "../../../loaders/write/plannedSheet.ts";
import {type CellStyle, type DemoSheet} from "../files/styles.ts";
import {type FactRow} from "../outcomes/factRows.ts";
import {type AreaNames} from "./areaNames.ts";
import {addHeadRows} from "./headRows.ts";
import {type Layout} from "./layout.ts";
import {SheetBuilder} from "../../../loaders/write/sheetBuilder.ts";
import {addTitleBlock, type TitleBlock} from "./titleBlock.ts";

/** The words of each fact in the form Thông tin chung. */
export const FACT_LABELS: Readonly<Record<string, string>> = {
  households: "Hộ gia đình được tuyên truyền, phổ biến pháp luật, phát động phong trào",
  officials: "Cán bộ, công chức, viên chức, người lao động được tuyên truyền, phổ biến",
  pupils: "Học sinh, sinh viên các trường được tuyên truyền, phổ biến pháp luật",
  ntm_19_2: "Đạt chỉ tiêu 19.2 nông thôn mới",
  ntm_advanced_19_2: "Đạt chỉ tiêu 19.2 nông thôn mới nâng cao",
  resolution_date: "Ngày ban hành nghị quyết",
  plan_date: "Ngày ban hành kế hoạch",
  half_year_report_date: "Ngày báo cáo 6 tháng",
  annual_report_date: "Ngày báo cáo năm",
  festival: "Ngày hội toàn dân bảo vệ an ninh Tổ quốc",
  police_listens_forum: 'Diễn đàn "Công an lắng nghe ý kiến Nhân dân"'
};

export interface FactSheet {
  rows: readonly FactRow[];
  /** Rows that say whose file it is: "Năm" 2025, "Xã" "Phường Hạc Thành". */
  identity: readonly (readonly [label: string, value: CellValue])[];
  hasCommune: boolean;
  layout: Layout;
  title: TitleBlock;
  names: AreaNames;
}

function factValue(
  {fact, reached_count, is_met, value_date}: FactRow,
  layout: Layout
): {value: CellValue; style: CellStyle} {
  if (reached_count !== null) return {value: reached_count, style: "number"};
  if (value_date !== null)
    return layout.days === "serial"
      ? {value: dateSerial(value_date), style: "date"}
      : {value: writtenDay(value_date), style: "centre"};
  if (is_met === null) return {value: null, style: "centre"};
  const words = fact === "police_listens_forum" ? (["Có", "Không"] as const) : (["Đạt", "Chưa đạt"] as const);
  return {value: is_met ? words[0] : words[1], style: "centre"};
}

/** The sheet Thông tin chung: one fact a row; a district names the commune of each. */
export function factsSheet({rows, identity, hasCommune, layout, title, names}: FactSheet): DemoSheet {
  const heads = ["TT", "Nội dung", ...(hasCommune ? ["Xã"] : []), "Kết quả", "Tổng số", "Ghi chú"];
  const sheet = new SheetBuilder<CellStyle>([5.5, 62, ...(hasCommune ? [20] : []), 16, 12, 20]);
  addTitleBlock(sheet, title);
  sheet.skip();
  addHeadRows(
    sheet,
    heads.map((head) => ({head, group: null, flatHead: head})),
    {headRows: 1, hasNumberRow: false}
  );
  let ordinal = 0;
  const add = (
    label: string,
    commune: CellValue,
    value: {value: CellValue; style: CellStyle},
    total: number | null
  ): void => {
    ordinal += 1;
    const cells: {value: CellValue; style: CellStyle}[] = [
      {value: ordinal, style: "centre"},
      {value: label, style: "text"},
      ...(hasCommune ? [{value: commune, style: "text" as const}] : []),
      value,
      {value: total, style: "number"},
      {value: null, style: "text"}
    ];
    sheet.add(cells.map((cell, index) => ({column: index + 1, ...cell})));
  };
  for (const [label, value] of identity) add(label, null, {value, style: "centre"}, null);
  for (const row of rows)
    add(
      FACT_LABELS[row.fact] ?? row.fact,
      names.commune(row.commune_code, row.commune_valid_from),
      factValue(row, layout),
      row.total_count
    );
  return sheet.build("Thông tin chung");
}
