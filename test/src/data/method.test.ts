import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {RAW_UNIT_COLUMNS} from "../../../loaders/rawTables.ts";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import {readForms} from "../../../loaders/submissions/readForms.ts";
import {SEVERITIES} from "../../../loaders/vocabulary.ts";
import {indicatorMetadata} from "../../../pipelines/indicators/registry.ts";
import {CHECKS} from "../../../pipelines/checks/allChecks.ts";
import {readPlans} from "../../../pipelines/plans/readPlans.ts";
import type {GlossaryTerm} from "../../../src/components/glossaryList.ts";
import {method} from "../../../src/data/queries/method.ts";

const forms = readForms("data/forms");
const page = method({forms, register: readRegister("data/reference"), plans: readPlans("data/plans")});

describe("the method page's data", () => {
  it("hold every indicator of the registry, in its own words and order", () => {
    expect(page.indicators).toMatchObject(
      indicatorMetadata().map(({id, title, definition, formula, legal_basis, direction}) => ({
        id,
        title,
        definition,
        formula,
        legal_basis,
        direction
      }))
    );
  });
  it("take the formula of a rate apart into numerator and denominator; a count has no denominator", () => {
    for (const {measure, id} of indicatorMetadata()) {
      const {numerator, denominator} = page.indicators.find((each) => each.id === id) ?? {};
      expect(numerator, id).toMatch(/^(Số|Tổng số) [^÷()]+$/);
      if (measure === "percent") expect(denominator, id).toMatch(/^Số đơn vị [^÷()]+$/);
      else expect(denominator, id).toBeNull();
    }
  });
  it("name the columns that decide an indicator, each of which is a field of the page", () => {
    const known = new Set(page.fields.map(({id}) => id));
    for (const {id, fields} of page.indicators) {
      expect(fields.length, id).toBeGreaterThan(1);
      for (const field of fields) expect(known, id).toContain(field);
    }
    const of = (id: string): string[] | undefined => page.indicators.find((each) => each.id === id)?.fields;
    expect(of("certified_of_registered")).toEqual(["exclusion_reason", "is_registered", "is_certified"]);
  });
  it("hold every column of raw_units, with words, and every field of the form once", () => {
    const columns = new Set(page.fields.map(({column}) => column));
    for (const column of Object.keys(RAW_UNIT_COLUMNS)) expect(columns).toContain(column);
    const ids = page.fields.map(({id}) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [id, {title}] of Object.entries(forms.forms.unit_list.fields)) {
      expect(page.fields.find((field) => field.id === id)?.title).toBe(title);
    }
  });
  it("say that a blank tick is no exactly where the form says so", () => {
    const no = Object.entries(forms.forms.unit_list.fields).filter(([, {blank}]) => blank === "no");
    expect(no.length).toBeGreaterThan(0);
    const said = page.fields.filter(({blank}) => blank?.startsWith("Không;"));
    expect(said.map(({id}) => id)).toEqual(no.map(([id]) => id));
  });
  it("hold every check across files with its severity", () => {
    const shown = page.rules.at(-1)?.rules.map(({id, severities: [severity]}) => `${id} ${severity}`) ?? [];
    for (const {rule} of CHECKS) expect(shown).toContain(`${rule.id} ${rule.severity}`);
  });
  it("list a check once in its group, with every severity it can have, all of them known words", () => {
    for (const {rules, title} of page.rules) {
      expect(rules.length, title).toBeGreaterThan(0);
      expect(new Set(rules.map(({id}) => id)).size, title).toBe(rules.length);
    }
    const rules = page.rules.flatMap((group) => group.rules);
    expect(rules.find(({id}) => id === "unknown_unit_type")?.severities).toEqual(["value_error", "row_error"]);
    for (const {severities} of rules) for (const severity of severities) expect(SEVERITIES).toHaveProperty(severity);
  });
  it("count the reference data that is at hand", () => {
    const count = (title: string): number | null | undefined =>
      page.sources.find((source) => source.title.startsWith(title))?.count;
    expect(count("Tỉnh, thành phố hiện nay")).toBe(34);
    expect(count("Xã, phường, đặc khu từ 1/7/2025")).toBe(3321);
  });
});

describe("the text of the method page", () => {
  const text = readFileSync("src/phuong-phap.md", "utf8");
  it("has an anchor for every entry of its contents", () => {
    const asked = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    const there = [...text.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id);
    expect(asked).toEqual(there);
  });
  it("gives an example that follows its own formula", () => {
    const [, n = "", d = "", u = "", v = ""] = /n = (\d+), D = (\d+), u = (\d+), v = (\d+)/.exec(text) ?? [];
    const percent = (part: number, whole: number): string =>
      ((100 * part) / whole).toFixed(1).replace(".", ",").replace(",0", "");
    const low = percent(+n, +d + +v);
    const high = percent(+n + +u + +v, +d + +v);
    expect(text).toContain(`tỷ lệ ${percent(+n, +d)}%, khi đủ số liệu nằm trong ${low}–${high}%`);
  });
});

describe("the glossary", () => {
  const terms = JSON.parse(readFileSync("src/data/glossary.json", "utf8")) as GlossaryTerm[];
  it("stands in Vietnamese order, each term once, in composed letters, with meaning and source", () => {
    const names = terms.map(({term}) => term);
    expect(names).toEqual([...new Set(names)].sort(new Intl.Collator("vi").compare));
    for (const {term, meaning, source} of terms) {
      for (const words of [term, meaning, source]) expect(words).toBe(words.normalize("NFC").trim());
      expect(meaning, term).toMatch(/\.$/);
      expect(source, term).not.toBe("");
    }
  });
});
