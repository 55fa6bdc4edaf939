import {attributeOf, localName, prefixOf, withOpenRoot, xmlTags} from "./xmlTags.ts";
import {TextEdits} from "./textEdits.ts";
import {escapeXml} from "./xmlPart.ts";

const RELATIONSHIPS =
  /\sxmlns:([\w.-]+)\s*=\s*(?:"([^"]*\/officeDocument\/(?:2006\/)?relationships)"|'([^']*\/officeDocument\/(?:2006\/)?relationships)')/;

/** What the workbook part says that a new sheet must fit. */
export interface WorkbookFacts {
  /** Namespace of the workbook and its sheets: transitional or strict. */
  main: string;
  sheetNames: readonly string[];
}

export function workbookFacts(xml: string): WorkbookFacts {
  const sheetNames: string[] = [];
  let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  for (const {name, start, end, kind, depth} of xmlTags(xml)) {
    if (kind === "close") continue;
    const tag = xml.slice(start, end);
    if (depth === 0) {
      const prefix = prefixOf(name).slice(0, -1);
      main = attributeOf(tag, prefix === "" ? "xmlns" : `xmlns:${prefix}`) ?? main;
    } else if (depth === 2 && localName(name) === "sheet") sheetNames.push(attributeOf(tag, "name") ?? "");
  }
  return {main, sheetNames};
}

/** Lists a sheet behind those of the workbook, so that the numbers by which names and views refer to sheets stay right. */
export function listSheet(xml: string, sheetName: string, relationshipId: string): string {
  const edits = new TextEdits(xml);
  let greatest = 0;
  let attribute = "";
  for (const {name, start, end, kind, depth} of xmlTags(xml)) {
    if (depth === 2 && kind !== "close" && localName(name) === "sheet") {
      const tag = xml.slice(start, end);
      greatest = Math.max(greatest, Number(attributeOf(tag, "sheetId") ?? 0));
      attribute = relationshipAttribute(xml, tag, relationshipId);
    } else if (depth === 1 && kind === "close" && localName(name) === "sheets") {
      const about = `name="${escapeXml(sheetName)}" sheetId="${greatest + 1}"`;
      edits.insert(start, `<${prefixOf(name)}sheet ${about} ${attribute}/>`);
    }
  }
  return edits.apply();
}

/** The attribute that links a sheet to its part, with the prefix that the sheet `tag` uses; declared anew where only the tag does. */
function relationshipAttribute(xml: string, tag: string, id: string): string {
  const prefix = /\s([\w.-]+):id\s*=/.exec(tag)?.[1] ?? "r";
  const declared = RELATIONSHIPS.exec(tag);
  if (declared !== null) return `xmlns:${prefix}="${declared[2] ?? declared[3] ?? ""}" ${prefix}:id="${id}"`;
  if (!xml.includes(`xmlns:${prefix}`)) throw new Error(`prefix ${prefix} is not declared`);
  return `${prefix}:id="${id}"`;
}

/** Links a part from a relationships part, in the manner of another relationship of that kind. */
export function addRelationship(xml: string, id: string, kind: string, target: string): string {
  const written = withOpenRoot(xml);
  const edits = new TextEdits(written);
  let type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
  for (const {name, start, end, kind: tagKind, depth} of xmlTags(written)) {
    if (depth === 1 && tagKind !== "close") {
      const known = attributeOf(written.slice(start, end), "Type") ?? "";
      const isStrict = known.startsWith("http://purl.oclc.org/ooxml/");
      if (known.endsWith(`/${kind}`)) type = known;
      else if (isStrict && type.includes("/2006/"))
        type = `http://purl.oclc.org/ooxml/officeDocument/relationships/${kind}`;
    } else if (depth === 0 && tagKind === "close") {
      edits.insert(start, `<${prefixOf(name)}Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"/>`);
    }
  }
  return edits.apply();
}

/** An id that no relationship of the part has. */
export function freeRelationshipId(xml: string): string {
  let number = 1;
  while (xml.includes(`"rIdLoi${number}"`) || xml.includes(`'rIdLoi${number}'`)) number++;
  return `rIdLoi${number}`;
}

/** Declares the kind of a part in `[Content_Types].xml`; one that is declared already stays. */
export function addContentType(xml: string, part: string, kind: "worksheet" | "styles"): string {
  const written = withOpenRoot(xml);
  const edits = new TextEdits(written);
  const type = `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
  for (const {name, start, end, kind: tagKind, depth} of xmlTags(written)) {
    const declared = depth === 1 ? attributeOf(written.slice(start, end), "PartName") : null;
    if (declared?.toLowerCase() === `/${part.toLowerCase()}`) return xml;
    if (depth !== 0 || tagKind !== "close") continue;
    edits.insert(start, `<${prefixOf(name)}Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`);
  }
  return edits.apply();
}
