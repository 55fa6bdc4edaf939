import {type Commune} from "../../../loaders/reference/register.ts";
import {type Random} from "../random.ts";
import {type DemoUnit} from "../world/demoUnit.ts";

/** Hills and valleys of the field: how many, how wide (degrees), how high. */
const KERNELS = 18;
const RADIUS = 0.16;
const KERNEL_HEIGHT = 0.75;
/** West of this longitude the field sinks: the border highlands of Thanh Hóa lag together. */
const HIGHLAND_EDGE = 105.3;
const HIGHLAND_WIDTH = 0.65;
const HIGHLAND_DEPTH = 0.7;
/** Lowland communes that lag alone: phường Tĩnh Gia, phường Nguyệt Viên. */
const LONE_LAGGARDS: Readonly<Record<string, number>> = {16561: -1.5, 15925: -0.9};
const COMMUNE_SPREAD = 0.36;
const SITE_SPREAD = 0.3;
const UNIT_SPREAD = 0.8;
const YEAR_SPREAD = 0.75;

/** A smooth random surface over the map plus what is particular to each commune; higher is better. */
function communeStrength({code, longitude, latitude}: Commune, random: Random): number {
  const x = longitude ?? 105.5;
  const y = latitude ?? 20;
  let field = 0;
  for (let kernel = 0; kernel < KERNELS; kernel += 1) {
    const centreX = 104.4 + 1.7 * random.uniform(`kernelX/${kernel}`);
    const centreY = 19.3 + 1.4 * random.uniform(`kernelY/${kernel}`);
    const distance = ((x - centreX) * (x - centreX) + (y - centreY) * (y - centreY)) / (RADIUS * RADIUS);
    field += (KERNEL_HEIGHT * random.normal(`kernel/${kernel}`)) / ((1 + distance) * (1 + distance));
  }
  const west = Math.min(1, Math.max(0, (HIGHLAND_EDGE - x) / HIGHLAND_WIDTH));
  return field - HIGHLAND_DEPTH * west + COMMUNE_SPREAD * random.normal(`commune/${code}`) + (LONE_LAGGARDS[code] ?? 0);
}

/** How well units do, in standard deviations: place, commune, unit and year add up. */
export interface Strength {
  /** The part that stays: of the place and the unit. */
  lasting: (unit: DemoUnit) => number;
  /** In one year. */
  inYear: (unit: DemoUnit, year: number) => number;
}

export function createStrength(random: Random): Strength {
  const ofCommune = new Map<string, number>();
  const communePart = (commune: Commune): number => {
    const known = ofCommune.get(commune.code);
    if (known !== undefined) return known;
    const strength = communeStrength(commune, random);
    ofCommune.set(commune.code, strength);
    return strength;
  };
  const ofUnit = new Map<string, number>();
  const lasting = (unit: DemoUnit): number => {
    const known = ofUnit.get(unit.id);
    if (known !== undefined) return known;
    const sitePart = unit.site === null ? 0 : SITE_SPREAD * random.normal(`site/${unit.site.former.code}`);
    const strength = communePart(unit.current) + sitePart + UNIT_SPREAD * random.normal(`unit/${unit.id}`);
    ofUnit.set(unit.id, strength);
    return strength;
  };
  return {lasting, inYear: (unit, year) => lasting(unit) + YEAR_SPREAD * random.normal(`year/${year}/${unit.id}`)};
}
