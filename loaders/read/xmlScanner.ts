import {damaged, unsafe} from "./refusal.ts";
import {AttributeSpans, type Attributes} from "./xmlAttributes.ts";
import {decodeReferences, lineEnds, wholeText} from "./xmlText.ts";

/** What the reader of one part listens to. Names are local: the prefix of the part's own namespace is taken off. */
export interface XmlListener {
  /** `attributes` holds only during the call. */
  open: (name: string, attributes: Attributes) => void;
  close: (name: string) => void;
  /** Character data; may come in several pieces. */
  text: (text: string) => void;
  /** False while text means nothing to the listener: its line ends are then left as written. Left out: text always counts. */
  wantsText?: () => boolean;
}

const QUOTE = 34;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const SLASH = 47;
const LESS = 60;
const GREATER = 62;
const EQUALS = 61;
const BANG = 33;
const QUESTION = 63;

/** Longest tag, in characters; a longer one would be scanned again with every piece that arrives. */
const MAX_TAG = 2 ** 20;
/** Deeper than any part of a spreadsheet. */
const MAX_DEPTH = 256;

/**
 * A well-formedness checking XML 1.0 scanner for the plain XML of spreadsheets: elements, attributes, text, CDATA; comments and
 * processing instructions are skipped, DOCTYPE is refused, so that no entity but the five of XML exists. It is handed a part
 * piece by piece and, unlike a general parser, makes no object for a tag or an attribute.
 */
export class XmlScanner {
  readonly #part: string;
  readonly #listener: XmlListener;
  readonly #attributes: AttributeSpans;
  /** Names of the open elements, and the prefix of the first with its colon. */
  readonly #open: string[] = [];
  #prefix: string | null = null;
  /** Characters that arrived without the rest of their token. */
  #rest = "";
  /** End of the construct that the last piece ended in. */
  #until: "-->" | "?>" | "]]>" | null = null;

  constructor(part: string, listener: XmlListener) {
    this.#part = part;
    this.#listener = listener;
    this.#attributes = new AttributeSpans((written) => this.#attribute(written));
  }

  write(piece: string): void {
    // eslint-disable-next-line no-control-regex
    if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(piece)) throw this.#wrong("ký tự điều khiển");
    const text = this.#rest === "" ? piece : this.#rest + piece;
    const consumed = this.#scan(text);
    this.#rest = text.slice(consumed);
    if (this.#rest.length > MAX_TAG) throw this.#wrong("thẻ quá dài");
  }

  end(): void {
    if (this.#rest !== "") {
      if (/[<&]/.test(this.#rest) || this.#until !== null) throw this.#wrong("bị cụt");
      this.#text(this.#rest.replaceAll("\r", "\n"));
      this.#rest = "";
    }
    if (this.#until !== null || this.#open.length > 0 || this.#prefix === null) throw this.#wrong("bị cụt");
  }

  /** Scans whole tokens; says where the first incomplete one begins. */
  #scan(s: string): number {
    let at = 0;
    for (;;) {
      const until = this.#until;
      if (until !== null) {
        const end = s.indexOf(until, at);
        const to = end < 0 ? Math.max(at, s.length - 2) : end;
        if (until === "]]>" && to > at) this.#emit(lineEnds(s.slice(at, to)));
        if (end < 0) return to;
        this.#until = null;
        at = end + until.length;
      }
      const tag = placeOf(s, LESS, at);
      if (tag > at) {
        const end = tag === s.length ? wholeText(s, at) : tag;
        if (end > at) this.#text(s.slice(at, end));
        at = end;
      }
      if (tag === s.length) return at;
      switch (s.charCodeAt(tag + 1)) {
        case SLASH:
          at = this.#closeTag(s, tag + 2);
          if (at < 0) return tag;
          break;
        case BANG:
          at = this.#startBang(s, tag);
          if (at === tag) return tag;
          break;
        case QUESTION:
          this.#until = "?>";
          at = tag + 2;
          break;
        default:
          at = this.#openTag(s, tag);
          if (at < 0) return tag;
      }
    }
  }

  /** `<!--`, `<![CDATA[`; unchanged place if the token is not whole. */
  #startBang(s: string, tag: number): number {
    if (s.startsWith("<!--", tag)) {
      this.#until = "-->";
      return tag + 4;
    }
    if (s.startsWith("<![CDATA[", tag)) {
      if (this.#open.length === 0) throw this.#wrong("chữ nằm ngoài phần tử");
      this.#until = "]]>";
      return tag + 9;
    }
    if (s.startsWith("<!DOCTYPE", tag)) throw unsafe(`"${this.#part}" có khai báo DOCTYPE`);
    const isWhole = s.length - tag >= 9 || !"<![CDATA[ <!DOCTYPE <!--".includes(s.slice(tag));
    if (isWhole) throw this.#wrong("khai báo lạ");
    return tag;
  }

  /** Reads an opening tag; −1 if its end has not arrived. */
  #openTag(s: string, tag: number): number {
    let at = nameEnd(s, tag + 1);
    if (at === s.length) return -1;
    if (!isName(s, tag + 1, at)) throw this.#wrong("tên thẻ sai");
    const name = s.slice(tag + 1, at);
    const attributes = this.#attributes;
    attributes.reset(s);
    for (;;) {
      const from = at;
      at = skipSpace(s, at);
      if (at === s.length) return -1;
      const code = s.charCodeAt(at);
      if (code === GREATER) {
        this.#begin(name, attributes);
        return at + 1;
      }
      if (code === SLASH) {
        if (at + 1 === s.length) return -1;
        if (s.charCodeAt(at + 1) !== GREATER) throw this.#wrong("thẻ đóng sai");
        this.#begin(name, attributes);
        this.#finish();
        return at + 2;
      }
      if (at === from) throw this.#wrong("thuộc tính dính liền");
      const keyEnd = nameEnd(s, at);
      const equals = skipSpace(s, keyEnd);
      if (equals === s.length) return -1;
      if (!isName(s, at, keyEnd) || s.charCodeAt(equals) !== EQUALS) throw this.#wrong("thuộc tính sai");
      const value = skipSpace(s, equals + 1);
      if (value === s.length) return -1;
      const quote = s.charCodeAt(value);
      if (quote !== QUOTE && quote !== APOSTROPHE) throw this.#wrong("thuộc tính không có dấu nháy");
      const end = placeOf(s, quote, value + 1);
      if (end === s.length) return -1;
      if (!attributes.add(at, keyEnd, value + 1, end)) throw this.#wrong("thuộc tính lặp lại hoặc quá nhiều");
      at = end + 1;
    }
  }

  #attribute(written: string): string {
    for (let i = 0; i < written.length; i++) {
      const code = written.charCodeAt(i);
      if (code >= 32 && code !== AMPERSAND && code !== LESS) continue;
      if (written.includes("<")) throw this.#wrong("thuộc tính có dấu <");
      return this.#decode(written.replace(/\r\n|[\t\n\r]/g, " "));
    }
    return written;
  }

