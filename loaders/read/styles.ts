import {builtInFormat, customFormat, type NumberFormat} from "./numberFormat.ts";
import {parseXml} from "./xml.ts";

/** What a reader needs of a cell's style, looked up by the number in the cell's `s` attribute. */
export interface CellStyle extends NumberFormat {
  font: string | null;
}

export const PLAIN_STYLE: CellStyle = {isDate: false, isPercent: false, font: null};

/** Reads the styles part into one small object per cell style. */
export function readStyles(part: string, bytes: Uint8Array): readonly CellStyle[] {
  const formats = new Map<number, NumberFormat>();
  const fonts: (string | null)[] = [];
  const styles: CellStyle[] = [];
  const path: string[] = [];
  parseXml(part, bytes, {
    open: (name, attributes) => {
      const parent = path.at(-1);
      path.push(name);
      if (name === "numFmt" && parent === "numFmts") {
        formats.set(Number(attributes.get("numFmtId")), customFormat(attributes.get("formatCode") ?? ""));
      } else if (name === "font" && parent === "fonts") fonts.push(null);
      else if (name === "name" && parent === "font" && path.at(-3) === "fonts") {
        fonts[fonts.length - 1] = attributes.get("val") ?? null;
      } else if (name === "xf" && parent === "cellXfs") {
        const id = Number(attributes.get("numFmtId") ?? 0);
        const font = fonts[Number(attributes.get("fontId") ?? 0)] ?? null;
        styles.push({...(formats.get(id) ?? builtInFormat(id)), font});
      }
    },
    close: () => path.pop(),
    text: () => undefined
  });
  return styles;
}
