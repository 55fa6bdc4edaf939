import fc from "fast-check";
import {SaxesParser} from "saxes";
import {describe, expect, it} from "vitest";
import {RefusalError} from "../../../loaders/read/refusal.ts";
import {XmlScanner} from "../../../loaders/read/xmlScanner.ts";

type Event = readonly [kind: "open" | "close" | "text", what: string, attributes?: Record<string, string>];

const ATTRIBUTES = ["r", "s", "t", "a:id", "ref"];

/** Joins text that came in pieces. */
function joined(events: readonly Event[]): Event[] {
  const whole: Event[] = [];
  for (const event of events) {
    const last = whole.at(-1);
    if (event[0] === "text" && last?.[0] === "text") whole[whole.length - 1] = ["text", last[1] + event[1]];
    else whole.push(event);
  }
  return whole;
}

/** Events of our scanner when the text arrives cut at the given places, or null if it is refused. */
function scan(text: string, cuts: readonly number[] = []): Event[] | null {
  const events: Event[] = [];
  const scanner = new XmlScanner("part.xml", {
    open: (name, attributes) => {
      const values = ATTRIBUTES.map((key) => [key, attributes.get(key)] as const).filter(
        ([, value]) => value !== undefined
      );
      events.push(["open", name, Object.fromEntries(values) as Record<string, string>]);
    },
    close: (name) => events.push(["close", name]),
    text: (piece) => {
      if (piece !== "") events.push(["text", piece]);
    }
  });
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  try {
    for (const [i, from] of [0, ...places].entries()) scanner.write(text.slice(from, places[i] ?? text.length));
    scanner.end();
  } catch (error) {
    if (error instanceof RefusalError) return null;
    throw error;
  }
  return joined(events);
}

/** The same by a general parser; what we refuse on purpose counts as refused. */
function parse(text: string): Event[] | null {
  const events: Event[] = [];
  const parser = new SaxesParser();
  const errors: unknown[] = [];
  parser.on("error", (error) => errors.push(error));
  parser.on("doctype", (doctype) => errors.push(doctype));
  let depth = 0;
  parser.on("opentag", ({name, attributes}) => {
    depth++;
    events.push(["open", name, {...attributes}]);
  });
  parser.on("closetag", ({name}) => {
    depth--;
    events.push(["close", name]);
  });
  const onText = (piece: string): void => {
    if (depth > 0 && piece !== "") events.push(["text", piece]);
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  parser.write(text).close();
  return errors.length > 0 ? null : joined(events);
}

const cuts = fc.array(fc.nat({max: 400}), {maxLength: 6});
const element = fc.letrec((tie) => ({
  node: fc.oneof(
    {maxDepth: 4},
    fc.string({unit: fc.constantFrom("a", "đ", "😀", " ", "\n", "\r", "\t", "]", ">", '"', "-"), maxLength: 8}),
    fc.constantFrom(
      "&amp;",
      "&lt;",
      "&#273;",
      "&#x1F600;",
      "&#13;",
      "<![CDATA[<a>&amp;]] >]]>",
      "<!-- <b> - c -->",
      "<?d e?>"
    ),
    tie("tag")
  ),
  tag: fc
    .tuple(
      fc.constantFrom("c", "row", "v", "x14:v", "Tên", "a-b.c_d1"),
      fc.uniqueArray(fc.constantFrom(...ATTRIBUTES), {maxLength: 3}),
      fc.constantFrom("A1", "", "&quot;a&apos;", "a\tb\r\nc", "'", "đ>", "&#9;"),
      fc.array(tie("node"), {maxLength: 4}),
      fc.constantFrom("", " ", "\n ")
    )
    .map(([name, keys, value, children, space]) => {
      const attributes = keys.map((key) => ` ${key}${space}=${space}"${value}"`).join("");
      const content = children.join("");
      return content === ""
        ? `<${name}${attributes}${space}/>`
        : `<${name}${attributes}${space}>${content}</${name}${space}>`;
    })
})).tag;

describe("the scanner agrees with a general XML parser", () => {
  it("on well-formed documents, wherever the pieces are cut", () => {
    const head = fc.constantFrom("", '<?xml version="1.0" encoding="UTF-8"?>\r\n', "<!-- a -->\n", "\ufeff");
    fc.assert(
      fc.property(head, element, cuts, (start, body, places) => {
        const text = start + body.replaceAll("]]>", (found, at: number) => (isInCdata(body, at) ? found : "]] >"));
        const expected = parse(text);
        expect(expected).not.toBeNull();
        expect(scan(text, places)).toEqual(localNames(expected ?? []));
      }),
      {numRuns: 1000}
    );
  });

  it("on which random markup is well-formed", () => {
    const piece = fc.constantFrom("<a>", "</a>", "<b ", "r='1'", ' s="2"', "/>", ">", "<", "/", "=", "&", "&amp;", "amp;", "x", " ", "<!--", "-->", "<![CDATA[", "<?p ", "?>", "<!DOCTYPE a>", "\u0001", "&#0;", "1"); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 9}), cuts, (pieces, places) => {
        const text = `<a>${pieces.join("")}</a>`;
        // Three freedoms that we allow: ">" after "]]" in text, "--" inside a comment, an instruction of any name.
        fc.pre(!text.includes("]]") && !/<!--.*--[^>]/s.test(text) && !/<\?(?!p )/.test(text));
        expect(scan(text, places)).toEqual(parse(text));
      }),
      {numRuns: 3000}
    );
  });
});

describe("what the scanner refuses", () => {
  it.each([
    ["elements deeper than in any spreadsheet", "<a>".repeat(300) + "</a>".repeat(300)],
    ["an attribute twice", "<a r='1' r='2'/>"],
    ["more attributes than any spreadsheet has", `<a ${Array.from({length: 300}, (_, i) => `b${i}=''`).join(" ")}/>`],
    ["a tag without end", `<a ${"b".repeat(2 ** 21)}`],
    ["text after the document", "<a/>b"],
    ["text before it", "b<a/>"],
    ["an entity that only a DOCTYPE could declare", "<a>&nbsp;</a>"],
    ["an unended comment", "<a/><!-- "],
    ["nothing", ""]
  ])("%s", (_, text) => {
    expect(scan(text)).toBeNull();
  });

  it("a very long comment, attribute-free text or CDATA costs time in proportion to its length", () => {
    const long = "-]".repeat(2 ** 20);
    const every = Array.from({length: 400}, (_, i) => i * 5_000);
    expect(scan(`<a><!--${long}--><![CDATA[${long}]]></a>`, every)).toEqual([
      ["open", "a", {}],
      ["text", long],
      ["close", "a"]
    ]);
  });
});

function isInCdata(text: string, at: number): boolean {
  return text.lastIndexOf("<![CDATA[", at) > text.lastIndexOf("]]>", at - 1);
}

/** The prefix of the root's name is taken off every name that has it. */
function localNames(events: readonly Event[]): Event[] {
  const root = events[0]?.[1] ?? "";
  const prefix = root.slice(0, root.indexOf(":") + 1);
  return events.map(([kind, what, ...rest]): Event => {
    return kind === "text" || !what.startsWith(prefix)
      ? [kind, what, ...rest]
      : [kind, what.slice(prefix.length), ...rest];
  });
}
