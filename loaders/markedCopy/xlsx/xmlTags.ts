/** A tag of an XML text, with its place in it. */
export interface XmlTag {
  /** As written, prefix included. */
  name: string;
  start: number;
  /** Behind the ">". */
  end: number;
  kind: "open" | "close" | "empty";
  /** Elements around it. */
  depth: number;
}

/** The tags of a well-formed XML text in order; comments, instructions and CDATA are passed over. */
export function* xmlTags(xml: string): Generator<XmlTag> {
  let depth = 0;
  for (let start = xml.indexOf("<"); start >= 0;) {
    const after = passedOver(xml, start);
    if (after !== null) {
      start = xml.indexOf("<", after);
      continue;
    }
    const end = endOfTag(xml, start);
    const isClose = xml.charCodeAt(start + 1) === SLASH;
    const kind = isClose ? "close" : xml.charCodeAt(end - 2) === SLASH ? "empty" : "open";
    if (isClose) depth--;
    yield {name: nameAt(xml, start + (isClose ? 2 : 1)), start, end, kind, depth};
    if (kind === "open") depth++;
    start = xml.indexOf("<", end);
  }
}

const SLASH = 47;
const NAME = /[^\s/>]+/y;

function nameAt(xml: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(xml)?.[0] ?? "";
}

/** Where what is no tag ends; null for a tag. */
function passedOver(xml: string, start: number): number | null {
  const ending = xml.startsWith("<!--", start)
    ? "-->"
    : xml.startsWith("<![CDATA[", start)
      ? "]]>"
      : xml.startsWith("<?", start)
        ? "?>"
        : null;
  return ending === null ? null : placeOf(xml, ending, start + 2) + ending.length;
}

/** A quoted value may hold ">". */
function endOfTag(xml: string, start: number): number {
  for (let at = start; ;) {
    const close = placeOf(xml, ">", at);
    const quote = firstQuote(xml, at, close);
    if (quote < 0) return close + 1;
    at = placeOf(xml, xml.charAt(quote), quote + 1) + 1;
  }
}

function firstQuote(xml: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const character = xml.charCodeAt(at);
    if (character === 34 || character === 39) return at;
  }
  return -1;
}

function placeOf(xml: string, text: string, from: number): number {
  const at = xml.indexOf(text, from);
  if (at < 0) throw new Error(`XML ends before ${text}`);
  return at;
}

/** Prefix of a name with its colon: "x:" of "x:row", "" of "row". */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(":") + 1);
}

export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Value of an attribute as written, or null; `name` with its prefix. */
export function attributeOf(tag: string, name: string): string | null {
  const match = attributePattern(name).exec(tag);
  return match === null ? null : (match[2] ?? match[3] ?? "");
}

/** The tag with an attribute of this value, which must need no escaping; null takes the attribute away. */
export function withAttribute(tag: string, name: string, value: string | number | null): string {
  const pattern = attributePattern(name);
  if (pattern.test(tag)) return tag.replace(pattern, value === null ? "" : ` ${name}="${value}"`);
  return value === null ? tag : tag.replace(/\s*\/?>$/, (ending) => ` ${name}="${value}"${ending.trimStart()}`);
}

const patterns = new Map<string, RegExp>();

function attributePattern(name: string): RegExp {
  let pattern = patterns.get(name);
  if (pattern === undefined) patterns.set(name, (pattern = new RegExp(`(\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'))`)));
  return pattern;
}

/** The text with a root that has a closing tag: `<a/>` is written `<a></a>`. */
export function withOpenRoot(xml: string): string {
  for (const {name, start, end, kind} of xmlTags(xml)) {
    if (kind !== "empty") return xml;
    return `${xml.slice(0, start)}${xml.slice(start, end).replace(/\s*\/>$/, ">")}</${name}>${xml.slice(end)}`;
  }
  return xml;
}
