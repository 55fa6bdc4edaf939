import fc from "fast-check";
import {expect, test} from "vitest";
import {CLASSES, UNIT_TYPES, type MovementClass, type UnitType} from "../../../loaders/vocabulary.ts";
import {forms, read, sheet, type Value} from "./build.ts";

/** A unit as it is written down, before any layout. */
interface Written {
  type: UnitType;
  isRegistered: boolean;
  isCertified: boolean | null;
  class: MovementClass | null;
  score: number | null;
}

const TYPES = ["khu_dan_cu", "co_quan", "doanh_nghiep", "co_so_giao_duc"] as const;
const HEADINGS = ["I. KHU DÂN CƯ", "II. CƠ QUAN", "III. DOANH NGHIỆP", "IV. CƠ SỞ GIÁO DỤC"] as const;

const unit: fc.Arbitrary<Written> = fc.record({
  type: fc.constantFrom(...TYPES),
  isRegistered: fc.boolean(),
  isCertified: fc.option(fc.boolean()),
  class: fc.option(fc.constantFrom(...(Object.keys(CLASSES) as MovementClass[]))),
  score: fc.option(fc.integer({min: 0, max: 200}).map((half) => half / 2))
});

/** A spelling of the header that the form lists: one part, no "*". */
const header = (field: string): fc.Arbitrary<string> =>
  fc.constantFrom(...(forms.forms.unit_list.fields[field]?.headers ?? []).filter((text) => !/[>*^]/.test(text)));

const layout = fc.record({
  order: fc.array(fc.double({noNaN: true}), {minLength: 8, maxLength: 8}),
  name: header("unit_name"),
  type: header("unit_type"),
  registered: header("is_registered"),
  result: header("is_certified"),
  class: header("class"),
  score: header("score"),
  hasOrdinals: fc.boolean(),
  hasTypeColumn: fc.boolean(),
  hasClassTicks: fc.boolean(),
  hasResultTicks: fc.boolean(),
  isShouted: fc.boolean(),
  isDecomposed: fc.boolean(),
  isText: fc.boolean(),
  hasTotals: fc.boolean(),
  hasBlankRows: fc.boolean()
});

interface Column {
  head: [string, string | null];
  value: (unit: Written, name: string, number: number) => Value;
}

test("what is written in any layout of the unit list is read back as written", () => {
  fc.assert(
    fc.property(fc.array(unit, {minLength: 1, maxLength: 12}), layout, (units, how) => {
      const all = [
        {type: "khu_dan_cu", isRegistered: true, isCertified: true, class: "kha", score: 80} as const,
        ...units
      ];
      const sorted = TYPES.flatMap((type) => all.filter((one) => one.type === type));
      const columns: Column[] = [{head: [how.name, null], value: (_, name) => name}];
      if (how.hasOrdinals) columns.push({head: ["STT", null], value: (_, __, number) => number});
      if (how.hasTypeColumn) columns.push({head: [how.type, null], value: ({type}) => UNIT_TYPES[type]});
      columns.push({head: [how.registered, null], value: ({isRegistered}) => (isRegistered ? "x" : null)});
      columns.push({
        head: [how.score, null],
        value: ({score}) => (score === null ? null : how.isText ? String(score).replace(".", ",") : score)
      });
      const groups: Column[][] = columns.map((column) => [column]);
      const word = (isCertified: boolean | null): Value =>
        isCertified === null ? null : isCertified ? "Đạt" : "Chưa đạt";
      groups.push(
        how.hasResultTicks
          ? [
              {head: ["Kết quả công nhận", "Đạt"], value: ({isCertified}) => (isCertified === true ? "x" : null)},
              {head: ["Kết quả công nhận", "Chưa đạt"], value: ({isCertified}) => (isCertified === false ? "x" : null)}
            ]
          : [{head: [how.result, null], value: ({isCertified}) => word(isCertified)}]
      );
      groups.push(
        how.hasClassTicks
          ? (Object.entries(CLASSES) as [MovementClass, string][]).map(([id, title]) => ({
              head: ["Phân loại phong trào", title],
              value: ({class: given}) => (given === id ? "x" : null)
            }))
          : [{head: [how.class, null], value: ({class: given}) => (given === null ? null : CLASSES[given])}]
      );
      const ordered = groups
        .map((group, index) => ({group, rank: how.order[index] ?? 0}))
        .sort((a, b) => a.rank - b.rank)
        .flatMap(({group}) => group);
      const dress = (text: string): string => {
        const cased = how.isShouted ? text.toUpperCase() : text;
        return how.isDecomposed ? cased.normalize("NFD") : cased;
      };
      const rows: Value[][] = [["PHƯỜNG SẦM SƠN, NĂM 2025"], []];
      const top = ordered.map(({head}) => dress(head[0]));
      rows.push(
        top.map((text, index) =>
          index > 0 && ordered[index]?.head[1] != null && top[index - 1] === text ? null : text
        )
      );
      if (how.hasClassTicks || how.hasResultTicks)
        rows.push(ordered.map(({head}) => (head[1] === null ? null : dress(head[1]))));
      let number = 0;
      for (const [index, type] of TYPES.entries()) {
        const own = sorted.filter((one) => one.type === type);
        if (own.length === 0) continue;
        rows.push([HEADINGS[index] ?? null]);
        for (const one of own) {
          number++;
          rows.push(ordered.map(({value}) => value(one, `Sao Mai ${number}`, number)));
          if (how.hasBlankRows) rows.push([]);
        }
        if (how.hasTotals) rows.push(["Cộng", ...ordered.slice(1).map(() => own.length)]);
      }
      const reading = read(sheet("Sheet1", rows));
      expect(reading.rows_rejected).toBe(0);
      const known = reading.units.map(({unit_type, is_registered, is_certified, class: given, score}) => ({
        type: unit_type,
        isRegistered: is_registered,
        isCertified: is_certified,
        class: given,
        score
      }));
      const expected = sorted.map((one) => ({
        ...one,
        isCertified: one.isCertified ?? (one.isRegistered ? null : false)
      }));
      expect(known).toEqual(expected);
    }),
    {numRuns: 300}
  );
});
