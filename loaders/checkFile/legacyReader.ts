import {readLegacy} from "../read/readLegacy.ts";
import type {LegacyFormat} from "../read/readWorkbook.ts";
import {RefusalError} from "../read/refusal.ts";
import type {ReadResult} from "../read/workbook.ts";

/**
 * Reads a file of a legacy format, for the Worker of Kiểm tra tệp: bundled by `src/data/check-file-legacy.js.ts` with the library it
 * needs, and fetched only when such a file is dropped. A refusal comes back as a value: a bundle of its own has an error class of its own.
 */
export function readLegacyFile(bytes: Uint8Array, format: LegacyFormat): ReadResult {
  try {
    return {ok: true, workbook: readLegacy(bytes, format)};
  } catch (error) {
    if (error instanceof RefusalError) return {ok: false, refusal: error.refusal};
    throw error;
  }
}
