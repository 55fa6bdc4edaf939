import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {loadUnitLineage} from "../../../pipelines/staging/loadUnitLineage.ts";
import {rowsOf, seedWorld} from "../world.ts";

let reference: string;
beforeEach(() => (reference = mkdtempSync(join(tmpdir(), "reference-"))));
afterEach(() => rmSync(reference, {recursive: true}));

const load = async (lines: string[]) => {
  writeFileSync(join(reference, "unit_lineage.csv"), lines.join("\n"));
  const db = await seedWorld({});
  await loadUnitLineage(db, reference);
  return rowsOf(db, "select * from raw_unit_lineage order by old_unit_id");
};

test("a unit became another, or ended where the new one is blank; a pair given twice is one", async () => {
  expect(await load(["old_unit_id,new_unit_id,basis", "a,b,QĐ 12", "a,b,", "c,,giải thể"])).toEqual([
    {old_unit_id: "a", new_unit_id: "b"},
    {old_unit_id: "c", new_unit_id: null}
  ]);
});

test("a row without an old unit is refused by file, line and column", async () => {
  await expect(load(["old_unit_id,new_unit_id,basis", ",b,"])).rejects.toThrow(
    'unit_lineage.csv, dòng 2, cột old_unit_id: có "", cần mã đơn vị cũ'
  );
});

test("without the file nothing is settled", async () => {
  const db = await seedWorld({raw_unit_lineage: [{old_unit_id: "left from another run"}]});
  await loadUnitLineage(db, reference);
  expect(await rowsOf(db, "select * from raw_unit_lineage")).toEqual([]);
});
