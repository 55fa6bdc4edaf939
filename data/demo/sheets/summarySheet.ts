import {columnLetter} from "../../../loaders/read/cellAddress.ts";
import {type CellStyle, type DemoSheet} from "../files/styles.ts";
import {type SummaryRow} from "../outcomes/summaryRows.ts";
import {type AreaNames} from "./areaNames.ts";
import {addHeadRows} from "./headRows.ts";
import {SheetBuilder} from "../../../loaders/write/sheetBuilder.ts";
import {addSignatures, addTitleBlock, type TitleBlock} from "./titleBlock.ts";
import {blockOf, BLOCKS, blockTitle} from "./words.ts";

/** Counts under each type, in the order of the form. */
export const SUMMARY_COUNTS = [
  ["total_count", "Tổng số"],
  ["registered_count", "Đăng ký"],
  ["certified_count", "Đạt"],
  ["xuat_sac_count", "Xuất sắc"],
  ["kha_count", "Khá"],
  ["trung_binh_count", "Trung bình"],
  ["yeu_count", "Yếu"]
] as const;

export interface Summary {
  rows: readonly SummaryRow[];
  title: TitleBlock;
  signature: {office: string; signer: string};
  names: AreaNames;
}

/** The sheet Biểu tổng hợp: one row per commune, seven counts under the merged name of each type. */
export function summarySheet({rows, title, signature, names}: Summary): DemoSheet {
  const heads = [
    {head: "STT", group: null, flatHead: "STT"},
    {head: "Xã, phường, thị trấn", group: null, flatHead: "Xã, phường, thị trấn"},
    ...BLOCKS.flatMap((block) =>
      SUMMARY_COUNTS.map(([, head]) => ({head, group: blockTitle(block, true), flatHead: head}))
    ),
    {head: "Ghi chú", group: null, flatHead: "Ghi chú"}
  ];
  const sheet = new SheetBuilder<CellStyle>(
    heads.map(({group}, index) => (index === 1 ? 24 : group === null ? 7 : 7.5))
  );
  addTitleBlock(sheet, title);
  sheet.skip();
  addHeadRows(sheet, heads, {headRows: 2, hasNumberRow: false});
  const first = sheet.lastRow + 1;
  const communes = [...new Set(rows.map(({commune_code}) => commune_code))].sort();
  const sums = heads.map(() => 0);
  communes.forEach((code, order) => {
    const ofCommune = rows.filter(({commune_code}) => commune_code === code);
    const validFrom = ofCommune[0]?.commune_valid_from ?? null;
    const counts = BLOCKS.flatMap((block) => {
      const row = ofCommune.find(({unit_type}) => blockOf(unit_type) === block);
      return SUMMARY_COUNTS.map(([field]) => (row === undefined ? 0 : row[field]));
    });
    counts.forEach((count, index) => (sums[index + 2] = (sums[index + 2] ?? 0) + (count ?? 0)));
    sheet.add([
      {column: 1, value: order + 1, style: "centre"},
      {column: 2, value: names.commune(code, validFrom), style: "text"},
      ...counts.map((value, index) => ({column: index + 3, value, style: "number" as const})),
      {column: heads.length, value: null, style: "text" as const}
    ]);
  });
  const last = sheet.lastRow;
  const total = sheet.add(
    heads.map(({group}, index) => ({
      column: index + 1,
      value:
        group === null
          ? index === 0
            ? "Tổng cộng"
            : null
          : ({
              kind: "formula",
              formula: `SUM(${columnLetter(index + 1)}${first}:${columnLetter(index + 1)}${last})`,
              value: sums[index] ?? 0
            } as const),
      style: group === null ? "total" : "totalNumber"
    }))
  );
  sheet.merge(total, 1, total, 2);
  addSignatures(sheet, signature);
  return sheet.build("Biểu tổng hợp");
}
