import {type SummaryRow} from "../outcomes/summaryRows.ts";
import {type UnitField, type UnitRow} from "../outcomes/unitRow.ts";
import {type Random} from "../random.ts";
import {type Layout} from "../sheets/layout.ts";
import {classWord} from "../sheets/words.ts";
import {type Slip, type SummarySlip} from "./plannedFile.ts";

/** Share of rows with a slip that costs a value, and with one that a reader should see through. */
const COSTLY_SHARE = 0.004;
const HARMLESS_SHARE = 0.006;

type Maker = (row: UnitRow, year: number) => Pick<Slip, "text" | "effect" | "field"> | null;

/** Slips that lose a value: a day that is not in the calendar, a lost decimal comma, a class or result that does not exist. */
const COSTLY: readonly Maker[] = [
  (row, year) =>
    row.registered_date === null ? null : {field: "registered_date", text: `31/02/${year}`, effect: "value_lost"},
  ({score}) =>
    score === null || score < 10 || score >= 100
      ? null
      : {field: "score", text: Math.round(score * 10), effect: "value_lost"},
  (row) => (row.class === null ? null : {field: "class", text: "Giỏi", effect: "value_lost"}),
  (row) => (row.is_certified === null ? null : {field: "is_certified", text: "Đạt một phần", effect: "value_lost"})
];

/** Slips that a reader sees through: spaces, capitals, abbreviations. */
const HARMLESS: readonly Maker[] = [
  (row) => (row.class === null ? null : {field: "class", text: `${classWord(row.class)} `, effect: "none"}),
  (row) => (row.class === null ? null : {field: "class", text: classWord(row.class, "short"), effect: "none"}),
  (row) => (row.class === null ? null : {field: "class", text: classWord(row.class).toUpperCase(), effect: "none"}),
  (row) =>
    row.is_certified === null
      ? null
      : {field: "is_certified", text: row.is_certified ? "đạt" : "chưa đạt ", effect: "none"},
  (row) => (row.is_certified === false ? {field: "is_certified", text: "Không đạt", effect: "none"} : null)
];

/** Fields whose cell holds a word in this layout, so that a wrong word can be typed. */
function writableFields(layout: Layout): ReadonlySet<UnitField> {
  const fields: UnitField[] = [];
  if (layout.result === "word") fields.push("is_certified");
  if (layout.classes !== "ticks") fields.push("class");
  if (layout.columns !== "brief") fields.push("registered_date", "score");
  return new Set(fields);
}

/**
 * The slips of one list, few and drawn by its key.
 * @param isCareful final figures that were checked once more: only slips that cost nothing.
 */
export function drawSlips(
  key: string,
  rows: readonly UnitRow[],
  {layout, year, isCareful}: {layout: Layout; year: number; isCareful: boolean},
  random: Random
): Slip[] {
  const writable = writableFields(layout);
  return rows.flatMap((row, index): Slip[] => {
    const draw = random.uniform(`slip/${key}/${index}`);
    const makers = draw < COSTLY_SHARE && !isCareful ? COSTLY : draw < COSTLY_SHARE + HARMLESS_SHARE ? HARMLESS : null;
    if (makers === null) return [];
    const possible = makers.map((make) => make(row, year)).filter((made) => made !== null && writable.has(made.field));
    const made = possible.length === 0 ? null : random.pick(`slipKind/${key}/${index}`, possible);
    return made === null ? [] : [{index, ...made}];
  });
}

/** The name of the unit above, typed a second time; both units stay. */
export function repeatedNameSlip(rows: readonly UnitRow[], key: string, random: Random): Slip[] {
  const candidates = rows.flatMap(({unit_type, former_commune_code, commune_code}, index) => {
    const above = rows[index - 1];
    const isSamePlace = above?.commune_code === commune_code && above.former_commune_code === former_commune_code;
    return unit_type === "khu_dan_cu" && above?.unit_type === "khu_dan_cu" && isSamePlace ? [index] : [];
  });
  if (candidates.length === 0) return [];
  const index = random.pick(`repeatedName/${key}`, candidates);
  return [{index, field: "unit_name", text: rows[index - 1]?.unit_name ?? "", effect: "taken"}];
}

/** A thousand typed as "1.376" in an English Excel, which makes it a little more than one. */
export function englishThousandSlip(rows: readonly UnitRow[], key: string, random: Random): Slip[] {
  const candidates = rows.flatMap(({informed_total: total}, index) =>
    total !== null && total > 1000 && total % 10 !== 0 ? [{index, text: total / 1000}] : []
  );
  if (candidates.length === 0) return [];
  return [{...random.pick(`englishThousand/${key}`, candidates), field: "informed_total", effect: "value_lost"}];
}

/** A unit under a commune that does not exist. */
export function unknownCommuneSlip(rows: readonly UnitRow[], key: string, random: Random): Slip {
  const candidates = rows.flatMap(({unit_type}, index) => (unit_type === "doanh_nghiep" ? [index] : []));
  return {
    index: random.pick(`unknownCommune/${key}`, candidates),
    field: "commune_code",
    text: "Xã Quảng Lạc Thịnh",
    effect: "row_refused"
  };
}

/** Summary rows in which more units are certified than registered. */
export function drawSummarySlips(key: string, rows: readonly SummaryRow[], random: Random): SummarySlip[] {
  const candidates = rows.filter(
    ({unit_type, registered_count}) => unit_type === "khu_dan_cu" && (registered_count ?? 0) > 3
  );
  if (candidates.length === 0 || !random.chance(`summarySlip/${key}`, 0.35)) return [];
  const {commune_code, unit_type, registered_count} = random.pick(`summarySlipRow/${key}`, candidates);
  return [{commune_code, unit_type, certified_count: (registered_count ?? 0) + 2}];
}
