import {damaged} from "../refusal.ts";

/** Types of the records of an Excel 5 to 2003 stream that a form needs ([MS-XLS] 2.3.1). */
export const RECORD = {
  eof: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  font: 0x0031,
  continue: 0x003c,
  codePage: 0x0042,
  columns: 0x007d,
  boundSheet: 0x0085,
  multipleNumbers: 0x00bd,
  multipleBlanks: 0x00be,
  richLabel: 0x00d6,
  xf: 0x00e0,
  merges: 0x00e5,
  sharedStrings: 0x00fc,
  sharedLabel: 0x00fd,
  blank: 0x0201,
  number: 0x0203,
  label: 0x0204,
  boolOrError: 0x0205,
  string: 0x0207,
  row: 0x0208,
  packedNumber: 0x027e,
  format: 0x041e,
  bof: 0x0809
} as const;

/** Formula records of the versions; one has the value in it, a text follows in a record of its own. */
const FORMULAS: ReadonlySet<number> = new Set([0x0006, 0x0206, 0x0406]);

/** One record: its type, and where its content begins and how long it is. */
export interface BiffRecord {
  type: number;
  from: number;
  length: number;
  /** Place of the record itself, by which sheets are found. */
  at: number;
}

/** Goes through the records of a stream. @throws RefusalError if a record runs past the end. */
export function* biffRecords(view: DataView): Generator<BiffRecord> {
  const size = view.byteLength;
  for (let at = 0; at + 4 <= size;) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    // After the last record the stream is filled with zeros to the end of its sector.
    if (type === 0 && length === 0) return;
    const from = at + 4;
    if (from + length > size) throw damaged("bảng tính bị cụt");
    yield {type, from, length, at};
    at = from + length;
  }
}

export function isFormula(type: number): boolean {
  return FORMULAS.has(type);
}

/** True for the records that hold one cell with a value. */
export function isValueCell(type: number): boolean {
  return (
    isFormula(type) ||
    type === RECORD.number ||
    type === RECORD.packedNumber ||
    type === RECORD.boolOrError ||
    type === RECORD.sharedLabel ||
    type === RECORD.label ||
    type === RECORD.richLabel
  );
}
