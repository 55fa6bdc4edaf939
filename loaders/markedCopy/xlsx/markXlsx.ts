import {MAX_COLUMNS} from "../../read/cellAddress.ts";
import {openPackage, type OpcPackage, partOfType, resolvePart} from "../../read/opcPackage.ts";
import type {Sheet, Workbook} from "../../read/workbook.ts";
import {findWorkbook, openXlsxPackage} from "../../read/xlsxPackage.ts";
import {findMarks, MARKS} from "../../validate/marks.ts";
import type {Issue} from "../../validate/reading.ts";
import type {SheetRoles} from "../../validate/recognise/rowRole.ts";
import {asRanges, placeMarks, type SheetMarks} from "../placeMarks.ts";
import {gravityOf, markText} from "../problems.ts";
import {addContentType, addRelationship, freeRelationshipId, listSheet, workbookFacts} from "./addSheet.ts";
import {filledColumns} from "./filledColumns.ts";
import {type MarkCell, patchSheet} from "./patchSheet.ts";
import {type MarkStyles, patchStyles} from "./patchStyles.ts";
import {problemSheet} from "./problemSheet.ts";
import {repackZip} from "./repackZip.ts";
import {decodePart, encodePart} from "./xmlPart.ts";

const CONTENT_TYPES = "[Content_Types].xml";
const NO_STYLES = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';

/**
 * Writes the marks into an .xlsx or .xlsm file. Parts: sheets with problems or old marks, the style sheet (styles are added behind
 * the others), the workbook with its links and content types for the one sheet more. Everything else keeps its bytes.
 * @param workbook what `readXlsx` makes of the bytes; `sheets` how its sheets were understood, in the same order.
 */
export function markXlsx(
  bytes: Uint8Array,
  {
    workbook,
    sheets,
    issues,
    isRewritten
  }: {workbook: Workbook; sheets: readonly SheetRoles[]; issues: readonly Issue[]; isRewritten: boolean}
): Uint8Array {
  const parts = new Parts(bytes);
  const styles = patchStylesOf(parts);
  const {sheets: sheetParts} = openXlsxPackage(bytes);
  const old = workbook.sheets.map(findMarks);
  const wasMarked = old.some(({isAddedSheet, cells}) => isAddedSheet || cells.size > 0);
  for (const [index, sheet] of workbook.sheets.entries()) {
    const part = sheetParts[index]?.part;
    const roles = sheets[index];
    if (part === undefined || roles === undefined) throw new Error(`sheet ${index} has no part or no roles`);
    if (old[index]?.isAddedSheet === true) continue;
    let marks = placeMarks(sheet, roles, issues);
    const isMarked = marks.rows.size + marks.errorCells.length + marks.warningCells.length > 0;
    if (!isMarked && !wasMarked) continue;
    const xml = parts.read(part);
    const oldCells = oldAddresses(sheet);
    if (marks.rows.size > 0) {
      const taken = filledColumns(xml, marks.headerRows[0] ?? 0, marks.lastRow, oldCells);
      marks = placeMarks(sheet, roles, issues, taken);
    }
    parts.write(part, patchSheet(xml, patchOf(marks, oldCells, styles)));
  }
  const {main, sheetNames} = workbookFacts(parts.read(parts.workbook));
  const added = old.findIndex(({isAddedSheet}) => isAddedSheet);
  const part = sheetParts[added]?.part ?? addSheet(parts, sheetNames, sheetParts[0]?.part ?? "");
  parts.write(part, problemSheet(issues, workbook, styles, {main, isRewritten}));
  return repackZip(bytes, parts.opc.directory, parts.written);
}

/** The parts of a package, with the text of those that were changed. */
class Parts {
  readonly opc: OpcPackage;
  readonly workbook: string;
  readonly written = new Map<string, Uint8Array>();

  constructor(bytes: Uint8Array) {
    this.opc = openPackage(bytes);
    this.workbook = findWorkbook(this.opc);
  }

  /** The relationships part of the workbook. */
  get links(): string {
    const slash = this.workbook.lastIndexOf("/") + 1;
    return `${this.workbook.slice(0, slash)}_rels/${this.workbook.slice(slash)}.rels`;
  }

  read(part: string): string {
    return decodePart(this.written.get(this.nameOf(part)) ?? this.opc.unpack(part));
  }

  write(part: string, xml: string): void {
    this.written.set(this.nameOf(part), encodePart(xml));
  }

  /** Name of the entry as the ZIP writes it: parts are named without regard to case. */
  nameOf(part: string): string {
    return this.opc.directory.get(part.toLowerCase())?.name ?? part;
  }

  /** Links a new part from the workbook and declares its kind; gives the id of the link. */
  link(part: string, kind: "worksheet" | "styles"): string {
    const folder = this.workbook.slice(0, this.workbook.lastIndexOf("/") + 1);
    const target = part.startsWith(folder) ? part.slice(folder.length) : `/${part}`;
    const links = this.read(this.links);
    const id = freeRelationshipId(links);
    this.write(this.links, addRelationship(links, id, kind, target));
    this.write(CONTENT_TYPES, addContentType(this.read(CONTENT_TYPES), part, kind));
    return id;
  }
}

function patchStylesOf(parts: Parts): MarkStyles {
  const known = partOfType(parts.workbook, parts.opc.relationshipsOf(parts.workbook), "styles");
  const part = known ?? resolvePart(parts.workbook, "styles.xml");
  const {xml, styles} = patchStyles(known === null ? NO_STYLES : parts.read(part));
  if (known === null) parts.link(part, "styles");
  parts.write(part, xml);
  return styles;
}

/** Packed addresses of the marks of an earlier check. */
function oldAddresses(sheet: Sheet): Set<number> {
  return new Set([...findMarks(sheet).cells].map(({row, column}) => row * MAX_COLUMNS + column - 1));
}

function patchOf(
  marks: SheetMarks,
  oldCells: ReadonlySet<number>,
  styles: MarkStyles
): Parameters<typeof patchSheet>[1] {
  const texts = new Map<number, MarkCell>();
  if (marks.rows.size > 0) {
    for (const row of marks.headerRows) texts.set(row, {text: MARKS.column, style: styles.header});
    for (const [row, issues] of marks.rows) {
      const isError = issues.some((issue) => gravityOf(issue) === "error");
      texts.set(row, {text: markText(issues, {separator: "\n"}), style: isError ? styles.error : styles.warning});
    }
  }
  return {
    column: texts.size === 0 ? null : marks.column,
    texts,
    oldCells,
    ranges: {error: asRanges(marks.errorCells), warning: asRanges(marks.warningCells)},
    formats: {error: styles.errorCell, warning: styles.warningCell}
  };
}

/** Adds an empty place for the sheet of problems, behind the others; gives its part. */
function addSheet(parts: Parts, sheetNames: readonly string[], neighbour: string): string {
  const folder = neighbour.slice(0, neighbour.lastIndexOf("/") + 1);
  let number = 1;
  while (parts.opc.has(`${folder}loi${number}.xml`)) number++;
  const part = `${folder}loi${number}.xml`;
  const id = parts.link(part, "worksheet");
  parts.write(parts.workbook, listSheet(parts.read(parts.workbook), freeName(sheetNames), id));
  return part;
}

/** Excel tells sheet names apart without case. */
function freeName(sheetNames: readonly string[]): string {
  const taken = new Set(sheetNames.map((name) => name.normalize("NFC").toLowerCase()));
  for (let number = 1; ; number++) {
    const name = number === 1 ? MARKS.sheet : `${MARKS.sheet} ${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
