import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {fileBytes} from "../../../data/demo/files/fileBytes.ts";
import {expectedModels} from "../../../data/demo/plan/expectedModels.ts";
import {expectedUnits} from "../../../data/demo/plan/expectedUnits.ts";
import {planDemo} from "../../../data/demo/plan/planDemo.ts";
import {type ListFile} from "../../../data/demo/plan/plannedFile.ts";
import {createRandom} from "../../../data/demo/random.ts";
import {areaNames} from "../../../data/demo/sheets/areaNames.ts";
import {layOutFile} from "../../../data/demo/sheets/layOutFile.ts";
import {readWorkbook} from "../../../loaders/read/readWorkbook.ts";
import {readForms} from "../../../loaders/submissions/readForms.ts";
import {type Reading} from "../../../loaders/validate/reading.ts";
import {validateWorkbook} from "../../../loaders/validate/validateWorkbook.ts";
import {register} from "./demoRegister.ts";

const random = createRandom(138);
const names = areaNames(register);
const forms = readForms(join(import.meta.dirname, "../../../data/forms"));
const lists = planDemo(register, 138).files.filter((file) => file.kind === "lists");

/** One file in twelve, and those with what is rare: a refused row, a summary, CSV. */
const some = lists.filter(
  (file, index) =>
    index % 12 === 0 ||
    file.format !== "xlsx" ||
    file.summarySlips.length > 0 ||
    file.slips.some(({effect}) => effect === "row_refused")
);

function read(file: ListFile): Reading {
  const bytes = fileBytes(file, names, random);
  if (bytes === null) throw new Error(`no bytes: ${file.file}`);
  const result = readWorkbook(bytes, {fileName: file.file});
  if (!result.ok) throw new Error(`${file.file}: ${result.refusal.message}`);
  const receipt = {
    file: file.file,
    received_date: file.receivedDate,
    sender: file.sender,
    stage: file.receiptStage,
    commune: null,
    year: null,
    withdrawn: false
  };
  const folderYear = Number(file.file.slice(0, 4));
  return validateWorkbook(result.workbook, {file: file.file, folderYear, receipt, register, forms});
}

const readings = some.map((file) => ({file, reading: read(file)}));

describe("the loaders read what the demo wrote", () => {
  test("whose file it is, of which year and stage", () => {
    expect(readings.length).toBeGreaterThan(40);
    for (const {file, reading} of readings)
      expect(reading, file.file).toMatchObject({
        year: file.year,
        stage: file.stage,
        area_level: file.reporter.level,
        area_code: file.reporter.code,
        is_simulated: true
      });
  });

  test("every unit of every list, field by field, at the row where it stands", () => {
    for (const {file, reading} of readings) {
      const {placed} = layOutFile(file, names, random);
      const sheetOf = (sheet: string): string => (file.format === "xlsx" ? sheet : "");
      const found = new Map(reading.units.map((unit) => [`${sheetOf(unit.sheet)}/${unit.row_number}`, unit]));
      const expected = expectedUnits(file, names);
      expect(found.size, file.file).toBe(expected.size);
      for (const [index, unit] of expected) {
        const at = `${sheetOf(placed[index]?.sheet ?? "")}/${placed[index]?.row ?? 0}`;
        expect(found.get(at), `${file.file} ${at}`).toMatchObject(unit);
      }
    }
  });

  test("models and facts in their order", () => {
    for (const {file, reading} of readings) {
      expect(reading.models.length, file.file).toBe(file.contents.models?.length ?? 0);
      for (const [index, model] of expectedModels(file).entries()) {
        const {plan_done_share: share, ...rest} = model;
        expect(reading.models[index], file.file).toMatchObject(rest);
        expect(reading.models[index]?.plan_done_share).toBeCloseTo(share ?? 0, 9);
      }
      for (const [index, fact] of (file.contents.facts ?? []).entries())
        expect(reading.facts[index], file.file).toMatchObject(fact);
    }
  });

  test("the counts of the summary, but for a certified count above the registered one", () => {
    for (const {file, reading} of readings)
      for (const row of file.contents.summary ?? []) {
        const same = ({commune_code, unit_type}: {commune_code: string; unit_type: string}): boolean =>
          commune_code === row.commune_code && unit_type === row.unit_type;
        const isSlip = file.summarySlips.some(same);
        expect(reading.summaries.find(same), `${file.file} ${row.commune_code} ${row.unit_type}`).toMatchObject({
          ...row,
          certified_count: isSlip ? null : row.certified_count
        });
      }
  });

  test("each row refused or accepted", () => {
    for (const {file, reading} of readings) {
      expect(reading.rows_read, file.file).toBe(reading.rows_accepted + reading.rows_rejected);
      expect(reading.rows_rejected, file.file).toBe(file.slips.filter(({effect}) => effect === "row_refused").length);
    }
  });
});
