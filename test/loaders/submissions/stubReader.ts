import {readLegacy} from "../../../loaders/read/readLegacy.ts";
import type {Workbook} from "../../../loaders/read/workbook.ts";
import type {Rules, SubmissionContext} from "../../../loaders/submissions/readSubmission.ts";
import {serveReader} from "../../../loaders/submissions/serveReader.ts";
import type {Issue, Reading, UnitRow} from "../../../loaders/validate/reading.ts";

/**
 * A form of two columns in place of the real ones: a row "name, type" is a unit, a row without a type is refused, the text
 * "FAIL" is a fault of the program, "HUGE" takes all memory, "BUFFERS" takes it outside the heap, "LOOP" never ends, "ABORT" ends the process, "BAD" makes a row that
 * no table can hold.
 */
function validateStub(workbook: Workbook, {folderYear, receipt, file}: SubmissionContext & Rules): Reading {
  const units: UnitRow[] = [];
  const issues: Issue[] = [];
  for (const {name, cells} of workbook.sheets) {
    for (const {row, column, text} of cells) {
      if (text === "FAIL") throw new Error("the stub fails");
      if (text === "HUGE") fillMemory();
      if (text === "BUFFERS") fillBuffers();
      if (text === "LOOP") for (;;) if (cells.length === 0) break;
      if (text === "ABORT") process.abort();
      if (column !== 1) continue;
      const type = cells.find((cell) => cell.row === row && cell.column === 2)?.text;
      if (type === undefined) issues.push(missingType(name, row));
      else units.push(unit(name, text === "BAD" ? Number.NaN : row, text, type));
    }
  }
  const rows_read = units.length + issues.length;
  return {
    form: rows_read === 0 ? "" : "unit_list",
    period: "nam",
    year: folderYear,
    stage: receipt?.stage ?? (file.includes("sơ bộ") ? "so_bo" : "chinh_thuc"),
    area_level: "commune",
    area_code: receipt?.commune ?? "14758",
    is_simulated: true,
    rows_read,
    rows_accepted: units.length,
    rows_rejected: issues.length,
    units,
    models: [],
    facts: [],
    summaries: [],
    columns: [{sheet: "S", form: "unit_list", field: "unit_name", column_letter: "A", header_text: "Tên"}],
    values: [],
    issues
  };
}

function fillMemory(): never {
  const taken: string[][] = [];
  for (;;) taken.push(Array.from({length: 10_000}, (_, i) => `${taken.length} ${i}`));
}

function fillBuffers(): never {
  const taken: Uint8Array[] = [];
  for (;;) taken.push(new Uint8Array(2 ** 20).fill(taken.length));
}

function missingType(sheet: string, row_number: number): Issue {
  return {
    commune_code: null,
    severity: "row_error",
    rule: "unit_type",
    sheet,
    cell: `B${row_number}`,
    row_number,
    field: "unit_type",
    raw_value: null,
    message: `Ô B${row_number} trống.`,
    remedy: "Điền loại hình."
  };
}

function unit(sheet: string, row_number: number, unit_name: string, unit_type: string): UnitRow {
  return {
    sheet,
    row_number,
    year: 2025,
    period: "nam",
    stage: "chinh_thuc",
    commune_code: "14758",
    commune_valid_from: "2025-07-01",
    unit_code: null,
    unit_name,
    name_key: unit_name.toLowerCase(),
    unit_type,
    former_commune_code: null,
    managed_level: "xa",
    managed_by: null,
    exclusion_reason: null,
    is_registered: true,
    registered_date: "2025-01-15",
    resolution_date: null,
    plan_date: null,
    is_certified: null,
    decision_number: null,
    score: 92.5,
    class: null,
    effective_model_count: 0,
    informed_count: null,
    informed_total: null,
    titled_subunit_count: null,
    subunit_count: null,
    is_title_eligible: null,
    disciplined_count: null,
    warned_or_heavier_count: null,
    education_month_count: null,
    is_exemplary_registered: null,
    is_exemplary_reached: null,
    is_award_registered: null,
    award_registered_date: null,
    dossier_sent_date: null,
    merit_certificate_count: null,
    is_block_leader: false,
    complex_case_count: null,
    petition_count: null,
    note: null
  };
}

serveReader(validateStub, readLegacy);
