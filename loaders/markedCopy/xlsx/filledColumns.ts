import {columnOf, MAX_COLUMNS, parseAddress, rowOf} from "../../read/cellAddress.ts";
import {attributeOf, localName, xmlTags} from "./xmlTags.ts";

/**
 * Columns in which a row from `first` to `last` of a sheet's XML has a cell with content, be it only a formula whose result is an empty
 * text; cells at the packed addresses of `except` do not count.
 */
export function filledColumns(xml: string, first: number, last: number, except: ReadonlySet<number>): Set<number> {
  const columns = new Set<number>();
  let row = 0;
  let column = 0;
  for (const {name, start, end, kind, depth} of xmlTags(xml)) {
    if (kind === "close") continue;
    if (depth === 2 && localName(name) === "row") {
      const written = attributeOf(xml.slice(start, end), "r");
      row = written === null ? row + 1 : Number(written);
      column = 0;
    } else if (depth === 3 && localName(name) === "c" && row >= first && row <= last) {
      const written = attributeOf(xml.slice(start, end), "r");
      const address = written === null ? -1 : parseAddress(written);
      column = address < 0 ? column + 1 : columnOf(address);
      if (address >= 0) row = rowOf(address);
      if (kind === "open" && !except.has(row * MAX_COLUMNS + column - 1)) columns.add(column);
    }
  }
  return columns;
}
