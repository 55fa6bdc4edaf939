import {type Commune, type District, type Register} from "../../../loaders/reference/register.ts";

/** How people name residential areas (khu dân cư) there: bản in the highlands, thôn in the plain, xóm in Thái Nguyên. */
export type Terrain = "highland" | "midland" | "lowland" | "hamlets";

/** A place whose reports are simulated, with the years it reports on the boundaries before and after 1/7/2025. */
export interface PlaceChoice {
  id: string;
  name: string;
  /** Code before 1/7/2025, and since. */
  formerProvince: string;
  currentProvince: string;
  /** Districts of the place; null: every district of the province. */
  districts: readonly string[] | null;
  /** Only the commune of this code since 1/7/2025; null: every successor. */
  onlyCommune: string | null;
  formerYears: readonly number[];
  currentYears: readonly number[];
  /** Terrain by district; others have the default. */
  terrain: Readonly<Record<string, Terrain>>;
  defaultTerrain: Terrain;
  /** Number of units of each kind in the whole place. */
  sizes: {residentialAreas: number; enterprises: number; provinceEnterprises: number; highSchoolsPerDistrict: number};
}

/** Thanh Hóa, and the places of the four other plans in the year of the plan, the year before, and 2025. */
export const PLACES: readonly PlaceChoice[] = [
  {
    id: "thanh-hoa",
    name: "Thanh Hóa",
    formerProvince: "38",
    currentProvince: "38",
    districts: null,
    onlyCommune: null,
    formerYears: [2022, 2023, 2024],
    currentYears: [2025, 2026],
    terrain: {
      384: "highland",
      385: "highland",
      386: "highland",
      387: "highland",
      388: "highland",
      396: "highland",
      402: "highland",
      389: "midland",
      390: "midland",
      391: "midland",
      403: "midland"
    },
    defaultTerrain: "lowland",
    sizes: {residentialAreas: 4350, enterprises: 590, provinceEnterprises: 110, highSchoolsPerDistrict: 3.6}
  },
  {
    id: "bac-quang",
    name: "Bắc Quang",
    formerProvince: "02",
    currentProvince: "08",
    districts: ["034"],
    onlyCommune: null,
    formerYears: [2023, 2024],
    currentYears: [2025],
    terrain: {},
    defaultTerrain: "midland",
    sizes: {residentialAreas: 212, enterprises: 26, provinceEnterprises: 4, highSchoolsPerDistrict: 4}
  },
  {
    id: "tram-tau",
    name: "Trạm Tấu",
    formerProvince: "15",
    currentProvince: "15",
    districts: ["139"],
    onlyCommune: null,
    formerYears: [2024],
    currentYears: [2025],
    terrain: {},
    defaultTerrain: "highland",
    sizes: {residentialAreas: 61, enterprises: 6, provinceEnterprises: 1, highSchoolsPerDistrict: 1}
  },
  {
    id: "huong-tra",
    name: "Hương Trà",
    formerProvince: "46",
    currentProvince: "46",
    districts: ["480"],
    onlyCommune: null,
    formerYears: [2021, 2022],
    currentYears: [2025],
    terrain: {},
    defaultTerrain: "lowland",
    sizes: {residentialAreas: 76, enterprises: 21, provinceEnterprises: 4, highSchoolsPerDistrict: 3}
  },
  {
    id: "phuong-tien",
    name: "Phượng Tiến",
    formerProvince: "19",
    currentProvince: "19",
    districts: ["167"],
    onlyCommune: "05563",
    formerYears: [],
    currentYears: [2025, 2026],
    terrain: {},
    defaultTerrain: "hamlets",
    sizes: {residentialAreas: 37, enterprises: 3, provinceEnterprises: 0, highSchoolsPerDistrict: 0}
  }
];

/** A commune of the register until 30/6/2025 with its district and what it became. */
export interface Site {
  former: Commune;
  district: District;
  terrain: Terrain;
  /** Communes since 1/7/2025 that took its people, the one with most first. */
  successors: readonly Commune[];
}

/** A place on both registers. */
export interface Place extends PlaceChoice {
  sites: readonly Site[];
  /** Communes since 1/7/2025, by code. */
  communes: readonly Commune[];
  districtsWithSites: readonly District[];
}

const END_OF_DISTRICTS = "2025-06-30";
const EXTENT_ORDER = {full: 0, remainder: 1, part: 2, area_only: 3};

function byCode(a: {code: string}, b: {code: string}): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}

/**
 * The areas of a place, from the register.
 * @throws Error when the register lacks a district or the successor of a commune.
 */
export function openPlace(choice: PlaceChoice, register: Register): Place {
  const districts = register.districts
    .filter(
      ({code, province_code}) =>
        province_code === choice.formerProvince && (choice.districts === null || choice.districts.includes(code))
    )
    .toSorted(byCode);
  const currentCommunes = new Map(
    register.communes
      .filter(({valid_from, valid_to}) => valid_from !== null && valid_to === null)
      .map((commune) => [commune.code, commune])
  );
  const sites = register.communes
    .filter(
      ({valid_from, valid_to, type}) => valid_from === null && valid_to === END_OF_DISTRICTS && type !== "huyen_dao"
    )
    .toSorted(byCode)
    .flatMap((former): Site[] => {
      const district = districts.find(({code}) => code === former.district_code);
      if (district === undefined) return [];
      const successors = register.lineage
        .filter((edge) => edge.old_code === former.code && edge.extent !== "area_only")
        .toSorted((a, b) => EXTENT_ORDER[a.extent] - EXTENT_ORDER[b.extent] || (a.new_code < b.new_code ? -1 : 1))
        .map(({new_code}) => currentCommunes.get(new_code))
        .filter((commune) => commune !== undefined);
      if (successors.length === 0) throw new Error(`no successor in the register: ${former.code} ${former.name}`);
      const terrain = choice.terrain[district.code] ?? choice.defaultTerrain;
      return [{former, district, terrain, successors}];
    })
    .filter(({successors}) => choice.onlyCommune === null || successors.some(({code}) => code === choice.onlyCommune));
  if (sites.length === 0) throw new Error(`no commune in the register: ${choice.name}`);
  const communes = new Map(sites.flatMap(({successors}) => successors.map((commune) => [commune.code, commune])));
  return {
    ...choice,
    sites,
    communes: [...communes.values()].toSorted(byCode),
    districtsWithSites: districts.filter(({code}) => sites.some(({district}) => district.code === code))
  };
}
