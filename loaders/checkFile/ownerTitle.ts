import {areaTitle} from "../reference/areaTitle.ts";
import type {Register} from "../reference/register.ts";
import {indexOf} from "../reference/registerIndex.ts";
import type {Reading} from "../validate/reading.ts";

/**
 * Whose file it is, in words that go on in a sentence: "phường Sầm Sơn", "huyện Hà Trung", "tỉnh Thanh Hóa", "3 xã, phường".
 * Null if it cannot be told.
 */
export function ownerTitle(reading: Reading, register: Register): string | null {
  const {area_level, area_code} = reading;
  const {units, models, facts, summaries} = reading;
  const keys = new Map<string, string | null>();
  for (const rows of [units, models, facts, summaries])
    for (const {commune_code, commune_valid_from} of rows) keys.set(commune_code, commune_valid_from);
  const {former, current, districts, provinces} = indexOf(register);
  if (area_code === null) return keys.size > 1 ? `${keys.size} xã, phường` : null;
  const isFormer = keys.size > 0 ? [...keys.values()][0] === null : (reading.year ?? 2025) <= 2024;
  const areas =
    area_level === "commune"
      ? (isFormer ? former : current).byCode.get(area_code)
      : area_level === "district"
        ? districts.byCode.get(area_code)
        : provinces.byCode.get(area_code)?.toSorted((a, b) => rankOf(a, isFormer) - rankOf(b, isFormer));
  const area = area_level === "province" ? areas?.[0] : areas?.at(-1);
  if (area === undefined) return null;
  const title = areaTitle(area);
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** Codes of provinces are reused: the version of the register that the file speaks of comes first. */
function rankOf(
  {valid_from, valid_to}: {valid_from: string | null; valid_to: string | null},
  isFormer: boolean
): number {
  return (isFormer ? valid_from : valid_to) === null ? 0 : 1;
}
