import {FORMATS, look, type Look, styleSheet} from "../write/styleSheet.ts";

/** Grounds: head of a needed column and of others, group rows; cells to fill in (needed, others), cells nobody fills in. */
const HEAD_NEEDED = "FFD3E3E9";
const HEAD = "FFEDEDED";
const GROUP = "FFE3ECEF";
const NEEDED = "FFFFF0C2";
const OPTIONAL = "FFFFFAE8";
const OFF = "FFEFEFEF";

/** State of a cell: filled in before, to be filled in, or out of question. */
export type CellState = "given" | "needed" | "optional" | "off";
/** What a cell holds, for its place and number format. */
export type CellKind = "text" | "centre" | "number" | "decimal" | "date" | "share" | "code";

const FILLS: Readonly<Record<CellState, string | null>> = {given: null, needed: NEEDED, optional: OPTIONAL, off: OFF};
const KINDS: Readonly<Record<CellKind, Look>> = {
  text: look("regular", "left", {border: true}),
  centre: look("regular", "center", {border: true}),
  number: look("regular", "right", {border: true, format: FORMATS.whole}),
  decimal: look("regular", "right", {border: true, format: FORMATS.oneDecimal}),
  date: look("regular", "center", {border: true, format: FORMATS.day}),
  share: look("regular", "right", {border: true, format: FORMATS.percent}),
  code: look("regular", "left", {border: true, format: FORMATS.text})
};

type DataLook = `${CellState}/${CellKind}`;
const data = Object.fromEntries(
  (Object.keys(FILLS) as CellState[]).flatMap((state) =>
    (Object.keys(KINDS) as CellKind[]).map((kind) => [`${state}/${kind}`, {...KINDS[kind], fill: FILLS[state]}])
  )
) as Record<DataLook, Look>;

const WORDS = {
  plain: look("regular", null),
  sender: look("regular", "center"),
  senderBold: look("bold", "center"),
  title: look("large", "center"),
  place: look("bold", "center"),
  note: look("italic", "center"),
  mark: look("boldItalic", "center"),
  head: look("bold", "center", {border: true, fill: HEAD}),
  headNeeded: look("bold", "center", {border: true, fill: HEAD_NEEDED}),
  group: look("bold", "left", {fill: GROUP, wraps: false}),
  section: look("bold", "left", {wraps: false}),
  step: look("regular", "left"),
  cell: look("regular", "left", {border: true}),
  cellBold: look("bold", "left", {border: true}),
  cellCentre: look("regular", "center", {border: true}),
  sampleNeeded: look("regular", "left", {border: true, fill: NEEDED}),
  sampleOptional: look("regular", "left", {border: true, fill: OPTIONAL})
} satisfies Record<string, Look>;

export type TemplateLook = keyof typeof WORDS | DataLook;

/** Height of a line of their text, in points. */
export const LINE_HEIGHT = 14.5;

/** Looks of the forms we hand out: Times New Roman 11. */
export const TEMPLATE_STYLES = styleSheet<TemplateLook>({...WORDS, ...data}, {size: 11});

/** Look of a cell of a table. */
export function dataLook(state: CellState, kind: CellKind): TemplateLook {
  return `${state}/${kind}`;
}
