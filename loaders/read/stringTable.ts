import {type Attributes, parseXml} from "./xml.ts";

/** Text of a cell kept outside the sheet, and the font of its first formatted run, if any. */
export interface SharedStrings {
  texts: readonly string[];
  fonts: readonly (string | null)[];
}

export const NO_STRINGS: SharedStrings = {texts: [], fonts: []};

/**
 * Collects the text of `<si>` or `<is>`: plain, or the runs of rich text one after another; phonetic guides (`<rPh>`) are not
 * part of the text. Used for the shared strings and for the inline strings of a sheet.
 */
export class RichText {
  #text = "";
  #font: string | null = null;
  #runFont: string | null = null;
  #isInText = false;
  #isInPhonetic = false;

  start(): void {
    this.#text = "";
    this.#font = null;
    this.#runFont = null;
    this.#isInPhonetic = false;
    this.#isInText = false;
  }
  open(name: string, attributes: Attributes): void {
    if (name === "t") this.#isInText = !this.#isInPhonetic;
    else if (name === "r") this.#runFont = null;
    else if (name === "rFont") this.#runFont = attributes.get("val") ?? null;
    else if (name === "rPh") this.#isInPhonetic = true;
  }
  close(name: string): void {
    if (name === "t") this.#isInText = false;
    else if (name === "rPh") this.#isInPhonetic = false;
  }
  add(text: string): void {
    if (!this.#isInText) return;
    this.#text += text;
    if (this.#font === null && text.trim() !== "") this.#font = this.#runFont;
  }
  get text(): string {
    return decodeEscapes(this.#text);
  }
  get font(): string | null {
    return this.#font;
  }
}

/**
 * Excel writes characters that XML cannot hold as `_x000D_`, and a literal `_x000D_` as `_x005F_x000D_`. Control characters
 * other than tab and line ends are left out, halves of a surrogate pair become U+FFFD.
 */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text
    .replace(/_x([0-9a-f]{4})_/gi, (_, hexadecimal: string) => {
      const code = Number.parseInt(hexadecimal, 16);
      return code >= 32 || code === 9 || code === 10 || code === 13 ? String.fromCharCode(code) : "";
    })
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

/** Reads the shared strings part. */
export function readSharedStrings(part: string, bytes: Uint8Array): SharedStrings {
  const texts: string[] = [];
  const fonts: (string | null)[] = [];
  const item = new RichText();
  parseXml(part, bytes, {
    open: (name, attributes) => {
      if (name === "si") item.start();
      else item.open(name, attributes);
    },
    close: (name) => {
      if (name === "si") {
        texts.push(item.text);
        fonts.push(item.font);
      } else item.close(name);
    },
    text: (text) => item.add(text)
  });
  return {texts, fonts};
}
