import {type CellStyle, type DemoSheet} from "../files/styles.ts";
import {type ModelRow} from "../outcomes/modelRows.ts";
import {type AreaNames} from "./areaNames.ts";
import {addHeadRows} from "./headRows.ts";
import {type Layout} from "./layout.ts";
import {SheetBuilder} from "../../../loaders/write/sheetBuilder.ts";
import {addTitleBlock, type TitleBlock} from "./titleBlock.ts";
import {classWord} from "./words.ts";

export interface ModelList {
  rows: readonly ModelRow[];
  hasCommune: boolean;
  layout: Layout;
  title: TitleBlock;
  names: AreaNames;
}

/** The sheet Mô hình. */
export function modelsSheet({rows, hasCommune, layout, title, names}: ModelList): DemoSheet {
  const heads = [
    "STT",
    "Tên mô hình",
    "Đơn vị / địa bàn",
    ...(hasCommune ? ["Xã"] : []),
    "Phân loại",
    "Số điểm",
    "Số tổ",
    "Nhân rộng toàn tỉnh",
    "% hoàn thành kế hoạch"
  ];
  const widths = [5.5, 40, 28, ...(hasCommune ? [20] : []), 12, 9, 9, 12, 13];
  const sheet = new SheetBuilder<CellStyle>(widths);
  addTitleBlock(sheet, title);
  sheet.skip();
  addHeadRows(
    sheet,
    heads.map((head) => ({head, group: null, flatHead: head})),
    {headRows: 1, hasNumberRow: false}
  );
  rows.forEach((row, index) => {
    const cells = [
      {value: index + 1, style: "centre"},
      {value: row.model_name, style: "text"},
      {value: row.unit_name, style: "text"},
      ...(hasCommune ? [{value: names.commune(row.commune_code, row.commune_valid_from), style: "text"} as const] : []),
      {value: row.class === null ? null : classWord(row.class), style: "centre"},
      {value: row.site_count, style: "number"},
      {value: row.team_count, style: "number"},
      {value: row.is_replicated_province === true ? layout.tick : layout.writesNo ? "Không" : null, style: "centre"},
      {value: row.plan_done_share, style: "share"}
    ] as const;
    sheet.add(cells.map((cell, column) => ({column: column + 1, ...cell})));
  });
  return sheet.build("Mô hình");
}
