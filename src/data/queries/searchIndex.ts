import type {Kysely} from "kysely";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import type {SearchIndex} from "../../components/searchIndex.ts";

const EXTENTS = ["full", "part", "remainder"];

/**
 * Communes the site has pages for: those of every province with figures, and of the home area's province. Former ones lead to their
 * successors, "full" first; a step of land without people (area_only) leads nowhere.
 */
export async function searchIndex(db: Kysely<PublicTables>, {settings}: Workspace): Promise<SearchIndex> {
  const communes = await db
    .selectFrom("communes")
    .select(["code", "name", "type", "province_code", "district_code", "valid_from", "valid_to"])
    .orderBy("code")
    .execute();
  const named = await db
    .selectFrom("areas")
    .select(["area_level", "area_code", "valid_from", "name"])
    .where("area_level", "in", ["province", "district"])
    .orderBy("area_level")
    .orderBy("area_code")
    .execute();
  const counted = await db
    .selectFrom("indicator_values")
    .select("area_code")
    .distinct()
    .where("area_level", "=", "commune")
    .orderBy("area_code")
    .execute();
  const lineage = await db
    .selectFrom("commune_lineage")
    .select(["old_code", "new_code", "extent"])
    .where("extent", "in", EXTENTS)
    .orderBy("old_code")
    .orderBy("new_code")
    .execute();

  const present = communes.filter(({valid_from, valid_to}) => valid_from !== null && valid_to === null);
  const past = communes.filter(({valid_from}) => valid_from === null);
  const withFigures = new Set(counted.map(({area_code}) => area_code));
  const home = settings.home.level === "province" ? settings.home.code : undefined;
  const provinces = new Set(
    present
      .filter(({code}) => withFigures.has(code) || code === settings.home.code)
      .map(({province_code}) => province_code)
  );
  if (home !== undefined) provinces.add(home);

  const nameOf = (level: string, code: string | null, isPast: boolean): string | undefined =>
    named.find((area) => area.area_level === level && area.area_code === code && (area.valid_from === null) === isPast)
      ?.name ?? named.find((area) => area.area_level === level && area.area_code === code)?.name;
  const place = (code: string, isPast: boolean): {province?: string} => {
    const name = provinces.size > 1 ? nameOf("province", code, isPast) : undefined;
    return name === undefined ? {} : {province: name};
  };

  const current = present
    .filter(({province_code}) => provinces.has(province_code))
    .map(({code, name, type, province_code}) => ({code, name, type, ...place(province_code, false)}));
  const known = new Set(current.map(({code}) => code));
  const former = past.flatMap(({code, name, type, province_code, district_code}) => {
    const successors = lineage
      .filter((step) => step.old_code === code && known.has(step.new_code))
      .sort((a, b) => EXTENTS.indexOf(a.extent) - EXTENTS.indexOf(b.extent))
      .map(({new_code}) => new_code);
    if (successors.length === 0) return [];
    const district = nameOf("district", district_code, true);
    return [
      {code, name, type, ...(district === undefined ? {} : {district}), ...place(province_code, true), successors}
    ];
  });
  return {current, former};
}
