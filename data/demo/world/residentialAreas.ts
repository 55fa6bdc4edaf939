import {type Random} from "../random.ts";
import {apportion} from "./apportion.ts";
import {communeTitle} from "./areaTitles.ts";
import {type DemoUnit, demoUnit, FIRST_CURRENT_YEAR} from "./demoUnit.ts";
import {type Place, type Site} from "./places.ts";
import {isNumbered, residentialNames} from "./residentialNames.ts";

/** New communes that renamed their numbered residential areas after the merger, and sites where two areas became one. */
const RENAMING_SHARE = 0.02;
const JOINING_SHARE = 0.02;

/** Where a unit of a site stands since 7/2025: most units of a split commune in its larger part. */
export function currentCommune(site: Site, id: string, random: Random): DemoUnit["current"] {
  const [main, ...others] = site.successors;
  if (main === undefined) throw new Error(`no successor: ${site.former.code}`);
  return others.length > 0 && random.chance(`part/${id}`, 0.4) ? random.pick(`whichPart/${id}`, others) : main;
}

function siteWeight(site: Site, random: Random): number {
  const byType = site.former.type === "xa" ? 1 : 1.3;
  const byTerrain = site.terrain === "highland" && site.former.type === "xa" ? 1.45 : 1;
  return byType * byTerrain * (0.55 + 1.05 * random.uniform(`siteWeight/${site.former.code}`));
}

/** Two neighbouring areas of a site join into one with a new name in 2025. */
function joinTwo(units: DemoUnit[], site: Site, random: Random): DemoUnit[] {
  const [first, second, ...others] = units;
  if (first === undefined || second === undefined || site.successors.length > 1) return units;
  const lastYear = FIRST_CURRENT_YEAR - 1;
  const word = first.name.replace(/ [^ ]+$/u, "").split(" ")[0] ?? "Thôn";
  const joined = demoUnit({
    ...first,
    id: `${first.id}+${second.id}`,
    name: `${word} ${random.pick(`joined/${first.id}`, ["Hợp Nhất", "Đoàn Kết", "Thống Nhất", "Tân Tiến"])}`,
    firstYear: FIRST_CURRENT_YEAR
  });
  return [{...first, lastYear}, {...second, lastYear}, joined, ...others];
}

/** The residential areas (khu dân cư) of a place: about as many as its size says, named as the people of each site name them. */
export function residentialAreas(place: Place, random: Random): DemoUnit[] {
  const counts = apportion(
    place.sizes.residentialAreas,
    place.sites.map((site) => siteWeight(site, random)),
    3
  );
  const renaming = new Set(
    place.communes.filter(({code}) => random.chance(`renaming/${code}`, RENAMING_SHARE)).map(({code}) => code)
  );
  return place.sites.flatMap((site, index) => {
    const numbered = isNumbered(site, random);
    const units = residentialNames(site, counts[index] ?? 0, random).map((name, order) => {
      const id = `${site.former.code}/kdc/${order + 1}`;
      const current = currentCommune(site, id, random);
      const isRenamed = numbered && renaming.has(current.code) && site.successors.length === 1;
      return demoUnit({
        id,
        type: "khu_dan_cu",
        name,
        laterName: isRenamed ? `${name} ${site.former.name}` : null,
        site,
        current,
        formerManagement: {level: "xa", by: `UBND ${communeTitle(site.former)}`},
        currentManagement: {level: "xa", by: `UBND ${communeTitle(current)}`}
      });
    });
    const joins = !numbered && random.chance(`joining/${site.former.code}`, JOINING_SHARE);
    return joins ? joinTwo(units, site, random) : units;
  });
}
