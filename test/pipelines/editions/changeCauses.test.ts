import {describe, expect, test} from "vitest";
import {
  changeCauses,
  type CountedPart,
  type Difference,
  type EditionSide
} from "../../../pipelines/editions/changeCauses.ts";

const side = (as_of: string, files: Record<string, [status: string, day: string]>): EditionSide => ({
  as_of,
  files: new Map(Object.entries(files).map(([sha256, [status, day]]) => [sha256, {status, day}]))
});
const part = (sha256: string, stage = "chinh_thuc", name = "unit_list khu_dan_cu"): CountedPart => ({
  part: name,
  sha256,
  stage
});
const nothing: Difference = {gone: [], come: [], isOtherYear: false, inputs: [], plan: null};
const older = side("2025-11-10", {a: ["accepted", "2025-11-01"]});
const newer = side("2025-11-18", {a: ["accepted", "2025-11-01"], b: ["accepted", "2025-11-12"]});

describe("why a figure changed", () => {
  test("a part that did not count before is a new file", () => {
    expect(changeCauses(older, newer, {...nothing, come: [part("b")]})).toEqual(["tep_moi"]);
  });
  test("a newer file of the same part is a correction; official after provisional is said so", () => {
    expect(changeCauses(older, newer, {...nothing, gone: [part("a")], come: [part("b")]})).toEqual(["ban_sua"]);
    expect(changeCauses(older, newer, {...nothing, gone: [part("a", "so_bo")], come: [part("b")]})).toEqual([
      "chinh_thuc"
    ]);
  });
  test("a file of another part replaces nothing", () => {
    const come = [part("b", "chinh_thuc", "unit_list co_quan")];
    expect(changeCauses(older, newer, {...nothing, gone: [part("a")], come})).toEqual(["tep_moi", "ban_sua"]);
  });
  test("a file taken away is withdrawn, refused or gone, as the newer edition lists it", () => {
    const gone = {...nothing, gone: [part("a")]};
    expect(changeCauses(older, side("2025-11-18", {a: ["withdrawn", "2025-11-01"]}), gone)).toEqual(["rut_tep"]);
    expect(changeCauses(older, side("2025-11-18", {a: ["rejected", "2025-11-01"]}), gone)).toEqual(["tu_choi"]);
    expect(changeCauses(older, side("2025-11-18", {}), gone)).toEqual(["mat_tep"]);
  });
  test("withdrawing the newer file is why the older one counts again", () => {
    const back = side("2025-11-18", {a: ["accepted", "2025-11-01"], b: ["withdrawn", "2025-11-12"]});
    expect(changeCauses(newer, back, {...nothing, gone: [part("b")], come: [part("a")]})).toEqual(["rut_tep"]);
  });
  test("going back to an earlier as-of day is why a later file no longer counts", () => {
    expect(changeCauses(newer, older, {...nothing, gone: [part("b")]})).toEqual(["ngay_tinh"]);
    expect(changeCauses(newer, older, {...nothing, gone: [part("b")], come: [part("a")]})).toEqual(["ngay_tinh"]);
  });
  test("rules and facts are named only where no file changed", () => {
    const inputs = ["plans/thanh-hoa-2025.yaml", "reference/commune_lineage.csv", "forms/unit_list.yaml", "program"];
    expect(changeCauses(older, newer, {...nothing, come: [part("b")], inputs})).toEqual(["tep_moi"]);
    expect(changeCauses(older, newer, {...nothing, inputs, plan: "thanh-hoa-2025"})).toEqual([
      "ke_hoach",
      "ranh_gioi",
      "bieu_mau",
      "cach_tinh"
    ]);
    expect(changeCauses(older, newer, {...nothing, inputs: ["reference/aliases.csv"]})).toEqual(["danh_muc"]);
  });
  test("a plan is a cause of its own verdicts only", () => {
    const inputs = ["plans/thanh-hoa-2025.yaml"];
    expect(changeCauses(older, older, {...nothing, inputs, plan: "tt124-2021"})).toEqual(["chua_ro"]);
    expect(changeCauses(older, older, {...nothing, inputs})).toEqual(["chua_ro"]);
  });
  test("then files of other years, then the as-of day; else nothing is guessed", () => {
    expect(changeCauses(older, newer, {...nothing, isOtherYear: true})).toEqual(["nam_khac"]);
    expect(changeCauses(older, newer, nothing)).toEqual(["ngay_tinh"]);
    expect(changeCauses(older, older, nothing)).toEqual(["chua_ro"]);
  });
});
