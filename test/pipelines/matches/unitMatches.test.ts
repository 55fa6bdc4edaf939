import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Kysely} from "kysely";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {matchesCsv} from "../../../pipelines/matches/matchesCsv.ts";
import {buildTables} from "../../../pipelines/models.ts";
import {AREAS, buildWorld, communeFile, former, present, rowsOf, seedWorld, type World} from "../world.ts";

const FILES = [
  {submission_id: "d24", area_code: "100", received_date: "2024-11-14"},
  communeFile("x25", "00001"),
  communeFile("z25", "00004"),
  communeFile("z26", "00004", "2026-11-14")
];
const pairsOf = async (db: Kysely<never>) => {
  const rows = await rowsOf<{old_unit_id: string; new_unit_id: string; why: string}>(
    db,
    "select old_unit_id, new_unit_id, why from unit_matches order by all"
  );
  return rows.map(({old_unit_id, new_unit_id, why}) => `${old_unit_id} → ${new_unit_id}: ${why}`);
};
const matches = async (raw_units: World["raw_units"] = [], world: World = {}) =>
  pairsOf(await buildWorld({...AREAS, raw_submissions: FILES, raw_units, ...world}));

describe("units that ended and units that appeared under a close name", () => {
  test("are asked about with the reason, over the merger too", async () => {
    expect(
      await matches([
        {...former("d24", "00004"), unit_name: "Thôn Một"},
        {...former("d24", "00004"), unit_name: "Thôn Hải Yến"},
        {...present("z25", "00004"), unit_name: "Thôn 1"},
        {...present("z25", "00004"), unit_name: "Thôn Vinh Sơn"}
      ])
    ).toEqual(["00004.khu_dan_cu.thôn một → 00004.khu_dan_cu.thôn 1: khác cách viết số"]);
  });

  test("a unit that is still listed has not ended; one that was there before has not appeared", async () => {
    expect(
      await matches([
        {...former("d24", "00004"), unit_name: "Thôn Một"},
        {...former("d24", "00004"), unit_name: "Thôn 1"},
        {...present("z25", "00004"), unit_name: "Thôn 1"},
        {...present("z25", "00004"), unit_name: "Thôn Một"}
      ])
    ).toEqual([]);
  });

  test("only the next list counts: a name that comes two lists later is a new unit", async () => {
    expect(
      await matches([
        {...former("d24", "00004"), unit_name: "Thôn Một"},
        {...present("z25", "00004"), unit_name: "Thôn Hải Yến"},
        {...present("z26", "00004", 2026), unit_name: "Thôn 1"}
      ])
    ).toEqual([]);
  });

  test("other types, other communes and other former communes are never paired", async () => {
    expect(
      await matches([
        {...former("d24", "00001"), unit_name: "Sao Mai", unit_type: "doanh_nghiep"},
        {...former("d24", "00001"), unit_name: "Thôn Một"},
        {...present("x25", "00001"), unit_name: "Sao Mai", unit_type: "co_quan", former_commune_code: "00001"},
        {...present("x25", "00001"), unit_name: "Thôn 1", former_commune_code: "00002"},
        {...present("z25", "00004"), unit_name: "Thôn 1"}
      ])
    ).toEqual([]);
  });

  test("“Thôn 1” of two former communes, listed twice without naming them: every pair is asked, none is joined", async () => {
    const db = await buildWorld({
      ...AREAS,
      raw_submissions: FILES,
      raw_units: [
        {...former("d24", "00001"), unit_name: "Thôn 1"},
        {...former("d24", "00002"), unit_name: "Thôn 1"},
        {...present("x25", "00001"), unit_name: "Thôn 1"},
        {...present("x25", "00001"), unit_name: "Thôn 1"}
      ]
    });
    expect(await pairsOf(db)).toHaveLength(4);
    expect(await rowsOf(db, "select count(distinct unit_id) as n from unit_years")).toEqual([{n: 4}]);
    expect(await rowsOf(db, "select count(*) as n from unit_lineage")).toEqual([{n: 0}]);
  });

  test("two repeats of following years are not asked about: no name can tell them apart", async () => {
    const twice = (place: ReturnType<typeof present>) => [1, 2].map(() => ({...place, unit_name: "Thôn 1"}));
    expect(await matches([...twice(present("z25", "00004")), ...twice(present("z26", "00004", 2026))])).toEqual([]);
  });

  test("of several candidates the nearest stands", async () => {
    expect(
      await matches([
        {...former("d24", "00004"), unit_name: "Thôn Quang Thành"},
        {...present("z25", "00004"), unit_name: "Bản Quang Thanh"},
        {...present("z25", "00004"), unit_name: "Tổ dân phố Quang Thanhh"}
      ])
    ).toEqual([expect.stringContaining("→ 00004.khu_dan_cu.bản quang thanh:")]);
  });

  test("a unit of a split commune is looked for in each part", async () => {
    expect(
      await matches(
        [
          {...former("d24", "00003"), unit_name: "Thôn Một"},
          {...present("y25", "00003"), unit_name: "Thôn 1", former_commune_code: "00003"}
        ],
        {raw_submissions: [...FILES, communeFile("y25", "00003")]}
      )
    ).toEqual(["00003.khu_dan_cu.thôn một → 00003.khu_dan_cu.thôn 1: khác cách viết số"]);
  });

  test("a new one is told of once at its name, and the old one is then not told as ended", async () => {
    const db = await buildWorld({
      ...AREAS,
      raw_submissions: FILES,
      raw_units: [
        {...present("z25", "00004"), unit_name: "Thôn Một"},
        {...present("z25", "00004"), unit_name: "Thôn Hải Yến"},
        {...present("z26", "00004", 2026), unit_name: "Thôn 1"}
      ]
    });
    expect(
      await rowsOf(
        db,
        "select rule, row_number, message from issues where rule in ('unit_name_close', 'unit_ended') order by 1"
      )
    ).toEqual([
      {
        rule: "unit_ended",
        row_number: null,
        message:
          "Năm 2026, phường Dương Mới: so với danh sách năm 2025 không còn 1 khu dân cư, được coi là đã kết thúc: “Thôn Hải Yến”."
      },
      {
        rule: "unit_name_close",
        row_number: 12,
        message:
          "Năm 2026, phường Dương Mới: “Thôn 1” không nối được với đơn vị nào của năm 2025; có thể là “Thôn Một” không còn trong " +
          "danh sách: đang tính là hai đơn vị khác nhau."
      }
    ]);
  });
});

