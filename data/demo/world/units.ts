import {type Province, type Register} from "../../../loaders/reference/register.ts";
import {type UnitType} from "../../../loaders/vocabulary.ts";
import {type Random} from "../random.ts";
import {capitalised, communeTitle, districtTitle, provinceTitle} from "./areaTitles.ts";
import {BOARD_ID, type DemoUnit, demoUnit, FIRST_CURRENT_YEAR} from "./demoUnit.ts";
import {COLLEGES, ECONOMIC_ZONE_BOARD, PROVINCE_AGENCIES} from "./organisationNames.ts";
import {communeAgencies, districtAgencies, enterprises} from "./organisations.ts";
import {openPlace, PLACES, type Place, type PlaceChoice} from "./places.ts";
import {currentCommune, residentialAreas} from "./residentialAreas.ts";
import {schools} from "./schools.ts";

/** Code of the board of the economic zone, and the ward it stands in (phường Trúc Lâm, thị xã Nghi Sơn). */
export const BOARD_CODE = "BQL-NGHISON";
const BOARD_SITE = "16630";
/** Phường Hạc Thành, where the offices of the province stand. */
export const PROVINCE_SEAT = "14797";

/** A place with its units and the province that its units above commune level answer to. */
export interface World {
  place: Place;
  units: readonly DemoUnit[];
  province: Province;
  /** The province until 30/6/2025: another one where provinces merged. */
  formerProvince: Province;
}

/** Communes as units of their own type: the former ones until 2024, the new ones since 2025. */
function communesThemselves(place: Place, provinceCommittee: string): DemoUnit[] {
  const former = place.sites.flatMap((site): DemoUnit[] => {
    const {former, district, successors} = site;
    const [current] = successors;
    if (current === undefined) return [];
    return [
      demoUnit({
        id: `${former.code}/${former.type}`,
        type: former.type as UnitType,
        name: capitalised(communeTitle(former)),
        site,
        current,
        formerManagement: {level: "huyen", by: `UBND ${districtTitle(district)}`},
        lastYear: FIRST_CURRENT_YEAR - 1
      })
    ];
  });
  const current = place.communes.map((commune) =>
    demoUnit({
      id: `n${commune.code}/${commune.type}`,
      type: commune.type as UnitType,
      name: capitalised(communeTitle(commune)),
      site: null,
      current: commune,
      formerManagement: {level: "tinh", by: provinceCommittee},
      firstYear: FIRST_CURRENT_YEAR
    })
  );
  return [...former, ...current];
}

/** The agencies and colleges of Thanh Hóa province and the board of its economic zone. */
function provinceBodies(place: Place, provinceCommittee: string, random: Random): DemoUnit[] {
  const seats = place.sites.filter(({successors}) => successors.length === 1 && successors[0]?.code === PROVINCE_SEAT);
  const boardSite = place.sites.find(({former}) => former.code === BOARD_SITE);
  if (seats.length === 0 || boardSite === undefined) return [];
  const body = (name: string, type: UnitType, id: string): DemoUnit => {
    const site = random.pick(`seat/${id}`, seats);
    return demoUnit({
      id,
      type,
      name,
      site,
      current: currentCommune(site, id, random),
      formerManagement: {level: "tinh", by: provinceCommittee}
    });
  };
  const board = demoUnit({
    id: BOARD_ID,
    type: "co_quan",
    name: ECONOMIC_ZONE_BOARD,
    code: BOARD_CODE,
    site: boardSite,
    current: currentCommune(boardSite, BOARD_ID, random),
    formerManagement: {level: "tinh", by: provinceCommittee}
  });
  return [
    ...PROVINCE_AGENCIES.map((name, order) => body(name, "co_quan", `tinh/cq/${order}`)),
    ...COLLEGES.map((name, order) => body(name, "co_so_giao_duc", `tinh/gd/${order}`)),
    board
  ];
}

/** Codes for the units the province keeps a list of: "TH-CQ-012". */
function withProvinceCodes(units: readonly DemoUnit[]): DemoUnit[] {
  const letters: Partial<Record<UnitType, string>> = {co_quan: "CQ", doanh_nghiep: "DN", co_so_giao_duc: "GD"};
  const counts = new Map<string, number>();
  return units.map((unit) => {
    const letter = letters[unit.type];
    if (unit.currentManagement.level !== "tinh" || unit.code !== null || letter === undefined) return unit;
    const count = (counts.get(letter) ?? 0) + 1;
    counts.set(letter, count);
    return {...unit, code: `TH-${letter}-${String(count).padStart(3, "0")}`};
  });
}

function openWorld(choice: PlaceChoice, register: Register, random: Random): World {
  const place = openPlace(choice, register);
  const province = register.provinces.find(({code, valid_to}) => code === place.currentProvince && valid_to === null);
  const formerProvince = register.provinces.find(
    ({code, valid_from}) => code === place.formerProvince && valid_from === null
  );
  if (province === undefined || formerProvince === undefined)
    throw new Error(`no province in the register: ${place.formerProvince} or ${place.currentProvince}`);
  const committee = `UBND ${provinceTitle(province)}`;
  const isWholeProvince = place.districts === null;
  const units = [
    ...residentialAreas(place, random),
    ...communeAgencies(place, random),
    ...districtAgencies(place, committee),
    ...enterprises(place, committee, random),
    ...schools(place, random),
    ...communesThemselves(place, committee),
    ...(isWholeProvince ? provinceBodies(place, committee, random) : [])
  ];
  return {place, province, formerProvince, units: isWholeProvince ? withProvinceCodes(units) : units};
}

/** All simulated places and their units. */
export function openWorlds(register: Register, random: Random): World[] {
  return PLACES.map((choice) => openWorld(choice, register, random));
}
