import type {Kysely} from "kysely";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";

/** A present commune of the home area. */
export interface HomeCommune {
  code: string;
  name: string;
  type: string;
}

/** A commune of the register until 30/6/2025 that went into the home area. */
export interface FormerHomeCommune extends HomeCommune {
  district_code: string | null;
  district: string;
}

/** Present communes of the home area, by code: of a province its own, of a former district the successors of its communes. */
export async function homeCommunes(
  db: Kysely<PublicTables>,
  {level, code}: Workspace["settings"]["home"]
): Promise<HomeCommune[]> {
  const present = db
    .selectFrom("communes")
    .select(["communes.code", "communes.name", "communes.type"])
    .where("valid_from", "is not", null)
    .where("valid_to", "is", null)
    .orderBy("communes.code");
  if (level === "province") return present.where("province_code", "=", code).execute();
  if (level === "commune") return present.where("communes.code", "=", code).execute();
  const successors = db
    .selectFrom("commune_lineage")
    .innerJoin("communes as former", "former.code", "commune_lineage.old_code")
    .select("new_code")
    .where("extent", "<>", "area_only")
    .where("former.valid_from", "is", null)
    .where("former.district_code", "=", code);
  return present.where("communes.code", "in", successors).execute();
}

/** Former communes of the home area, by district and code. */
export async function formerHomeCommunes(
  db: Kysely<PublicTables>,
  home: Workspace["settings"]["home"]
): Promise<FormerHomeCommune[]> {
  const former = db
    .selectFrom("communes")
    .leftJoin("areas as district", (join) =>
      join.onRef("district.area_code", "=", "communes.district_code").on("district.area_level", "=", "district")
    )
    .select(["communes.code", "communes.name", "communes.type", "communes.district_code", "district.name as district"])
    .where("communes.valid_from", "is", null)
    .orderBy("communes.district_code")
    .orderBy("communes.code");
  const rows =
    home.level === "district"
      ? await former.where("communes.district_code", "=", home.code).execute()
      : await former
          .where("communes.code", "in", (query) =>
            query
              .selectFrom("commune_lineage")
              .innerJoin("communes as present", "present.code", "commune_lineage.new_code")
              .select("commune_lineage.old_code")
              .where("present.valid_from", "is not", null)
              .where("extent", "<>", "area_only")
              .where(home.level === "province" ? "present.province_code" : "present.code", "=", home.code)
          )
          .execute();
  return rows.map(({district, ...commune}) => ({...commune, district: district ?? ""}));
}
