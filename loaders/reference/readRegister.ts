import {existsSync} from "node:fs";
import {join} from "node:path";
import {checkRegister} from "./checkRegister.ts";
import {readCommuneGroups} from "./readCommuneGroups.ts";
import {listProblems, readRows} from "./readRows.ts";
import type {Commune, LineageEdge, Register} from "./register.ts";
import {
  ALIAS_ROW,
  CURRENT_COMMUNE_ROW,
  DISTRICT_ROW,
  EARLIER_COMMUNE_ROW,
  EXPECTED_COUNT_ROW,
  FORMER_COMMUNE_ROW,
  LINEAGE_ROW,
  PROVINCE_ROW
} from "./registerRows.ts";

/**
 * Reads the register of areas from the reference folder `directory` and holds it to its rules (see `checkRegister`).
 * `earlier_communes.csv` and `expected_counts.csv` may be left out: an operator's folder may hold one province only.
 * @throws Error in Vietnamese: file, line, what was found, what to do.
 */
export function readRegister(directory: string): Register {
  const optional = <T>(file: string, read: () => T[]): T[] => (existsSync(join(directory, file)) ? read() : []);
  const earlier = optional("earlier_communes.csv", () =>
    readRows(directory, "earlier_communes.csv", EARLIER_COMMUNE_ROW)
  );
  const counts = optional("expected_counts.csv", () => readRows(directory, "expected_counts.csv", EXPECTED_COUNT_ROW));
  const edges = readRows(directory, "commune_lineage.csv", LINEAGE_ROW);
  const former = readRows(directory, "communes_former.csv", FORMER_COMMUNE_ROW).map(toCommune);
  const current = readRows(directory, "communes_current.csv", CURRENT_COMMUNE_ROW).map((row): Commune => ({
    ...row,
    district_code: null
  }));
  const register: Register = {
    provinces: readRows(directory, "provinces.csv", PROVINCE_ROW),
    districts: readRows(directory, "districts.csv", DISTRICT_ROW),
    communes: [...former, ...earlier.map(toCommune), ...current],
    lineage: [...edges, ...earlier.flatMap((row) => inheritedEdges(row, edges))],
    aliases: readRows(directory, "aliases.csv", ALIAS_ROW).map(({level, code, valid_from, alias}) => ({
      level,
      code,
      valid_from,
      alias
    }))
  };
  const problems = checkRegister(register, counts);
  if (problems.length > 0) throw new Error(listProblems(problems));
  // Only checked here, with everything else that people write; the site reads them.
  readCommuneGroups(directory, register.communes);
  return register;
}

/** A commune of before 7/2025: since when it was one, and where its middle lies, is not known. */
function toCommune(row: FormerRow): Commune {
  const {code, valid_to, name, type, province_code, district_code} = row;
  const unknown = {valid_from: null, area_km2: null, longitude: null, latitude: null};
  return {code, valid_to, name, type, province_code, district_code, ...unknown};
}

type FormerRow = Pick<Commune, "code" | "valid_to" | "name" | "type" | "province_code" | "district_code">;

/** A commune that ended early goes where the commune it joined went; if that one was split, any part is only a part. */
function inheritedEdges(
  earlier: {code: string; became_code: string; clause: string},
  edges: readonly LineageEdge[]
): LineageEdge[] {
  const steps = edges.filter((edge) => edge.old_code === earlier.became_code);
  return steps.map((edge) => ({...edge, old_code: earlier.code, clause: `${earlier.clause}; ${edge.clause}`}));
}
