import {type Random} from "../random.ts";
import {apportion} from "./apportion.ts";
import {communeTitle, districtTitle} from "./areaTitles.ts";
import {type DemoUnit, demoUnit, FIRST_CURRENT_YEAR, type Management} from "./demoUnit.ts";
import {AREA_OFFICES, companyName, COMMUNE_AGENCIES, cooperativeName, DISTRICT_AGENCIES} from "./organisationNames.ts";
import {type Place, type Site} from "./places.ts";
import {currentCommune} from "./residentialAreas.ts";

const LAST_FORMER_YEAR = FIRST_CURRENT_YEAR - 1;

function byCommune(area: DemoUnit["current"]): Management {
  return {level: "xa", by: `UBND ${communeTitle(area)}`};
}

/** The commune where the offices of a district stand: its first town or ward, else its first commune. */
export function districtSeat(place: Place, districtCode: string): Site {
  const sites = place.sites.filter(({district}) => district.code === districtCode);
  const seat =
    sites.find(({former}) => former.type === "thi_tran") ??
    sites.find(({former}) => former.type === "phuong") ??
    sites[0];
  if (seat === undefined) throw new Error(`no commune in district ${districtCode}`);
  return seat;
}

/** The agencies (cơ quan) of each commune: its committee until 2024, its health station (trạm y tế) in all years, its five offices since 2025. */
export function communeAgencies(place: Place, random: Random): DemoUnit[] {
  const ofSites = place.sites.flatMap((site): DemoUnit[] => {
    const {former} = site;
    const id = `${former.code}/cq`;
    const current = currentCommune(site, id, random);
    const formerManagement = byCommune(former);
    return [
      demoUnit({
        id: `${id}/ubnd`,
        type: "co_quan",
        name: `UBND ${communeTitle(former)}`,
        site,
        current,
        formerManagement,
        lastYear: LAST_FORMER_YEAR
      }),
      demoUnit({
        id: `${id}/tyt`,
        type: "co_quan",
        name: `Trạm Y tế ${communeTitle(former)}`,
        site,
        current,
        formerManagement,
        currentManagement: byCommune(current)
      })
    ];
  });
  const ofCommunes = place.communes.flatMap((current) =>
    COMMUNE_AGENCIES.map((agency, order) =>
      demoUnit({
        id: `n${current.code}/cq/${order}`,
        type: "co_quan",
        name: `${agency} ${communeTitle(current)}`,
        site: null,
        current,
        formerManagement: byCommune(current),
        firstYear: FIRST_CURRENT_YEAR
      })
    )
  );
  return [...ofSites, ...ofCommunes];
}

/** The agencies of each district until 2024, and the courts, prosecutors and hospitals there, which answer to the province. */
export function districtAgencies(place: Place, provinceCommittee: string): DemoUnit[] {
  return place.districtsWithSites.flatMap((district, districtOrder) => {
    const site = districtSeat(place, district.code);
    const [current] = site.successors;
    if (current === undefined || place.formerYears.length === 0) return [];
    const title = districtTitle(district);
    const own = DISTRICT_AGENCIES.map((agency, order) =>
      demoUnit({
        id: `d${district.code}/cq/${order}`,
        type: "co_quan",
        name: `${agency} ${title}`,
        site,
        current,
        formerManagement: {level: "huyen", by: `UBND ${title}`},
        lastYear: LAST_FORMER_YEAR
      })
    );
    const branches = AREA_OFFICES.map((office, order) =>
      demoUnit({
        id: `d${district.code}/tinh/${order}`,
        type: "co_quan",
        name: `${office} ${order === 2 ? district.name : title}`,
        laterName: `${office} khu vực ${districtOrder + 1}`,
        site,
        current,
        formerManagement: {level: "tinh", by: provinceCommittee}
      })
    );
    return [...own, ...branches];
  });
}

function enterpriseWeight({former, terrain, district}: Site): number {
  const ground = {highland: 0.3, midland: 0.6, lowland: 1, hamlets: 1}[terrain];
  const urban = {xa: 1, thi_tran: 2.2, phuong: 3.4}[former.type as "xa" | "thi_tran" | "phuong"];
  return ground * urban * (district.code === "407" ? 1.6 : 1);
}

/** The enterprises (doanh nghiệp, with co-operatives): local ones managed by commune or district, larger ones by the province. */
export function enterprises(place: Place, provinceCommittee: string, random: Random): DemoUnit[] {
  const share = (total: number, salt: string): number[] =>
    apportion(
      total,
      place.sites.map((site) => enterpriseWeight(site) * (0.2 + 1.6 * random.uniform(`${salt}/${site.former.code}`))),
      0
    );
  const local = share(place.sizes.enterprises, "dn");
  const large = share(place.sizes.provinceEnterprises, "dnTinh");
  return place.sites.flatMap((site, index) => {
    const used = new Set<string>();
    const newName = (key: string): string => {
      for (let attempt = 0; ; attempt += 1) {
        const name = companyName(`${key}/${attempt}`, random);
        if (!used.has(name)) return name;
      }
    };
    const count = (local[index] ?? 0) + (large[index] ?? 0);
    return Array.from({length: count}, (_, order) => {
      const id = `${site.former.code}/dn/${order + 1}`;
      const isLarge = order >= (local[index] ?? 0);
      const isCooperative = !isLarge && order < 4 && random.chance(`cooperative/${id}`, 0.45);
      const name = isCooperative ? cooperativeName(site.former.name, order) : newName(id);
      used.add(name);
      const current = currentCommune(site, id, random);
      const isOfDistrict = !isCooperative && random.chance(`ofDistrict/${id}`, 0.5);
      const formerLocal: Management = isOfDistrict
        ? {level: "huyen", by: `UBND ${districtTitle(site.district)}`}
        : byCommune(site.former);
      const ofProvince: Management = {level: "tinh", by: provinceCommittee};
      const isSmall = !isLarge && !isCooperative && random.chance(`small/${id}`, 0.09);
      return demoUnit({
        id,
        type: "doanh_nghiep",
        name,
        site,
        current,
        exclusion: isSmall ? "doanh_nghiep_nho" : null,
        formerManagement: isLarge ? ofProvince : formerLocal,
        currentManagement: isLarge ? ofProvince : byCommune(current)
      });
    });
  });
}
