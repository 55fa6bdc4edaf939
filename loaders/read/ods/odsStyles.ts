import type {NumberFormat} from "../numberFormat.ts";
import type {Attributes, XmlListener} from "../xml.ts";

const PLAIN: NumberFormat = {isDate: false, isPercent: false};
const DATE: NumberFormat = {isDate: true, isPercent: false};
const PERCENT: NumberFormat = {isDate: false, isPercent: true};
/** Longest chain of styles that build on one another. */
const MAX_STEPS = 32;

/** Styles of an OpenDocument file as far as a reader needs them: fonts and number formats of cells, and which sheets are hidden. */
export class OdsStyles {
  readonly #families = new Map<string, string>();
  readonly #fonts = new Map<string, string>();
  /** What number formats show, by their names, and the number format of a cell style. */
  readonly #formats = new Map<string, NumberFormat>();
  readonly #formatNames = new Map<string, string>();
  readonly #parents = new Map<string, string>();
  readonly #hiddenTables = new Set<string>();
  #defaultFont: string | null = null;
  #style = "";
  #kind: "cell" | "table" | "default" | null = null;

  /** Listens to one part or to the head of one; elements that are no styles are passed over. */
  readonly listener: XmlListener = {
    open: (name, attributes) => this.#open(name, attributes),
    close: (name) => {
      if (name === "style:style" || name === "style:default-style") this.#kind = null;
    },
    text: () => undefined
  };

  /** Font of a cell style: its own, else that of the style it builds on, else the document's. */
  fontOf(style: string | null): string | null {
    const font = this.#inherited(style, this.#fonts) ?? this.#defaultFont;
    return font === null ? null : (this.#families.get(font) ?? font);
  }

  /** What the number format of a cell style shows. Programs other than LibreOffice write days as plain numbers in such a format. */
  formatOf(style: string | null): NumberFormat {
    return this.#formats.get(this.#inherited(style, this.#formatNames) ?? "") ?? PLAIN;
  }

  /** What a cell style, or a style it builds on, says. */
  #inherited(style: string | null, said: ReadonlyMap<string, string>): string | null {
    let name: string | undefined = style ?? "Default";
    for (let step = 0; name !== undefined && step < MAX_STEPS; step++) {
      const value = said.get(name);
      if (value !== undefined) return value;
      name = this.#parents.get(name);
    }
    return null;
  }

  isHiddenTable(style: string | undefined): boolean {
    return style !== undefined && this.#hiddenTables.has(style);
  }

  #open(name: string, attributes: Attributes): void {
    if (name === "style:font-face") {
      const family = attributes.get("svg:font-family")?.replace(/^['"]|['"]$/g, "");
      if (family !== undefined) this.#families.set(attributes.get("style:name") ?? "", family);
    } else if (name === "style:style") {
      const family = attributes.get("style:family");
      this.#style = attributes.get("style:name") ?? "";
      this.#kind = family === "table-cell" ? "cell" : family === "table" ? "table" : null;
      const parent = attributes.get("style:parent-style-name");
      if (this.#kind !== "cell") return;
      if (parent !== undefined) this.#parents.set(this.#style, parent);
      const format = attributes.get("style:data-style-name");
      if (format !== undefined) this.#formatNames.set(this.#style, format);
    } else if (name === "number:date-style" || name === "number:time-style") {
      this.#formats.set(attributes.get("style:name") ?? "", DATE);
    } else if (name === "number:percentage-style") {
      this.#formats.set(attributes.get("style:name") ?? "", PERCENT);
    } else if (name === "style:default-style") {
      this.#kind = attributes.get("style:family") === "table-cell" ? "default" : null;
    } else if (name === "style:text-properties") this.#setFont(attributes);
    else if (name === "style:table-properties" && this.#kind === "table") {
      if (attributes.get("table:display") === "false") this.#hiddenTables.add(this.#style);
    }
  }

  #setFont(attributes: Attributes): void {
    const font = attributes.get("style:font-name") ?? attributes.get("fo:font-family")?.replace(/^['"]|['"]$/g, "");
    if (font === undefined) return;
    if (this.#kind === "cell") this.#fonts.set(this.#style, font);
    else if (this.#kind === "default") this.#defaultFont = font;
  }
}
