import {describe, expect, test} from "vitest";
import {kindOf} from "../../../data/demo/outcomes/rates.ts";
import {expectedUnits} from "../../../data/demo/plan/expectedUnits.ts";
import {DEMO_DAY, planDemo} from "../../../data/demo/plan/planDemo.ts";
import {type ListFile, type PlannedFile} from "../../../data/demo/plan/plannedFile.ts";
import {areaNames} from "../../../data/demo/sheets/areaNames.ts";
import {isListedIn, managementIn} from "../../../data/demo/world/demoUnit.ts";
import {BOARD_CODE} from "../../../data/demo/world/units.ts";
import {type UnitRow} from "../../../data/demo/outcomes/unitRow.ts";
import {register} from "./demoRegister.ts";

const plan = planDemo(register, 138);
const names = areaNames(register);
const lists = plan.files.filter((file) => file.kind === "lists");
const thanhHoa = plan.worlds.find(({place}) => place.id === "thanh-hoa");
if (thanhHoa === undefined) throw new Error("no Thanh Hóa in the demo");

const ofThanhHoa = (year: number, level: ListFile["reporter"]["level"]): ListFile[] =>
  lists.filter(
    (file) => file.year === year && file.reporter.level === level && file.reporter.province === "tỉnh Thanh Hóa"
  );

function reporters(files: readonly ListFile[]): Set<string> {
  return new Set(files.map(({reporter}) => reporter.code));
}

/** Rows that count in the end: the last list of each reporter received by the day of the demo. */
function finalRows(files: readonly ListFile[]): UnitRow[] {
  const last = new Map<string, ListFile>();
  for (const file of files) {
    if (file.contents.units === null || file.receivedDate > DEMO_DAY) continue;
    const known = last.get(file.reporter.code);
    if (known === undefined || known.receivedDate < file.receivedDate) last.set(file.reporter.code, file);
  }
  return [...last.values()].flatMap((file) => [...expectedUnits(file, names).values()]);
}

