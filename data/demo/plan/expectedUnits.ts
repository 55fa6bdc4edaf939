import {type UnitField, type UnitRow} from "../outcomes/unitRow.ts";
import {type AreaNames} from "../sheets/areaNames.ts";
import {listNeeds} from "../sheets/layOutFile.ts";
import {unitColumns} from "../sheets/unitColumns.ts";
import {type Layout} from "../sheets/layout.ts";
import {blockOf} from "../sheets/words.ts";
import {type ListFile} from "./plannedFile.ts";

/** Fields that every list gives, in a column or by what surrounds it. */
const ALWAYS: readonly UnitField[] = ["commune_code", "unit_type", "managed_level"];
/** Said by "không thuộc diện" in the column of titled sub-units. */
const IMPLIED: Partial<Record<UnitField, UnitField>> = {is_title_eligible: "titled_subunit_count"};

/** The fields of the unit list that the file's layout has room for. */
export function writtenFields(file: ListFile, names: AreaNames): ReadonlySet<UnitField> {
  const columns = new Set<string>(unitColumns(file.layout, listNeeds(file), names).map(({field}) => field));
  const all = Object.keys(file.contents.units?.[0] ?? {}).filter(
    (field) => field !== "commune_valid_from"
  ) as UnitField[];
  return new Set(all.filter((field) => ALWAYS.includes(field) || columns.has(IMPLIED[field] ?? field)));
}

/** Ticks whose blank means no, once the commune's rows of a sheet hold one tick. */
const NO_WHEN_BLANK = ["is_registered", "is_award_registered"] as const;
/** Ticks whose blank says nothing: "no" only where the sender writes it. */
const NULL_WHEN_BLANK = ["is_exemplary_registered", "is_exemplary_reached", "is_block_leader"] as const;

/** Blank ticks as the loaders read them, from all rows of the list that stand on one sheet for one commune. */
function withBlankTicks(rows: ReadonlyMap<number, UnitRow>, layout: Layout): Map<number, UnitRow> {
  const place = (row: UnitRow): string =>
    `${row.commune_code}/${layout.typeBy === "sheets" ? blockOf(row.unit_type) : ""}`;
  const used = new Set(
    [...rows.values()].flatMap((row) =>
      NO_WHEN_BLANK.flatMap((field) => (row[field] === true ? [`${place(row)}/${field}`] : []))
    )
  );
  return new Map(
    [...rows].map(([index, given]) => {
      const row = {...given};
      for (const field of NO_WHEN_BLANK)
        row[field] = row[field] === true ? true : used.has(`${place(row)}/${field}`) ? false : null;
      for (const field of NULL_WHEN_BLANK) if (!layout.writesNo && row[field] === false) row[field] = null;
      return [index, row];
    })
  );
}

/**
 * The units a loader should have read from the file, by position in its list: columns left out and values lost are null,
 * refused rows are missing; blank ticks are "no" where the column is used; a unit that did not register and has no result is
 * not certified; until 2024 the commune itself is the former commune.
 */
export function expectedUnits(file: ListFile, names: AreaNames): ReadonlyMap<number, UnitRow> {
  const written = writtenFields(file, names);
  const expected = new Map<number, UnitRow>();
  (file.contents.units ?? []).forEach((row, index) => {
    const slips = file.slips.filter((slip) => slip.index === index);
    if (slips.some(({effect}) => effect === "row_refused")) return;
    const kept = Object.entries(row).map(([field, value]): [string, unknown] => {
      const slip = slips.find((one) => one.field === field);
      if (slip?.effect === "taken") return [field, slip.text];
      const isKept = field === "commune_valid_from" || written.has(field as UnitField);
      return [field, isKept && slip?.effect !== "value_lost" ? value : null];
    });
    expected.set(index, Object.fromEntries(kept) as unknown as UnitRow);
  });
  const ticked = withBlankTicks(expected, file.layout);
  for (const row of ticked.values()) {
    if (row.is_registered === false) row.is_certified ??= false;
    if (row.commune_valid_from === null) row.former_commune_code = row.commune_code;
  }
  return ticked;
}
