import {type Commune} from "../../../loaders/reference/register.ts";
import {type DemoUnit, FIRST_CURRENT_YEAR, managementIn} from "../world/demoUnit.ts";
import {kindOf} from "./rates.ts";

/** Boundary of the years: the commune a unit is reported under. */
export function communeIn(unit: DemoUnit, year: number): Commune {
  return year < FIRST_CURRENT_YEAR && unit.site !== null ? unit.site.former : unit.current;
}

/**
 * Ids of the communes that meet Thông tư 124 Art. 5(4) over the units they manage: all registered, of which at least 70 % certified.
 * Officers certify these first; where a district is promised more, a few that fail it are certified too, as in life.
 */
export function communesWithinNorm(
  units: readonly DemoUnit[],
  year: number,
  {isRegistered, isCertified}: {isRegistered: (unit: DemoUnit) => boolean; isCertified: (unit: DemoUnit) => boolean}
): Set<string> {
  const counts = new Map<string, {all: number; registered: number; certified: number}>();
  for (const unit of units) {
    if (kindOf(unit.type) === "commune" || managementIn(unit, year).level !== "xa") continue;
    const {code} = communeIn(unit, year);
    const count = counts.get(code) ?? {all: 0, registered: 0, certified: 0};
    count.all += 1;
    count.registered += Number(isRegistered(unit));
    count.certified += Number(isCertified(unit));
    counts.set(code, count);
  }
  const isWithin = (unit: DemoUnit): boolean => {
    const count = counts.get(communeIn(unit, year).code);
    return count !== undefined && count.registered === count.all && 100 * count.certified >= 70 * count.registered;
  };
  return new Set(units.filter((unit) => kindOf(unit.type) === "commune" && isWithin(unit)).map(({id}) => id));
}
