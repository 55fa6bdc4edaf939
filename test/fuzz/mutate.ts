import fc from "fast-check";
import {unzipSync, zipSync} from "fflate";
import {readWorkbook} from "../../loaders/read/readWorkbook.ts";
import {storedRows} from "../../loaders/submissions/storedRows.ts";
import {validateWorkbook} from "../../loaders/validate/validateWorkbook.ts";
import {forms, register} from "../loaders/validate/build.ts";

/** One damage to bytes: where (a share of their length), how far, and what. */
interface Damage {
  kind: "flip" | "cut" | "double" | "swap" | "end";
  at: number;
  length: number;
  byte: number;
}

/** Damages to the file as it is, or to one part inside its ZIP, packed again with sizes and checksums that agree. */
export interface Mutation {
  file: number;
  isInside: boolean;
  part: number;
  damages: Damage[];
}

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom<Damage["kind"][]>("flip", "flip", "cut", "double", "swap", "end"),
  at: fc.double({min: 0, max: 1, noNaN: true}),
  length: fc.integer({min: 1, max: 60}),
  byte: fc.oneof(
    fc.integer({min: 0, max: 255}),
    fc.constantFrom(...Array.from("<>&\"'/=:0123456789AZ ", (sign) => sign.charCodeAt(0)))
  )
});

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  file: fc.nat(),
  isInside: fc.boolean(),
  part: fc.nat(),
  damages: fc.array(damage, {minLength: 1, maxLength: 6})
});

/** The file with its damages. */
export function mutate(files: readonly Uint8Array[], {file, isInside, part, damages}: Mutation): Uint8Array {
  const bytes = files[file % files.length];
  if (bytes === undefined) throw new Error("no files to damage");
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isInside || !isZip) return damages.reduce(damaged, bytes);
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[part % names.length] ?? "";
  return zipSync({...parts, [name]: damages.reduce(damaged, parts[name] ?? new Uint8Array())}, {level: 1});
}

function damaged(bytes: Uint8Array, {kind, at, length, byte}: Damage): Uint8Array {
  const from = Math.min(bytes.length - 1, Math.floor(at * bytes.length));
  const to = Math.min(bytes.length, from + length);
  const [before, middle, after] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  switch (kind) {
    case "flip":
      return joined(before, Uint8Array.of(byte), bytes.subarray(from + 1));
    case "cut":
      return joined(before, after);
    case "double":
      return joined(before, middle, middle, after);
    case "swap":
      return joined(before, middle.slice().reverse(), after);
    case "end":
      return before.slice();
  }
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(pieces.flatMap((piece) => Array.from(piece)));
}

/** Reads the bytes as a submission: true if they are read, false if refused in words. @throws whatever a reader must not. */
export function survives(bytes: Uint8Array): boolean {
  const file = "2025/tep.xlsx";
  const result = readWorkbook(bytes, {fileName: file});
  if (!result.ok) {
    if (!/^\p{Lu}.*\.$/su.test(result.refusal.message))
      throw new Error(`refused without a sentence: ${result.refusal.message}`);
    return false;
  }
  const context = {file, folderYear: 2025, receipt: null, register, forms};
  // Every value fits its table, and rows_read = rows_accepted + rows_rejected.
  return Array.from(storedRows(validateWorkbook(result.workbook, context))).length > 0;
}
