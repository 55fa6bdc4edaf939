import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {parse} from "yaml";
import {parseForms} from "../../../loaders/validate/form.ts";
import {
  RAW_FACT_COLUMNS,
  RAW_MODEL_COLUMNS,
  RAW_SUMMARY_COLUMNS,
  RAW_UNIT_COLUMNS
} from "../../../loaders/rawTables.ts";
import {TITLE, forms, read, sheet} from "./build.ts";

const DIRECTORY = join(import.meta.dirname, "..", "..", "..", "data", "forms");
type Documents = Record<string, Record<string, unknown>>;
const documents = (): Documents =>
  Object.fromEntries(
    readdirSync(DIRECTORY).map((file) => [
      file,
      parse(readFileSync(join(DIRECTORY, file), "utf8")) as Record<string, unknown>
    ])
  );

describe("the definitions of forms", () => {
  test("a missing file, an unknown entry and an unknown field are named", () => {
    const missing = documents();
    delete missing["models.yaml"];
    expect(() => parseForms(missing)).toThrow("forms: models.yaml is missing");
    const misspelt = documents();
    misspelt["models.yaml"] = {...misspelt["models.yaml"], hearders: []};
    expect(() => parseForms(misspelt)).toThrow(/models\.yaml.*hearders/s);
    const unknown = documents();
    unknown["models.yaml"] = {...unknown["models.yaml"], required: ["model_title"]};
    expect(() => parseForms(unknown)).toThrow(/models\.yaml.*unknown field: model_title/s);
  });

  test("name the fields as the raw tables do", () => {
    const known = new Set([
      ...Object.keys({...RAW_UNIT_COLUMNS, ...RAW_MODEL_COLUMNS, ...RAW_FACT_COLUMNS, ...RAW_SUMMARY_COLUMNS}),
      ..."ordinal commune commune_code former_commune district year note fact value share not_certified".split(" ")
    ]);
    for (const form of Object.values(forms.forms)) {
      expect(Object.keys(form.fields).filter((field) => !known.has(field))).toEqual([]);
    }
  });

  test.each(Object.entries(forms.forms.unit_list.fields))(
    "the header “%s” of our own form is recognised as that field",
    (field, {title, type}) => {
      const header = ["Tên đơn vị", "Phân loại", "Đăng ký"].filter((text) => text !== title);
      const reading = read(sheet("DS", [...TITLE, [...header, title], ["Thôn 1", "Khá", "x", "1"]]));
      const columns = reading.columns.filter(({header_text}) => header_text === title).map((column) => column.field);
      expect(type === "ignored" ? [field] : columns).toContain(field);
    }
  );

  test("no spelling of a header belongs to two fields of one form", () => {
    for (const form of Object.values(forms.forms)) {
      const owners = new Map<string, string>();
      for (const [field, {headers, choices}] of Object.entries(form.fields)) {
        for (const spelling of [...headers, ...Object.values(choices ?? {}).flat()]) {
          const key = spelling.toLowerCase();
          const owner = owners.get(key) ?? field;
          expect(`${form.id}: ${spelling}: ${owner}`).toBe(`${form.id}: ${spelling}: ${field}`);
          owners.set(key, field);
        }
      }
    }
  });

  test("a new spelling or layout is one line of YAML", () => {
    const grid = [...TITLE, ["Thứ tự", "Nơi chấm", "Bậc chấm > Mức", "ANTT"], [1, "Thôn 1", "Khá", "x"]];
    const two = [...TITLE, ["Nơi chấm", "Bậc chấm", null], [null, "Hạng Khá", "Hạng Yếu"], ["Thôn 1", "x", null]];
    expect(read(sheet("DS", grid)).form).toBe("");
    const edited = documents();
    const fields = (edited["unit_list.yaml"]?.["fields"] ?? {}) as Record<
      string,
      {headers: string[]; choices: Record<string, string[]>}
    >;
    fields["unit_name"]?.headers.push("Nơi chấm");
    fields["class"]?.headers.push("Bậc chấm*");
    fields["class"]?.choices["kha"]?.push("Bậc chấm > Hạng Khá");
    fields["class"]?.choices["yeu"]?.push("Bậc chấm > Hạng Yếu");
    const about = {forms: parseForms(edited)};
    expect(read(sheet("KDC", grid), about).units[0]).toMatchObject({unit_name: "Thôn 1", class: "kha"});
    expect(read(sheet("KDC", two), about).units[0]).toMatchObject({unit_name: "Thôn 1", class: "kha"});
  });
});
