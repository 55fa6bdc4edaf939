import {type Kysely, sql} from "kysely";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";

type Home = Workspace["settings"]["home"];

/** Which register a code is of: that of 30/6/2025 or the present one. */
export type Register = "former" | "current";

/** A commune, district or province as lists name it. */
export interface NamedArea {
  level: string;
  code: string;
  register: Register;
  name: string;
  /** "xa", "phuong", "huyen". */
  type: string;
  /** District of a former commune, province of another place than the home area; "" where the name says enough. */
  place: string;
  /** Code of the present commune that took all of it over; its own code if it is present; null where it was split or has no successor. */
  successor: string | null;
}

/** Names and kinship of areas, and which of them belong to the home area. */
export interface HomeAreas {
  /** The area of a code; one that no register holds (a provisional code) is named by its code. */
  find: (level: string, code: string, register: Register) => NamedArea;
  isHome: (level: string, code: string, register: Register) => boolean;
}

/**
 * Reads the areas. The home area's former communes are those that went into its present ones (for a district, its own); its districts
 * are theirs.
 */
export async function homeAreas(db: Kysely<PublicTables>, home: Home): Promise<HomeAreas> {
  const {rows: communes} = await sql<{
    code: string;
    register: Register;
    name: string;
    type: string;
    province_code: string;
    district_code: string | null;
  }>`
    select code, case when valid_from is null then 'former' else 'current' end as register, name, type, province_code, district_code
    from communes where valid_from is null or valid_to is null
  `.execute(db);
  const {rows: wider} = await sql<{level: string; code: string; register: Register; name: string; type: string}>`
    select area_level as level, area_code as code, case when valid_from is null then 'former' else 'current' end as register, name, type
    from areas where area_level in ('province', 'district')
  `.execute(db);
  const lineage = await db
    .selectFrom("commune_lineage")
    .select(["old_code", "new_code", "extent"])
    .where("extent", "<>", "area_only")
    .execute();

  const widerNames = new Map(wider.map((area) => [keyOf(area.level, area.code, area.register), area]));
  const named = (level: string, code: string, register: Register): (typeof wider)[number] | undefined =>
    widerNames.get(keyOf(level, code, register)) ??
    widerNames.get(keyOf(level, code, register === "former" ? "current" : "former"));
  const successors = new Map<string, string[]>();
  for (const {old_code, new_code} of lineage) {
    successors.set(old_code, [...(successors.get(old_code) ?? []), new_code]);
  }
  const isHomeCommune = homeRule(home, communes, successors);
  const known = new Map<string, NamedArea & {isHome: boolean}>();
  for (const {code, register, name, type, province_code, district_code} of communes) {
    const isHome = isHomeCommune({code, register, province_code, district_code});
    const next = successors.get(code) ?? [];
    const district =
      register === "former" && district_code !== null ? named("district", district_code, "former") : null;
    const province = isHome ? null : named("province", province_code, register);
    known.set(keyOf("commune", code, register), {
      level: "commune",
      code,
      register,
      name,
      type,
      place: [district?.name, province?.name].filter(Boolean).join(", "),
      successor: register === "current" ? code : next.length === 1 ? (next[0] ?? null) : null,
      isHome
    });
    if (isHome && district_code !== null && register === "former") {
      const area = named("district", district_code, "former");
      known.set(keyOf("district", district_code, "former"), {
        level: "district",
        code: district_code,
        register: "former",
        name: area?.name ?? district_code,
        type: area?.type ?? "huyen",
        place: "",
        successor: null,
        isHome: true
      });
    }
  }
  return {
    find: (level, code, register) => {
      const area = known.get(keyOf(level, code, register));
      if (area) return area;
      const other = named(level, code, register);
      return {
        level,
        code,
        register,
        name: other?.name ?? code,
        type: other?.type ?? "",
        place: "",
        successor: null
      };
    },
    isHome: (level, code, register) =>
      (level === home.level && code === home.code) || (known.get(keyOf(level, code, register))?.isHome ?? false)
  };
}

interface CommuneKey {
  code: string;
  register: Register;
  province_code: string;
  district_code: string | null;
}

function homeRule(
  {level, code: home}: Home,
  communes: readonly CommuneKey[],
  successors: ReadonlyMap<string, readonly string[]>
): (commune: CommuneKey) => boolean {
  const ownFormer = new Set(
    level === "district"
      ? communes
          .filter(({register, district_code}) => register === "former" && district_code === home)
          .map(({code}) => code)
      : []
  );
  const heirs = new Set([...ownFormer].flatMap((code) => successors.get(code) ?? []));
  const isPresent = ({code, province_code}: CommuneKey): boolean =>
    level === "province" ? province_code === home : level === "commune" ? code === home : heirs.has(code);
  const present = new Set(communes.filter((one) => one.register === "current" && isPresent(one)).map(({code}) => code));
  return (commune) => {
    if (commune.register === "current") return present.has(commune.code);
    if (level === "district") return ownFormer.has(commune.code);
    return (successors.get(commune.code) ?? []).some((code) => present.has(code));
  };
}

function keyOf(level: string, code: string, register: Register): string {
  return `${level} ${code} ${register}`;
}
