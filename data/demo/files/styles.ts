import type {PlannedSheet} from "../../../loaders/write/plannedSheet.ts";
import {FORMATS, look, styleSheet} from "../../../loaders/write/styleSheet.ts";

const EDGED = {border: true};
const NUMBER = {border: true, format: FORMATS.whole};

/** Looks of the cells of simulated workbooks. */
const LOOKS = {
  plain: look("regular", null),
  motto: look("bold", "center"),
  sender: look("regular", "center"),
  senderBold: look("bold", "center"),
  title: look("large", "center"),
  note: look("italic", "center"),
  mark: look("boldItalic", "center"),
  head: look("bold", "center", {...EDGED, fill: "FFEDEDED"}),
  group: look("bold", "left", EDGED),
  text: look("regular", "left", EDGED),
  centre: look("regular", "center", EDGED),
  number: look("regular", "right", NUMBER),
  decimal: look("regular", "right", {border: true, format: FORMATS.oneDecimal}),
  date: look("regular", "center", {border: true, format: FORMATS.day}),
  share: look("regular", "right", {border: true, format: FORMATS.percent}),
  total: look("bold", "left", EDGED),
  totalNumber: look("bold", "right", NUMBER),
  signature: look("bold", "center")
};
export type CellStyle = keyof typeof LOOKS;

/** A worksheet of the demo. */
export type DemoSheet = PlannedSheet<CellStyle>;

export const DEMO_STYLES = styleSheet<CellStyle>(LOOKS);
