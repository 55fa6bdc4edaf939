import {type Layout} from "./layout.ts";
import {type CellStyle} from "../files/styles.ts";
import {type SheetBuilder} from "../../../loaders/write/sheetBuilder.ts";

/** A header of a column, with the merged header above it where neighbours share one. */
export interface Head {
  head: string;
  group: string | null;
  flatHead: string;
}

/** Writes one header row, or two with groups merged across and lone headers merged down; numbers of the columns below if the sender adds them. */
export function addHeadRows(
  sheet: SheetBuilder<CellStyle>,
  heads: readonly Head[],
  layout: Pick<Layout, "headRows" | "hasNumberRow">
): void {
  if (layout.headRows === 1) {
    sheet.addLine(
      heads.map(({flatHead}) => flatHead),
      "head",
      48
    );
  } else addTwoRows(sheet, heads);
  if (layout.hasNumberRow)
    sheet.addLine(
      heads.map((_, index) => `(${index + 1})`),
      "head"
    );
  sheet.freeze();
}

function addTwoRows(sheet: SheetBuilder<CellStyle>, heads: readonly Head[]): void {
  const isGrouped = heads.map(
    ({group}, index) => group !== null && (heads[index - 1]?.group === group || heads[index + 1]?.group === group)
  );
  const top = sheet.addLine(
    heads.map(({head, group}, index) => (!isGrouped[index] ? head : heads[index - 1]?.group === group ? null : group)),
    "head",
    33
  );
  const bottom = sheet.addLine(
    heads.map(({head}, index) => (isGrouped[index] ? head : null)),
    "head",
    48
  );
  for (let index = 0; index < heads.length; index += 1) {
    if (!isGrouped[index]) {
      sheet.merge(top, index + 1, bottom, index + 1);
      continue;
    }
    let end = index;
    while (heads[end + 1]?.group === heads[index]?.group) end += 1;
    sheet.merge(top, index + 1, top, end + 1);
    index = end;
  }
}
