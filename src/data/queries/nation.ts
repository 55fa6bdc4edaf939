import type {Kysely} from "kysely";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {MapFile} from "../../../pipelines/geography/mapFile.ts";
import {indicatorMetadata, type IndicatorMetadata} from "../../../pipelines/indicators/registry.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {type CommuneValues, communeValues, valueKey} from "./communeValues.ts";
import type {HomeCommune} from "./home.ts";
import {MAP_INDICATORS} from "./mapIndicators.ts";
import {emptySite, site, type Site} from "./site.ts";

type Db = Kysely<PublicTables>;

/** Counts of a province in one year and indicator, present boundaries, every unit together. */
export interface ProvinceCounts {
  n: number;
  d: number;
  /** Undecided, and expected from communes of the province that have sent before. */
  u: number;
  v: number;
  /** Present communes whose own figures are there: the few units that the province lists do not speak for a commune. */
  communes: number;
  is_final: boolean;
}

/** What the page Cả nước shows. */
export interface NationData {
  site: Pick<Site, "home" | "as_of" | "is_simulated">;
  indicators: Pick<IndicatorMetadata, "id" | "title" | "short_title">[];
  /** Years with some figure, rising. */
  years: number[];
  default_year: number | null;
  /** By `valueKey(year, indicator, "all")`, then by province; provinces without any commune's figures are left out. */
  values: Record<string, Record<string, ProvinceCounts>>;
  /** Files that count, by year. */
  files: Record<string, number>;
  /** Provinces whose communes can be looked at here: those with figures, but for the home province, which has its own pages. */
  drilled: string[];
}

/** A province's communes: their map and counts. */
export interface NationProvinceFile {
  code: string;
  map: MapFile;
  communes: HomeCommune[];
  values: CommuneValues;
  /** Communes with a profile. */
  profiles: string[];
}

/** What an empty site shows of the country. */
export function emptyNation(workspace: Pick<Workspace, "settings">): NationData {
  const {home, as_of, is_simulated} = emptySite(workspace);
  return {
    site: {home, as_of, is_simulated},
    indicators: indicators(),
    years: [],
    default_year: null,
    values: {},
    files: {},
    drilled: []
  };
}

/** Reads the counts of every province, all years and rates. */
export async function nation(db: Db, workspace: Pick<Workspace, "settings">): Promise<NationData> {
  const {home, as_of, is_simulated, default_year} = await site(db, workspace);
  const [provinces, communes, files] = await Promise.all([provinceRows(db), reportedCommunes(db), filesOfYears(db)]);
  const values: NationData["values"] = {};
  for (const {
    area_code,
    year,
    indicator,
    numerator,
    denominator,
    unknown_count,
    unreported_count,
    is_final
  } of provinces) {
    const key = valueKey(year, indicator, "all");
    const known = communes.get(`${key} ${area_code}`) ?? 0;
    if (known === 0) continue;
    (values[key] ??= {})[area_code] = {
      n: numerator,
      d: denominator,
      u: unknown_count,
      v: unreported_count,
      communes: known,
      is_final
    };
  }
  const years = [...new Set(Object.keys(values).map((key) => Number(key.split("|")[0])))].sort((a, b) => a - b);
  const shown = new Set(Object.values(values).flatMap((found) => Object.keys(found)));
  const own = home.level === "province" ? home.code : null;
  return {
    site: {home, as_of, is_simulated},
    indicators: indicators(),
    years,
    default_year: years.find((year) => year === default_year) ?? years.at(-1) ?? null,
    values,
    files,
    drilled: [...shown].filter((code) => code !== own).sort()
  };
}

function indicators(): NationData["indicators"] {
  return MAP_INDICATORS.flatMap((id) => {
    const found = indicatorMetadata().find((indicator) => indicator.id === id);
    return found ? [{id, title: found.title, short_title: found.short_title}] : [];
  });
}

const wanted = (db: Db, level: "province" | "commune") =>
  db
    .selectFrom("indicator_values")
    .where("area_level", "=", level)
    .where("boundary", "=", "current")
    .where("unit_group", "=", "all")
    .where("managed_level", "=", "all")
    .where("indicator", "in", [...MAP_INDICATORS])
    .where("denominator", ">", 0);

async function provinceRows(db: Db): Promise<PublicTables["indicator_values"][]> {
  return await wanted(db, "province").selectAll().orderBy("year").orderBy("indicator").orderBy("area_code").execute();
}

/** Communes with figures, as the map of communes takes them: no more units expected than known. By key and province. */
async function reportedCommunes(db: Db): Promise<Map<string, number>> {
  const rows = await wanted(db, "commune")
    .innerJoin("communes", (join) =>
      join
        .onRef("communes.code", "=", "indicator_values.area_code")
        .on("communes.valid_from", "is not", null)
        .on("communes.valid_to", "is", null)
    )
    .whereRef("unreported_count", "<=", "denominator")
    .select((select) => [
      "year",
      "indicator",
      "province_code",
      select.fn.count<number>("area_code").distinct().as("communes")
    ])
    .groupBy(["year", "indicator", "province_code"])
    .execute();
  return new Map(
    rows.map(({year, indicator, province_code, communes}) => [
      `${valueKey(year, indicator, "all")} ${province_code}`,
      communes
    ])
  );
}

async function filesOfYears(db: Db): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom("submission_parts")
    .select((select) => ["year", select.fn.count<number>("submission_id").distinct().as("files")])
    .where("is_counted", "=", true)
    .groupBy("year")
    .orderBy("year")
    .execute();
  return Object.fromEntries(rows.map(({year, files}) => [`${year}`, files]));
}

/** Reads the communes of a province with figures. */
export async function nationProvince(db: Db, code: string, map: MapFile): Promise<NationProvinceFile> {
  const communes = await db
    .selectFrom("communes")
    .select(["code", "name", "type"])
    .where("province_code", "=", code)
    .where("valid_from", "is not", null)
    .where("valid_to", "is", null)
    .orderBy("code")
    .execute();
  const codes = communes.map((commune) => commune.code);
  const withProfile = await db
    .selectFrom("indicator_values")
    .select("area_code")
    .distinct()
    .where("area_level", "=", "commune")
    .where("boundary", "=", "current")
    .where("indicator", "=", "certified_of_eligible")
    .where("unit_group", "=", "all")
    .where("managed_level", "=", "all")
    .where("area_code", "in", codes)
    .orderBy("area_code")
    .execute();
  return {
    code,
    map,
    communes,
    values: await communeValues(db, {
      codes,
      boundary: "current",
      indicators: MAP_INDICATORS,
      groups: ["all"],
      managed_levels: ["all"]
    }),
    profiles: withProfile.map(({area_code}) => area_code)
  };
}
