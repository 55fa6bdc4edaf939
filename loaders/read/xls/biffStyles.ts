import {storable} from "../cellCollector.ts";
import {builtInFormat, customFormat, type NumberFormat} from "../numberFormat.ts";
import {type CellStyle, PLAIN_STYLE} from "../styles.ts";
import {type BiffRecord, RECORD} from "./biffRecords.ts";

/** Content of a font before its name, the same in Excel 5 to 2003. */
const FONT_HEAD = 14;
/** Fonts are numbered 0 to 3, then from 5 ([MS-XLS] 2.5.129). */
const MISSING_FONT = 4;

/** Gathers the cell styles of an .xls stream: number formats and fonts. */
export class BiffStyles {
  readonly #view: DataView;
  /** True for Excel 97 and later: texts are UTF-16 or its lower half. */
  readonly #isUnicode: boolean;
  readonly #formats = new Map<number, NumberFormat>();
  readonly #fonts: (string | null)[] = [];
  readonly #xfs: {format: number; font: number}[] = [];

  constructor(view: DataView, isUnicode: boolean) {
    this.#view = view;
    this.#isUnicode = isUnicode;
  }

  /** Takes a record; those that are no styles are passed over. */
  take({type, from, length}: BiffRecord): void {
    const view = this.#view;
    if (type === RECORD.xf && length >= 4) {
      this.#xfs.push({font: view.getUint16(from, true), format: view.getUint16(from + 2, true)});
    } else if (type === RECORD.font) {
      if (this.#fonts.length === MISSING_FONT) this.#fonts.push(null);
      this.#fonts.push(this.#text(from + FONT_HEAD, from + length, 1));
    } else if (type === RECORD.format && length >= 2) {
      const code = this.#text(from + 2, from + length, this.#isUnicode ? 2 : 1);
      this.#formats.set(view.getUint16(from, true), customFormat(code ?? ""));
    }
  }

  /** Style by the number in a cell. */
  styleOf(index: number): CellStyle {
    const xf = this.#xfs[index];
    if (xf === undefined) return PLAIN_STYLE;
    const format = this.#formats.get(xf.format) ?? builtInFormat(xf.format);
    return {...format, font: this.#fonts[xf.font] ?? null};
  }

  /** A text after its length of one or two bytes; null if it does not fit into its record. */
  #text(at: number, end: number, lengthBytes: 1 | 2): string | null {
    const view = this.#view;
    if (at + lengthBytes > end) return null;
    const length = lengthBytes === 1 ? view.getUint8(at) : view.getUint16(at, true);
    let from = at + lengthBytes;
    let isWide = false;
    if (this.#isUnicode) {
      if (from >= end) return null;
      isWide = (view.getUint8(from++) & 1) === 1;
    }
    const size = isWide ? 2 : 1;
    if (from + length * size > end) return null;
    let text = "";
    for (let i = 0; i < length; i++) {
      text += String.fromCharCode(isWide ? view.getUint16(from + i * 2, true) : view.getUint8(from + i));
    }
    return storable(text);
  }
}
