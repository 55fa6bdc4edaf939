import {MARK_COLOURS} from "./markColours.ts";
import {TextEdits} from "./textEdits.ts";
import {attributeOf, localName, prefixOf, withAttribute, withOpenRoot, xmlTags} from "./xmlTags.ts";

/** Indexes of the styles that marks use: cell styles, and styles of conditional formats for cells at fault. */
export interface MarkStyles {
  header: number;
  error: number;
  warning: number;
  title: number;
  text: number;
  errorCell: number;
  warningCell: number;
}

/** Children of a style sheet in the order they must have. */
const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst"
];

interface Section {
  start: number;
  end: number;
  /** First tag, to write the count into. */
  tag: string;
  tagEnd: number;
  /** Where more items go: before the closing tag. */
  itemsEnd: number;
  isEmptyTag: boolean;
  count: number;
}

/** Adds the styles of marks behind those of the file, which keep their numbers. */
export function patchStyles(written: string): {xml: string; styles: MarkStyles} {
  const xml = withOpenRoot(written);
  const {prefix, sections, rootEnd} = findSections(xml);
  const edits = new TextEdits(xml);
  const named = (text: string): string => (prefix === "" ? text : text.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`));
  /** Adds items to a section and gives the index of the first; `initial` is what a section that is not there begins with. */
  const add = (name: string, items: readonly string[], initial: readonly string[] = []): number => {
    const section = sections.get(name);
    if (section === undefined) {
      const all = [...initial, ...items];
      const later = ORDER.slice(ORDER.indexOf(name) + 1).flatMap((other) => sections.get(other)?.start ?? []);
      edits.insert(Math.min(rootEnd, ...later), named(`<${name} count="${all.length}">${all.join("")}</${name}>`));
      return initial.length;
    }
    const {tag, start, tagEnd, itemsEnd, isEmptyTag, count} = section;
    const counted = attributeOf(tag, "count") === null ? tag : withAttribute(tag, "count", count + items.length);
    if (isEmptyTag) {
      const opened = counted.replace(/\s*\/>$/, ">");
      edits.replace(start, tagEnd, `${opened}${named(items.join(""))}</${prefix}${name}>`);
      return count;
    }
    edits.replace(start, tagEnd, counted);
    edits.insert(itemsEnd, named(items.join("")));
    return count;
  };
  const {ink, error, warning, sunk} = MARK_COLOURS;
  const font = add(
    "fonts",
    [
      fontXml("FFFFFFFF", 11, true),
      fontXml(error.ink, 11),
      fontXml(warning.ink, 11),
      fontXml(ink, 14, true),
      fontXml(ink, 11)
    ],
    [fontXml(ink, 11)]
  );
  const fill = add(
    "fills",
    [fillXml(error.ink), fillXml(error.fill), fillXml(warning.fill), fillXml(sunk)],
    ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>']
  );
  add("borders", [], ["<border><left/><right/><top/><bottom/><diagonal/></border>"]);
  const base = sections.has("cellStyleXfs") ? ' xfId="0"' : "";
  const xf = (fontId: number, fillId: number, alignment: string): string =>
    `<xf numFmtId="49" fontId="${fontId}" fillId="${fillId}" borderId="0"${base} applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment ${alignment}/></xf>`;
  const wrapped = 'vertical="top" wrapText="1"';
  const style = add(
    "cellXfs",
    [
      xf(font, fill, 'horizontal="center" vertical="center"'),
      xf(font + 1, fill + 1, wrapped),
      xf(font + 2, fill + 2, wrapped),
      xf(font + 3, 0, 'vertical="center"'),
      xf(font + 4, 0, wrapped)
    ],
    ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']
  );
  const dxf = add("dxfs", [dxfXml(error), dxfXml(warning)]);
  const styles = {
    header: style,
    error: style + 1,
    warning: style + 2,
    title: style + 3,
    text: style + 4,
    errorCell: dxf,
    warningCell: dxf + 1
  };
  return {xml: edits.apply(), styles};
}

function findSections(xml: string): {prefix: string; sections: Map<string, Section>; rootEnd: number} {
  const sections = new Map<string, Section>();
  let prefix = "";
  let rootEnd = xml.length;
  let count = 0;
  let open = {start: 0, end: 0};
  for (const {name, start, end, kind, depth} of xmlTags(xml)) {
    if (depth === 0) {
      prefix = prefixOf(name);
      if (kind === "close") rootEnd = start;
      continue;
    }
    if (depth === 2 && kind !== "close") count++;
    if (depth !== 1) continue;
    if (kind === "open") {
      count = 0;
      open = {start, end};
      continue;
    }
    const isEmptyTag = kind === "empty";
    if (isEmptyTag) open = {start, end};
    const tag = xml.slice(open.start, open.end);
    const about = {
      start: open.start,
      end,
      tag,
      tagEnd: open.end,
      itemsEnd: start,
      isEmptyTag,
      count: isEmptyTag ? 0 : count
    };
    sections.set(localName(name), about);
  }
  return {prefix, sections, rootEnd};
}

function fontXml(colour: string, size: number, isBold = false): string {
  return `<font>${isBold ? "<b/>" : ""}<sz val="${size}"/><color rgb="${colour}"/><name val="Times New Roman"/><family val="1"/></font>`;
}

function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function dxfXml({ink, fill}: {ink: string; fill: string}): string {
  const side = (name: string): string => `<${name} style="thin"><color rgb="${ink}"/></${name}>`;
  return `<dxf><fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor rgb="${fill}"/></patternFill></fill><border>${["left", "right", "top", "bottom"].map(side).join("")}</border></dxf>`;
}
