import {describe, expect, it} from "vitest";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import {readForms} from "../../../loaders/submissions/readForms.ts";
import {readPlans} from "../../../pipelines/plans/readPlans.ts";
import {formsBook, formYears, ownerFills} from "../../../src/data/queries/formsBook.ts";
import {presentCommunes, provinceOf} from "../../../src/data/queries/templateFills.ts";
import {templateNorms} from "../../../src/data/queries/templateNorms.ts";

const forms = readForms("data/forms");
const register = readRegister("data/reference");
const plans = readPlans("data/plans");
const home = {level: "province", code: "38"} as const;
const sources = {db: null, register, plans, asOf: "2026-11-18"};

describe("the book of forms", () => {
  const book = formsBook(forms, sources, {owners: [], home});

  it("explains every column that is handed out, in words: what to write, how much it is needed, an example but for remarks", () => {
    for (const {title, purpose, columns} of book.explained) {
      expect(purpose, title).toMatch(/\.$/);
      for (const column of columns) {
        expect(column.meaning, `${title}: ${column.title}`).toMatch(/^\p{Lu}.*\.$/u);
        expect(column.meaning).toBe(column.meaning.normalize("NFC"));
        if (column.id !== "note") expect(column.example, `${title}: ${column.title}`).not.toBe("");
      }
    }
    expect(book.explained.map(({id}) => id)).toEqual(["unit_list", "models", "commune_facts", "summary"]);
  });

  it("needs what tells rows apart and what indicators are made of", () => {
    const list = book.explained[0]?.columns ?? [];
    expect(list.filter(({need}) => need !== "may").map(({id}) => id)).toEqual([
      "unit_name",
      "former_commune",
      "managed_level",
      "is_registered",
      "is_certified",
      "class"
    ]);
    for (const {id, required} of Object.values(forms.forms))
      for (const field of required)
        expect(book.explained.find((form) => form.id === id)?.columns.find((column) => column.id === field)?.need).toBe(
          "must"
        );
  });

  it("offers the year the data stand in and the next; without data the last year a plan names", () => {
    expect(book.years).toEqual([2026, 2027]);
    expect(Object.values(book.blank).map(({year, owner, day}) => [year, owner, day])).toEqual([
      [2026, null, "2026-11-18"],
      [2027, null, "2026-11-18"]
    ]);
    expect(formYears({plans, asOf: null})).toEqual([2026, 2027]);
    expect(formYears({plans, asOf: "2024-03-01"})).toEqual([2025, 2026]);
  });

  it("fills in nothing where no warehouse is", async () => {
    expect(await ownerFills(sources, home)).toEqual([]);
  });
});

describe("deadlines and norms of a form", () => {
  it("come from the norm every year, and from the plan of the province in its own", () => {
    const of = (year: number, province: string) =>
      templateNorms(plans, {year, province: provinceOf(register, province), commune: null});
    expect(of(2027, "38").deadlines).toContainEqual({
      title: "Công nhận khu dân cư",
      when: "trước ngày 15/11/2027",
      source: "Thông tư 124/2021/TT-BCA, Điều 9"
    });
    expect(of(2027, "38").deadlines[0]?.when).toBe("đến hết ngày 31/03/2027");
    const planned = of(2025, "38");
    expect(planned.sendTo).toBe("Ban Chỉ đạo 138 tỉnh (qua Công an tỉnh)");
    expect(planned.deadlines.some(({source}) => source.startsWith("Kế hoạch"))).toBe(true);
    expect(of(2025, "15").sendTo).toBeNull();
    expect(of(2026, "38").excluded).toMatch(/^Thông tư 124\/2021\/TT-BCA: .*tiểu học/);
  });
});

describe("communes of a year", () => {
  it("are those that stand at its end: ten xã became phường in 2026", () => {
    const typeOf = (year: number): Map<string, string> =>
      new Map(presentCommunes(register, year).map(({code, type}) => [code, type]));
    const [before, after] = [typeOf(2025), typeOf(2026)];
    expect([before.size, after.size]).toEqual([3321, 3321]);
    expect([...after].filter(([code, type]) => type !== before.get(code))).toHaveLength(10);
  });
});
