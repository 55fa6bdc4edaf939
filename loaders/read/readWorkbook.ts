import {readCsv} from "./readCsv.ts";
import {readXlsx} from "./readXlsx.ts";
import {RefusalError} from "./refusal.ts";
import {sniffFormat} from "./sniffFormat.ts";
import type {ReadResult} from "./workbook.ts";

/**
 * Reads a submitted file's bytes, whatever its format: sheets of addressed cells, or why the file is refused.
 * @param fileName names the one sheet of a CSV file; it does not decide the format.
 */
export function readWorkbook(bytes: Uint8Array, {fileName}: {fileName: string}): ReadResult {
  try {
    const workbook = sniffFormat(bytes) === "xlsx" ? readXlsx(bytes) : readCsv(bytes, fileName);
    return {ok: true, workbook};
  } catch (error) {
    if (error instanceof RefusalError) return {ok: false, refusal: error.refusal};
    throw error;
  }
}