  #begin(name: string, attributes: Attributes): void {
    if (this.#open.length === 0) {
      if (this.#prefix !== null) throw this.#wrong("có hai phần tử gốc");
      this.#prefix = name.slice(0, name.indexOf(":") + 1);
    }
    if (this.#open.push(name) > MAX_DEPTH) throw this.#wrong("lồng quá sâu");
    this.#listener.open(this.#local(name), attributes);
  }

  /** Reads the rest of a closing tag; −1 if its end has not arrived. */
  #closeTag(s: string, from: number): number {
    const name = this.#open.at(-1) ?? "";
    const end = placeOf(s, GREATER, from);
    if (end === s.length) return -1;
    const to = from + name.length;
    if (name === "" || !s.startsWith(name, from) || (to !== end && skipSpace(s, to) !== end)) {
      throw this.#wrong("thẻ đóng không khớp");
    }
    this.#finish();
    return end + 1;
  }

  #finish(): void {
    const name = this.#open.pop();
    if (name !== undefined) this.#listener.close(this.#local(name));
  }

  #local(name: string): string {
    return this.#prefix !== null && this.#prefix !== "" && name.startsWith(this.#prefix)
      ? name.slice(this.#prefix.length)
      : name;
  }

  #text(written: string): void {
    const isWanted = this.#listener.wantsText?.() ?? true;
    this.#emit(this.#decode(isWanted ? lineEnds(written) : written));
  }

  #emit(text: string): void {
    if (this.#open.length > 0) this.#listener.text(text);
    else if (text.trim() !== "" && text !== "\ufeff") throw this.#wrong("chữ nằm ngoài phần tử");
  }

  #decode(text: string): string {
    return decodeReferences(text, (reference) => this.#wrong(`ký hiệu &${reference} không có`));
  }

  #wrong(found: string): Error {
    return damaged(`"${this.#part}" sai cú pháp XML (${found})`);
  }
}

/** First place of a character from `at`, or the end: for the short spans of a sheet cheaper than indexOf. */
function placeOf(s: string, character: number, at: number): number {
  while (at < s.length && s.charCodeAt(at) !== character) at++;
  return at;
}

/** First place from `at` that is white space, "/", ">" or "=". */
function nameEnd(s: string, at: number): number {
  for (; at < s.length; at++) {
    const code = s.charCodeAt(at);
    if (code <= 32 || code === SLASH || code === GREATER || code === EQUALS) break;
  }
  return at;
}

function skipSpace(s: string, at: number): number {
  for (; at < s.length; at++) {
    const code = s.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13) break;
  }
  return at;
}

/** Names as spreadsheets use them: letters, digits and "_ - . :" of ASCII, and anything beyond it. */
function isName(s: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = s.charCodeAt(i);
    const isStart =
      (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58 || code >= 128;
    if (!isStart && (i === from || !((code >= 48 && code <= 57) || code === 45 || code === 46))) return false;
  }
  return to > from;
}
