import {type MovementClass} from "../../../loaders/vocabulary.ts";
import {type Random} from "../random.ts";
import {BOARD_ID, type DemoUnit} from "../world/demoUnit.ts";
import {communesWithinNorm} from "./communeNorm.ts";
import {type Kind, kindOf, type Rates} from "./rates.ts";
import {type Strength} from "./strength.ts";

/** What one unit reached in one year, as finally decided. */
export interface Result {
  isRegistered: boolean;
  /** Null: not registered and not considered, or the unit is outside the Circular. */
  isCertified: boolean | null;
  class: MovementClass | null;
  score: number | null;
}

const NOT_CONSIDERED: Result = {isRegistered: false, isCertified: null, class: null, score: null};

/** Lowest score of each class and how far it reaches: an order of magnitude, no rule computes a class from a score. */
const SCORE_RANGES: Readonly<Record<MovementClass, readonly [number, number]>> = {
  xuat_sac: [90, 98.5],
  kha: [70, 89.5],
  trung_binh: [51, 69.5],
  yeu: [35, 49.5]
};

type Ranked = {unit: DemoUnit; strength: number}[];

function ranked(units: readonly DemoUnit[], strength: (unit: DemoUnit) => number): Ranked {
  return units
    .map((unit) => ({unit, strength: strength(unit)}))
    .sort((a, b) => b.strength - a.strength || (a.unit.id < b.unit.id ? -1 : 1));
}

/** Number of units of each kind that meet a rate; the residential areas make up what the total still lacks. */
function quotas(counts: ReadonlyMap<Kind, number>, shares: Rates["good"]): Map<Kind, number> {
  const total = [...counts.values()].reduce((a, b) => a + b, 0);
  const result = new Map<Kind, number>();
  let given = 0;
  for (const kind of ["gd", "cq", "dn", "commune"] as const) {
    const quota = Math.round((counts.get(kind) ?? 0) * shares[kind]);
    result.set(kind, quota);
    given += quota;
  }
  result.set("kdc", Math.min(counts.get("kdc") ?? 0, Math.max(0, Math.round(total * shares.all) - given)));
  return result;
}

function score(movementClass: MovementClass, unit: DemoUnit, year: number, random: Random): number {
  const [low, high] = SCORE_RANGES[movementClass];
  return low + Math.floor(random.uniform(`score/${year}/${unit.id}`) * (high - low) * 2) / 2;
}

/**
 * Results of a year for units reported together. The strongest of each kind are certified until the rate is met exactly,
 * so the story holds for every seed; class follows a related but separate order, since certification and class are
 * decided apart (Thông tư 124, Quyết định 510).
 */
export function resultsOf(
  units: readonly DemoUnit[],
  year: number,
  rates: Rates,
  strength: Strength,
  random: Random
): Map<string, Result> {
  const results = new Map<string, Result>();
  const eligible = units.filter(({exclusion}) => exclusion === null);
  for (const {id, exclusion} of units) if (exclusion !== null) results.set(id, NOT_CONSIDERED);

  const unregisteredCount = Math.round(eligible.length * (1 - rates.registered));
  const byWill = ranked(
    eligible.filter(({id}) => id !== BOARD_ID),
    (unit) => 0.5 * strength.lasting(unit) + random.normal(`registers/${year}/${unit.id}`)
  );
  const unregistered = new Set(byWill.slice(Math.max(0, byWill.length - unregisteredCount)).map(({unit}) => unit.id));

  const counts = new Map<Kind, number>();
  for (const {type} of eligible) counts.set(kindOf(type), (counts.get(kindOf(type)) ?? 0) + 1);
  const certifiedLeft = quotas(counts, rates.certified);
  const goodLeft = quotas(counts, rates.good);
  const certified = new Set<string>();
  const byResult = ranked(eligible, (unit) => strength.inYear(unit, year)).map(({unit}) => unit);
  const certify = (unit: DemoUnit): void => {
    const left = certifiedLeft.get(kindOf(unit.type)) ?? 0;
    if (left === 0 || unregistered.has(unit.id) || certified.has(unit.id)) return;
    certified.add(unit.id);
    certifiedLeft.set(kindOf(unit.type), left - 1);
  };
  const [communes, others] = [true, false].map((is) =>
    byResult.filter(({type}) => (kindOf(type) === "commune") === is)
  );
  others?.forEach(certify);
  const within = communesWithinNorm(eligible, year, {
    isRegistered: ({id}) => !unregistered.has(id),
    isCertified: ({id}) => certified.has(id)
  });
  communes?.filter(({id}) => within.has(id)).forEach(certify);
  communes?.forEach(certify);

  const byMovement = ranked(
    eligible,
    (unit) => strength.inYear(unit, year) + 0.45 * random.normal(`movement/${year}/${unit.id}`)
  );
  const excellentCount = Math.round(eligible.length * rates.excellent);
  const weakCount = Math.round(eligible.length * rates.weak);
  const good = new Set<string>();
  for (const {unit} of byMovement) {
    const left = goodLeft.get(kindOf(unit.type)) ?? 0;
    if (left === 0) continue;
    good.add(unit.id);
    goodLeft.set(kindOf(unit.type), left - 1);
  }
  const excellent = new Set(
    byMovement
      .filter(({unit}) => good.has(unit.id) && certified.has(unit.id))
      .slice(0, excellentCount)
      .map(({unit}) => unit.id)
  );
  const weak = new Set(
    byMovement
      .filter(({unit}) => !good.has(unit.id) && !certified.has(unit.id) && !unregistered.has(unit.id))
      .toReversed()
      .slice(0, weakCount)
      .map(({unit}) => unit.id)
  );
  for (const unit of eligible) {
    const {id} = unit;
    const isRegistered = !unregistered.has(id);
    const reached: MovementClass = excellent.has(id)
      ? "xuat_sac"
      : good.has(id)
        ? "kha"
        : weak.has(id)
          ? "yeu"
          : "trung_binh";
    results.set(id, {
      isRegistered,
      isCertified: isRegistered ? certified.has(id) : null,
      class: reached,
      score: score(reached, unit, year, random)
    });
  }
  return results;
}