describe("settling a match in unit_lineage.csv", () => {
  let reference: string;
  beforeEach(() => (reference = mkdtempSync(join(tmpdir(), "reference-"))));
  afterEach(() => rmSync(reference, {recursive: true}));

  const world: World = {
    ...AREAS,
    raw_submissions: FILES,
    raw_units: [
      {...present("z25", "00004"), unit_name: "Thôn Một"},
      {...present("z25", "00004"), unit_name: "Thôn Ba"},
      {...present("z26", "00004", 2026), unit_name: "Thôn 1"},
      {...present("z26", "00004", 2026), unit_name: "Thôn 3"}
    ]
  };
  const run = async (csv: string | null) => {
    if (csv !== null) writeFileSync(join(reference, "unit_lineage.csv"), csv);
    const db = await seedWorld(world);
    await buildTables(db, {settings: {home: {level: "province", code: "38"}}, reference});
    return db;
  };
  const lineage = async (db: Kysely<never>) => rowsOf(db, "select old_unit_id, new_unit_id from unit_lineage");

  test("the rows that the command writes go there as they are, and join nothing until someone says so", async () => {
    const first = await run(null);
    const {csv, count} = await matchesCsv(first);
    expect(count).toBe(2);
    expect(csv.split("\n")[0]).toBe("\uFEFFold_unit_id,new_unit_id,basis,settled");
    expect(csv).toContain(
      '00004.khu_dan_cu.thôn một,00004.khu_dan_cu.thôn 1,"“Thôn Một” (2025) và “Thôn 1” (2026), khu dân cư, Dương Mới: ' +
        'khác cách viết số; độ gần 0,97",'
    );
    const pasted = await run(csv);
    expect(await lineage(pasted)).toEqual([]);
    expect(await pairsOf(pasted)).toHaveLength(2);
  });

  test("“có” joins the two in the next run and ends the question; “không” keeps them apart and is not asked again", async () => {
    const {csv} = await matchesCsv(await run(null));
    const settled = csv.trimEnd().split("\n").map((line) => (line.includes("thôn một") ? `${line}có` : line.includes("thôn ba") ? `${line}không` : line)); // prettier-ignore
    const db = await run(settled.join("\n"));
    expect(await lineage(db)).toEqual([
      {old_unit_id: "00004.khu_dan_cu.thôn một", new_unit_id: "00004.khu_dan_cu.thôn 1"}
    ]);
    expect(await pairsOf(db)).toEqual([]);
    expect((await matchesCsv(db)).count).toBe(0);
    expect(await rowsOf(db, "select raw_value from issues where rule in ('unit_name_close', 'unit_ended')")).toEqual([
      {raw_value: "Thôn Ba"}
    ]);
    expect(await rowsOf(db, "select count(distinct unit_id) as n from unit_years")).toEqual([{n: 4}]);
  });

  test("a file without the column holds settled rows; an answer that is neither is refused by line and column", async () => {
    const db = await run("old_unit_id,new_unit_id,basis\n00004.khu_dan_cu.thôn một,00004.khu_dan_cu.thôn 1,QĐ 12\n");
    expect(await lineage(db)).toHaveLength(1);
    await expect(run("old_unit_id,new_unit_id,basis,settled\na,b,,chắc là có\n")).rejects.toThrow(
      'unit_lineage.csv, dòng 2, cột settled: có "chắc là có", cần "có" hoặc "không", để trống nếu chưa quyết'
    );
  });

  test("the same raw tables give the same report", async () => {
    expect(await matchesCsv(await run(null))).toEqual(await matchesCsv(await run(null)));
  });
});