describe("the units of Thanh Hóa", () => {
  const count = (year: number, kind: string): number =>
    thanhHoa.units.filter((unit) => isListedIn(unit, year) && kindOf(unit.type) === kind).length;

  test("547 communes until 2024 and 166 since 2025 are units themselves", () => {
    expect([2022, 2023, 2024, 2025, 2026].map((year) => count(year, "commune"))).toEqual([547, 547, 547, 166, 166]);
  });

  test("about 4,350 residential areas, 1,500 agencies, 700 enterprises and 750 schools each year", () => {
    for (const year of [2022, 2023, 2024, 2025, 2026]) {
      expect(Math.abs(count(year, "kdc") - 4350)).toBeLessThan(20);
      expect(Math.abs(count(year, "cq") - 1500)).toBeLessThan(50);
      expect(Math.abs(count(year, "dn") - 700)).toBeLessThan(20);
      expect(Math.abs(count(year, "gd") - 750)).toBeLessThan(20);
    }
  });

  test("every unit has an identity of its own", () => {
    const ids = plan.worlds.flatMap(({units}) => units.map(({id}) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("a unit stands since 7/2025 in a successor of its former commune", () => {
    for (const {site, current} of thanhHoa.units)
      if (site !== null) expect(site.successors.map(({code}) => code)).toContain(current.code);
  });

  test('after the merger some commune holds "Thôn 1" four times, one from each former commune', () => {
    const places = new Map<string, Set<string>>();
    for (const {name, site, current} of thanhHoa.units)
      if (name === "Thôn 1" && site !== null)
        places.set(current.code, (places.get(current.code) ?? new Set()).add(site.former.code));
    expect(Math.max(...[...places.values()].map(({size}) => size))).toBeGreaterThanOrEqual(4);
  });

  test("the board of the economic zone keeps two effective models in 2024 and three in 2025", () => {
    const models = (year: number): number | null | undefined =>
      finalRows(lists.filter((file) => file.year === year)).find(({unit_code}) => unit_code === BOARD_CODE)
        ?.effective_model_count;
    expect([models(2024), models(2025)]).toEqual([2, 3]);
  });
});

describe("who sends what", () => {
  test("26 districts report each year until 2024, some early ones only the summary", () => {
    for (const year of [2022, 2023, 2024]) expect(reporters(ofThanhHoa(year, "district")).size).toBe(26);
    const summaryOnly = (year: number): number =>
      ofThanhHoa(year, "district").filter(({contents}) => contents.units === null).length;
    expect([2022, 2023, 2024].map(summaryOnly)).toEqual([4, 2, 0]);
  });

  test("158 of 166 communes report 2025, 141 before 15/11/2025 and 17 later", () => {
    const files = ofThanhHoa(2025, "commune");
    const first = new Map<string, string>();
    for (const {reporter, receivedDate} of files)
      if (receivedDate < (first.get(reporter.code) ?? "9")) first.set(reporter.code, receivedDate);
    const days = [...first.values()];
    expect(days.length).toBe(158);
    expect(days.filter((day) => day < "2025-11-15").length).toBe(141);
  });

  test("nearly all communes follow with final figures of 2025; three to five stay provisional", () => {
    const files = ofThanhHoa(2025, "commune");
    const final = reporters(files.filter(({stage}) => stage === "chinh_thuc"));
    expect(reporters(files).size - final.size).toBe(4);
  });

  test("148 communes have sent provisional figures of 2026 by 18/11/2026, one sends after", () => {
    const files = ofThanhHoa(2026, "commune");
    expect(files.every(({stage}) => stage === "so_bo")).toBe(true);
    expect(files.filter(({receivedDate}) => receivedDate <= DEMO_DAY).length).toBe(148);
    expect(files.length).toBe(149);
  });

  test("the province lists the units it manages, and no commune lists them too", () => {
    const managed = thanhHoa.units.filter(
      (unit) => isListedIn(unit, 2025) && managementIn(unit, 2025).level === "tinh" && kindOf(unit.type) !== "commune"
    );
    const [provinceFile] = ofThanhHoa(2025, "province");
    expect(provinceFile?.contents.units?.length).toBe(managed.length);
    for (const {contents} of ofThanhHoa(2025, "commune"))
      for (const row of contents.units ?? [])
        if (kindOf(row.unit_type as "xa") !== "commune") expect(row.managed_level).toBe("xa");
  });

  test("the four other places report the year of their plan, the year before, and 2025", () => {
    const years = (province: string): string[] =>
      [
        ...new Set(
          lists
            .filter(({reporter}) => reporter.province === province)
            .map(({year, reporter}) => `${year} ${reporter.level}`)
        )
      ].sort();
    expect(years("tỉnh Hà Giang")).toEqual(["2023 district", "2024 district"]);
    expect(years("tỉnh Tuyên Quang")).toEqual(["2025 commune"]);
    expect(years("tỉnh Yên Bái")).toEqual(["2024 district"]);
    expect(years("tỉnh Lào Cai")).toEqual(["2025 commune"]);
    expect(years("thành phố Huế")).toEqual(["2021 district", "2022 district", "2025 commune"]);
    expect(years("tỉnh Thái Nguyên")).toEqual(["2025 commune", "2026 commune"]);
  });

  test("paths are different even where capitals do not count", () => {
    expect(new Set(plan.files.map(({file}) => file.toLowerCase())).size).toBe(plan.files.length);
  });

  test("a scan, an unknown form, a file sent twice, and three encodings of CSV are among the files", () => {
    const kinds = plan.files.map((file: PlannedFile) => (file.kind === "lists" ? file.format : file.kind));
    for (const kind of ["not_a_spreadsheet", "unrecognised", "copy", "utf-8", "utf-16le", "windows-1258"])
      expect(kinds).toContain(kind);
  });
});

describe("the story in figures", () => {
  const share = (rows: readonly UnitRow[], isMet: (row: UnitRow) => boolean): {n: number; d: number} => {
    const eligible = rows.filter(({exclusion_reason}) => exclusion_reason === null);
    return {n: eligible.filter(isMet).length, d: eligible.length};
  };
  const rows2025 = finalRows([...ofThanhHoa(2025, "commune"), ...ofThanhHoa(2025, "province")]);
  const silent = thanhHoa.place.communes.filter(({code}) => !reporters(ofThanhHoa(2025, "commune")).has(code));
  const silentUnits = thanhHoa.units.filter(
    (unit) =>
      isListedIn(unit, 2025) &&
      unit.exclusion === null &&
      silent.includes(unit.current) &&
      managementIn(unit, 2025).level !== "tinh"
  ).length;

  test("2025 misses 80 % certified by some tens of units, whatever the silent communes would report", () => {
    const {n, d} = share(rows2025, ({is_certified}) => is_certified === true);
    const missing = Math.ceil((80 * d) / 100) - n;
    expect(missing).toBeGreaterThan(40);
    expect(missing).toBeLessThan(120);
    const open = rows2025.filter(
      ({is_registered, is_certified}) => is_registered === true && is_certified === null
    ).length;
    expect(100 * (n + open + silentUnits)).toBeLessThan(80 * (d + silentUnits));
  });

  test("2025 is just above 80 % Khá or better, and the silent communes could still change that", () => {
    const {n, d} = share(rows2025, (row) => row.class === "kha" || row.class === "xuat_sac");
    expect(100 * n).toBeGreaterThan(80 * d);
    expect(100 * n).toBeLessThan(80 * (d + silentUnits));
  });

  test("the certified share rises from 2022 to 2025; schools lead, then agencies, all, residential areas, enterprises", () => {
    const districts = (year: number): number => {
      const rows = ofThanhHoa(year, "district").filter(({file}) => !file.includes("_v2") && !file.includes("lan 2"));
      let n = 0;
      let d = 0;
      for (const {contents} of rows) {
        if (contents.units !== null) {
          const part = share(contents.units, ({is_certified}) => is_certified === true);
          n += part.n;
          d += part.d;
        } else
          for (const {certified_count, total_count} of contents.summary ?? []) {
            n += certified_count ?? 0;
            d += total_count ?? 0;
          }
      }
      return n / d;
    };
    const ofKind = (kind: string | null): number => {
      const {n, d} = share(
        rows2025.filter(({unit_type}) => kind === null || kindOf(unit_type as "xa") === kind),
        ({is_certified}) => is_certified === true
      );
      return n / d;
    };
    const all = ofKind(null);
    expect([districts(2022), districts(2023), districts(2024)].map((value) => value.toFixed(2))).toEqual([
      "0.71",
      "0.74",
      "0.77"
    ]);
    expect(all.toFixed(3)).toBe("0.789");
    const order = [ofKind("gd"), ofKind("cq"), all, ofKind("kdc"), ofKind("dn"), ofKind("commune")];
    expect(order).toEqual(order.toSorted((a, b) => b - a));
  });

  test("communes that lag lie in the western highlands, with few exceptions in the plain", () => {
    const counts = new Map<string, {n: number; d: number}>();
    for (const row of rows2025) {
      if (row.exclusion_reason !== null) continue;
      const count = counts.get(row.commune_code) ?? {n: 0, d: 0};
      counts.set(row.commune_code, {n: count.n + (row.is_certified === true ? 1 : 0), d: count.d + 1});
    }
    const rate = (isWest: boolean): number => {
      let n = 0;
      let d = 0;
      for (const {code, longitude} of thanhHoa.place.communes) {
        const count = counts.get(code);
        if (count === undefined || (longitude ?? 0) < 105.1 !== isWest) continue;
        n += count.n;
        d += count.d;
      }
      return n / d;
    };
    expect(rate(true)).toBeLessThan(rate(false) - 0.15);
  });
});

describe("slips", () => {
  test("cost fewer than one row in a hundred", () => {
    let rows = 0;
    let costly = 0;
    for (const {contents, slips} of lists) {
      rows += contents.units?.length ?? 0;
      costly += slips.filter(({effect}) => effect === "value_lost" || effect === "row_refused").length;
    }
    expect(costly).toBeGreaterThan(50);
    expect(costly).toBeLessThan(rows / 100);
  });

  test("are of every kind: class, result, day, score, thousand, repeated name, unknown commune, certified over registered", () => {
    const kinds = new Set(lists.flatMap(({slips}) => slips.map(({field, effect}) => `${field}/${effect}`)));
    for (const kind of [
      "class/value_lost",
      "class/none",
      "is_certified/value_lost",
      "registered_date/value_lost",
      "score/value_lost",
      "informed_total/value_lost",
      "unit_name/taken",
      "commune_code/row_refused"
    ])
      expect(kinds).toContain(kind);
    for (const {summarySlips, contents} of lists)
      for (const {commune_code, unit_type, certified_count} of summarySlips) {
        const row = contents.summary?.find((one) => one.commune_code === commune_code && one.unit_type === unit_type);
        expect(certified_count).toBeGreaterThan(row?.registered_count ?? Infinity);
      }
    expect(lists.some(({summarySlips}) => summarySlips.length > 0)).toBe(true);
  });

  test("a refused row is missing and a lost value is null in what a loader should read", () => {
    const file = lists.find(({slips}) => slips.some(({effect}) => effect === "row_refused"));
    if (file === undefined) throw new Error("no row is refused");
    const refused = file.slips.find(({effect}) => effect === "row_refused")?.index ?? -1;
    expect(expectedUnits(file, names).has(refused)).toBe(false);
    expect(expectedUnits(file, names).size).toBe((file.contents.units?.length ?? 0) - 1);
    for (const one of lists)
      for (const {index, field, effect} of one.slips)
        if (effect === "value_lost") expect(expectedUnits(one, names).get(index)?.[field]).toBeNull();
  });
});

test("another seed tells the story of other units", () => {
  const certified = (files: readonly PlannedFile[]): string[] =>
    files
      .filter((file) => file.kind === "lists")
      .filter(({reporter, year}) => reporter.code === "139" && year === 2024)
      .flatMap(({contents}) => contents.units ?? [])
      .filter(({is_certified}) => is_certified)
      .map(({unit_name}) => unit_name);
  expect(certified(planDemo(register, 2).files)).not.toEqual(certified(plan.files));
});
