import {type Random} from "../random.ts";
import {type DemoUnit} from "../world/demoUnit.ts";
import {dayOf} from "./dayOf.ts";
import {kindOf} from "./rates.ts";
import {type Result} from "./results.ts";
import {type UnitRow} from "./unitRow.ts";

/** Exemplary units and awards: who registered early in the year, and what the best received. */
export function honours(unit: DemoUnit, result: Result, year: number, random: Random): Partial<UnitRow> {
  const key = `${year}/${unit.id}`;
  const isBest = result.isCertified === true && result.class === "xuat_sac";
  const aspires = random.chance(`exemplary/${key}`, isBest ? 0.78 : 0.2);
  const wantsAward = random.chance(`award/${key}`, isBest ? 0.7 : 0.16);
  const sendsDossier = wantsAward && isBest;
  const certificates =
    kindOf(unit.type) === "kdc" || !random.chance(`merit/${key}`, 0.25) ? 0 : random.integer(`merits/${key}`, 1, 3);
  return {
    is_exemplary_registered: aspires,
    is_exemplary_reached: aspires && isBest && random.chance(`exemplaryReached/${key}`, 0.7),
    is_award_registered: wantsAward,
    award_registered_date: wantsAward
      ? dayOf(year, random.chance(`lateAward/${key}`, 0.08) ? 5 : 3, random.integer(`awardDay/${key}`, 1, 28))
      : null,
    dossier_sent_date: sendsDossier
      ? dayOf(year, random.chance(`lateDossier/${key}`, 0.1) ? 11 : 10, random.integer(`dossierDay/${key}`, 6, 30))
      : null,
    merit_certificate_count: isBest ? certificates : null,
    is_block_leader: isBest && kindOf(unit.type) === "commune" && random.chance(`leader/${key}`, 0.15)
  };
}
