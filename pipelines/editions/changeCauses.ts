/** Why a figure changed, the nearest cause first. */
export const CAUSES = [
  "tep_moi",
  "chinh_thuc",
  "ban_sua",
  "rut_tep",
  "tu_choi",
  "mat_tep",
  "ngay_tinh",
  "ke_hoach",
  "ranh_gioi",
  "danh_muc",
  "bieu_mau",
  "cach_tinh",
  "nam_khac",
  "chua_ro"
] as const;
export type Cause = (typeof CAUSES)[number];

/** A file that counts for an area in a year: for which form and unit type, and which file. */
export interface CountedPart {
  /** Form and unit type: a newer file replaces an older one part by part. */
  part: string;
  sha256: string;
  stage: string | null;
}

/** A received file as an edition lists it. */
export interface ListedFile {
  status: string;
  day: string | null;
}

export interface EditionSide {
  as_of: string | null;
  /** By sha256. */
  files: ReadonlyMap<string, ListedFile>;
}

export interface Difference {
  /** Parts that count only in the older edition, and only in the newer. */
  gone: readonly CountedPart[];
  come: readonly CountedPart[];
  /** Files of the same area in other years changed: expected units and lineage stand on them. */
  isOtherYear: boolean;
  /** Names of inputs whose hash changed: "plans/…", "forms/…", "reference/…", the program. */
  inputs: readonly string[];
  /** The plan of a verdict; null for an indicator. */
  plan: string | null;
}

const BOUNDARY_TABLES = /^reference\/(communes_|commune_lineage|provinces|districts|earlier_communes)/;

/**
 * Why a figure of an area and year changed between two editions: first what came, was replaced or taken away; only where no file changed,
 * the rules and facts it stands on, and last the as-of day. Nothing is guessed: "chua_ro" where none of these changed.
 */
export function changeCauses(older: EditionSide, newer: EditionSide, difference: Difference): Cause[] {
  const {gone, come, inputs, plan} = difference;
  const causes = new Set<Cause>();
  for (const part of come) causes.add(causeOfCome(part, gone, older, newer));
  for (const part of gone)
    if (!come.some((other) => other.part === part.part)) causes.add(causeOfGone(part, older, newer));
  if (causes.size > 0) return ordered(causes);
  if (plan !== null && inputs.some((name) => name === `plans/${plan}.yaml`)) causes.add("ke_hoach");
  if (inputs.some((name) => BOUNDARY_TABLES.test(name))) causes.add("ranh_gioi");
  if (inputs.some((name) => name.startsWith("reference/") && !BOUNDARY_TABLES.test(name))) causes.add("danh_muc");
  if (inputs.some((name) => name.startsWith("forms/"))) causes.add("bieu_mau");
  if (inputs.includes("program")) causes.add("cach_tinh");
  if (causes.size > 0) return ordered(causes);
  if (difference.isOtherYear) return ["nam_khac"];
  return [older.as_of === newer.as_of ? "chua_ro" : "ngay_tinh"];
}

function causeOfCome(part: CountedPart, gone: readonly CountedPart[], older: EditionSide, newer: EditionSide): Cause {
  const replaced = gone.find((other) => other.part === part.part);
  if (!replaced) return "tep_moi";
  // The file that counted before is later than the day now chosen: the older one counts again.
  if (isLater(older.files.get(replaced.sha256)?.day ?? null, newer.as_of)) return "ngay_tinh";
  const status = newer.files.get(replaced.sha256)?.status;
  if (status === "withdrawn") return "rut_tep";
  if (status === "rejected") return "tu_choi";
  return replaced.stage === "so_bo" && part.stage === "chinh_thuc" ? "chinh_thuc" : "ban_sua";
}

function causeOfGone({sha256}: CountedPart, older: EditionSide, newer: EditionSide): Cause {
  if (isLater(older.files.get(sha256)?.day ?? null, newer.as_of)) return "ngay_tinh";
  const file = newer.files.get(sha256);
  if (file?.status === "withdrawn") return "rut_tep";
  if (file?.status === "rejected") return "tu_choi";
  // Still there and accepted: another file took the part over, as a successor's list does.
  return file === undefined ? "mat_tep" : "ban_sua";
}

function isLater(day: string | null, as_of: string | null): boolean {
  return day !== null && as_of !== null && day > as_of;
}

function ordered(causes: ReadonlySet<Cause>): Cause[] {
  return CAUSES.filter((cause) => causes.has(cause));
}
