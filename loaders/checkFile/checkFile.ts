import {readWorkbook} from "../read/readWorkbook.ts";
import type {Refusal, Workbook} from "../read/workbook.ts";
import type {Register} from "../reference/register.ts";
import {refusedReading} from "../submissions/readSubmission.ts";
import type {ValidationContext} from "../validate/context.ts";
import type {Forms} from "../validate/form.ts";
import type {Issue, Reading} from "../validate/reading.ts";
import {rolesOf, type SheetRoles} from "../validate/recognise/rowRole.ts";
import {recogniseSheets, validateWorkbook} from "../validate/validateWorkbook.ts";
import {acceptance, type Acceptance} from "./acceptance.ts";

/** What a file is checked by, besides its bytes. */
export interface CheckContext {
  /** Its name may say "sơ bộ"; it names the sheet of a CSV file. */
  fileName: string;
  /** Code of the commune the file is of, where the file itself does not say. */
  communeCode?: string | null;
  /** Year of the figures, where the file itself does not say. */
  year?: number | null;
  register: Register;
  forms: Forms;
  /** Present code of the workspace's own province: it decides between communes of one name. */
  homeProvince?: string | null;
}

/** Everything that is to be said of one file before it is sent. Structured-clone safe: a Worker hands it to the page. */
export interface FileCheck {
  /** Why the file could not be read at all, else null. */
  refusal: Refusal | null;
  /** Cells as the file holds them; null for a refused file. */
  workbook: Workbook | null;
  reading: Reading;
  /** How each sheet was understood, in the order of the workbook; none for a refused file. */
  sheets: SheetRoles[];
  /** What would become of the file if it were sent as it is. */
  status: Acceptance;
  /** Every problem, as a person goes through the file; the one of a refused file is its refusal. */
  issues: Issue[];
}

/**
 * Reads and validates one file without loading it, with the loader's own code: the same bytes give the same rows and issues as
 * `npm run pipeline`. Pure, no `node:` imports: the command `check-file` and the page Kiểm tra tệp both call it.
 * Never throws for what a file holds.
 */
export function checkFile(bytes: Uint8Array, context: CheckContext): FileCheck {
  const {fileName, register, forms, homeProvince = null} = context;
  const about = {file: fileName, folderYear: null, receipt: receiptOf(context)};
  const result = readWorkbook(bytes, {fileName});
  if (!result.ok) {
    const {refusal} = result;
    const reading = refusedReading(refusal, about);
    return {refusal, workbook: null, reading, sheets: [], status: "rejected", issues: reading.issues};
  }
  const {workbook} = result;
  const found = recogniseSheets(workbook, forms);
  const reading = validateWorkbook(workbook, {...about, homeProvince, register, forms}, found);
  return {
    refusal: null,
    workbook,
    reading,
    sheets: found.map(rolesOf),
    status: acceptance(reading),
    issues: reading.issues
  };
}

/** What the person says of the file stands where the receiving desk's receipt would: the file's own words come first. */
function receiptOf({communeCode = null, year = null}: CheckContext): ValidationContext["receipt"] {
  if (communeCode === null && year === null) return null;
  return {received_date: null, sender: null, stage: null, commune: communeCode, year};
}
