import {attributeOf, withAttribute, xmlTags} from "./xmlTags.ts";

/**
 * The content of `<cols>` with a column of a width of its own, shown whatever its neighbours are; a run of columns that holds it
 * is cut in two.
 */
export function patchColumns(inside: string, column: number, width: number, prefix: string): string {
  const made = `<${prefix}col min="${column}" max="${column}" width="${width}" customWidth="1"/>`;
  const columns: {first: number; xml: string}[] = [{first: column, xml: made}];
  for (const {start, end, kind} of xmlTags(inside)) {
    if (kind === "close") continue;
    const tag = kind === "empty" ? inside.slice(start, end) : inside.slice(start, end).replace(/\s*>$/, "/>");
    const first = Number(attributeOf(tag, "min"));
    const last = Number(attributeOf(tag, "max"));
    if (last < column || first > column) {
      columns.push({first, xml: tag});
      continue;
    }
    if (first < column) columns.push({first, xml: withAttribute(tag, "max", column - 1)});
    if (last > column) columns.push({first: column + 1, xml: withAttribute(tag, "min", column + 1)});
  }
  return columns
    .sort((a, b) => a.first - b.first)
    .map(({xml}) => xml)
    .join("");
}
