import {UNIT_GROUPS} from "../../vocabulary.ts";
import {communeBelowNorm, communeUnitMissing} from "../rules/unitRules.ts";
import {FIRST_YEAR_OF_CIRCULAR} from "../values/assessmentPeriod.ts";
import {isCommuneType} from "../values/unitType.ts";
import {normShortfall} from "./normShortfall.ts";
import type {RowSink} from "./readValues.ts";
import {placeOf, type UnitDraft} from "./unitDraft.ts";

const BASE: ReadonlySet<string> = new Set(UNIT_GROUPS.base.types);

/** What a file lists of one commune in one year. */
interface ListedCommune {
  name: string;
  own: UnitDraft[];
  units: UnitDraft[];
}

/**
 * Holds a commune that was certified against the units it manages (Thông tư 124 Art. 5(4)), as far as the file lists them; and tells of
 * communes whose own row is missing in a file that lists other communes.
 */
export function checkCommunes(drafts: readonly UnitDraft[], sink: RowSink): void {
  const communes = new Map<string, ListedCommune>();
  for (const draft of drafts) {
    const {row, origin} = draft;
    const key = `${row.year} ${row.commune_code} ${row.commune_valid_from ?? ""}`;
    let commune = communes.get(key);
    if (commune === undefined) communes.set(key, (commune = {name: origin.commune.name, own: [], units: []}));
    (isCommuneType(draft.row.unit_type as never) ? commune.own : commune.units).push(draft);
  }
  for (const {own, units} of communes.values()) for (const draft of own) checkNorm(draft, units, sink);
  const listed = [...communes.values()];
  const missing = listed.filter(
    ({own, units}) => own.length === 0 && units.some(({row}) => row.unit_type === "khu_dan_cu")
  );
  const [first] = missing;
  const [draft] = first?.units ?? [];
  if (draft === undefined || missing.length === listed.length) return;
  const names = missing.slice(0, 8).map(({name}) => name);
  const rest = missing.length > 8 ? ` và ${missing.length - 8} nơi khác` : "";
  const {place} = placeOf(draft, "unit_name");
  sink.log.report(
    communeUnitMissing,
    {sheet: place.sheet, field: "unit_name", communeCode: missing.length === 1 ? draft.row.commune_code : null},
    {text: `${missing.length} nơi`, detail: `${names.join(", ")}${rest}`}
  );
}

function checkNorm(draft: UnitDraft, units: readonly UnitDraft[], {log}: RowSink): void {
  const {row} = draft;
  if (row.is_certified !== true || row.exclusion_reason !== null || row.year < FIRST_YEAR_OF_CIRCULAR) return;
  const own = units
    .map((unit) => unit.row)
    .filter((unit) => BASE.has(unit.unit_type) && unit.managed_level === "xa" && unit.exclusion_reason === null);
  const isWhole =
    new Set(own.map(({unit_type}) => unit_type)).size > 1 && own.some(({unit_type}) => unit_type === "khu_dan_cu");
  const shortfall = normShortfall({
    total: own.length,
    registered: own.filter(({is_registered}) => is_registered === true).length,
    unregistered: own.filter(({is_registered}) => is_registered === false).length,
    certified: own.filter(({is_certified}) => is_certified === true).length,
    hasUnknown: !isWhole || own.some(({is_registered, is_certified}) => is_registered === null || is_certified === null)
  });
  if (shortfall === null) return;
  const {place} = placeOf(draft, "is_certified");
  log.report(communeBelowNorm, place, {text: row.unit_name, detail: shortfall});
}
