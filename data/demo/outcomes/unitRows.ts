import {type Random} from "../random.ts";
import {type DemoUnit, FIRST_CURRENT_YEAR, managementIn, nameIn} from "../world/demoUnit.ts";
import {communeIn} from "./communeNorm.ts";
import {conditionCounts, conditionsOf, shortfallNote} from "./conditions.ts";
import {dayOf} from "./dayOf.ts";
import {honours} from "./honours.ts";
import {kindOf} from "./rates.ts";
import {type Result} from "./results.ts";
import {type UnitRow} from "./unitRow.ts";

/** Units register in the first quarter, a few late; bodies founded with the new communes do so from July 2025. */
function registrationMonth({site, id, firstYear}: DemoUnit, year: number, random: Random): number {
  if (site === null && year === firstYear) return random.integer(`month/${year}/${id}`, 7, 8);
  return random.chance(`lateRegistration/${year}/${id}`, 0.03) ? 4 : random.integer(`month/${year}/${id}`, 1, 3);
}

/** What the final list says of a unit in a year. */
export function unitRow(unit: DemoUnit, result: Result, year: number, random: Random): UnitRow {
  const key = `${year}/${unit.id}`;
  const commune = communeIn(unit, year);
  const management = managementIn(unit, year);
  const isCurrent = year >= FIRST_CURRENT_YEAR;
  const isOrganisation = !["kdc", "commune"].includes(kindOf(unit.type));
  const {isRegistered} = result;
  const shortfall = random.chance(`note/${key}`, 0.6) ? shortfallNote(unit, result, year, random) : null;
  const decision = random.integer(`decision/${year}/${management.by}/${kindOf(unit.type)}`, 20, 980);
  const saysFormer = isCurrent && unit.site !== null && !random.chance(`former/${unit.id}`, 0.015);
  const conditions = conditionsOf(unit, result, year, random);
  const month = registrationMonth(unit, year, random);
  return {
    ...emptyRow(),
    commune_code: commune.code,
    commune_valid_from: commune.valid_from,
    unit_code: unit.code,
    unit_name: nameIn(unit, year),
    unit_type: unit.type,
    former_commune_code: saysFormer ? (unit.site?.former.code ?? null) : null,
    managed_level: management.level,
    managed_by: management.by,
    exclusion_reason: unit.exclusion,
    ...(unit.exclusion === null
      ? {
          is_registered: isRegistered,
          registered_date: isRegistered ? dayOf(year, month, random.integer(`day/${key}`, 5, 28)) : null,
          resolution_date: isRegistered ? dayOf(year, month, random.integer(`resolution/${key}`, 2, 15)) : null,
          plan_date:
            isRegistered && unit.type !== "khu_dan_cu"
              ? dayOf(year, month, random.integer(`plan/${key}`, 3, 20))
              : null,
          is_certified: result.isCertified,
          decision_number: result.isCertified === true ? `${decision}/QĐ-UBND` : null,
          score: result.score,
          class: result.class,
          ...conditionCounts(unit, conditions, year, random),
          ...honours(unit, result, year, random)
        }
      : {}),
    note: isOrganisation && isCurrent && unit.laterName !== null ? `Tên cũ: ${unit.name}` : shortfall
  };
}

function emptyRow(): UnitRow {
  return {
    commune_code: "",
    commune_valid_from: null,
    unit_code: null,
    unit_name: "",
    unit_type: "",
    former_commune_code: null,
    managed_level: "",
    managed_by: null,
    exclusion_reason: null,
    is_registered: null,
    registered_date: null,
    resolution_date: null,
    plan_date: null,
    is_certified: null,
    decision_number: null,
    score: null,
    class: null,
    effective_model_count: null,
    informed_count: null,
    informed_total: null,
    titled_subunit_count: null,
    subunit_count: null,
    is_title_eligible: null,
    disciplined_count: null,
    warned_or_heavier_count: null,
    education_month_count: null,
    is_exemplary_registered: null,
    is_exemplary_reached: null,
    is_award_registered: null,
    award_registered_date: null,
    dossier_sent_date: null,
    merit_certificate_count: null,
    is_block_leader: null,
    complex_case_count: null,
    petition_count: null,
    note: null
  };
}
/**
 * A list that is sent before the decisions: some units not yet considered, some results still open to change.
 * @param turn how many lists came before: a second provisional list has settled half of what was open.
 */
export function provisional(row: UnitRow, key: string, turn: number, random: Random): UnitRow {
  if (row.is_certified === null) return row;
  const rest = turn === 0 ? 1 : 0.5;
  if (random.chance(`unconsidered/${key}`, 0.013 * rest))
    return {...row, is_certified: null, decision_number: null, class: null, score: null, note: null};
  const isStillOpen = row.is_certified && random.chance(`open/${key}`, 0.009 * rest);
  const isDecided = row.unit_type === "khu_dan_cu" && !isStillOpen;
  return {
    ...row,
    is_certified: row.is_certified && !isStillOpen,
    decision_number: isDecided ? row.decision_number : null
  };
}
