import {element} from "../element.js";
import {downloadMenu} from "./downloadMenu.js";
import {pageFacts} from "./pageFacts.js";
import {tableDataIn} from "./tableData.js";
import {tableNotes, type TableWords} from "./tableNotes.js";

/**
 * The foot of a table that stands in no chart frame: "Tải về" as CSV or Excel, every row of it, in the order shown.
 * @param options.name what it is, in parts that name the file; the other words stand on the sheet "Ghi chú".
 */
export function tableFoot(table: Node, {name, ...words}: {name: string} & TableWords): HTMLElement {
  const menu = downloadMenu({
    name: () => name,
    table: () => {
      const data = tableDataIn(table);
      if (data === null) throw new Error(`a table without data: ${name}`);
      return {name, ...data(), notes: tableNotes(words, pageFacts())};
    }
  });
  return element("p", {class: "table-foot"}, menu);
}
