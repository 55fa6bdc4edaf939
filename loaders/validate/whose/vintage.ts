import type {Register} from "../../reference/register.ts";
import {CommuneFinder, type Vintage} from "./communeFinder.ts";

/**
 * The register a file speaks of. Years until 2024 are on the former one, years from 2026 on the current one. 2025 is current
 * unless the file is a district's or names only communes of the former register.
 * `namesOf`: communes the file names, each with its possible spellings, longest first.
 */
export function vintageOf({
  year,
  isDistricts,
  hasDistricts,
  namesOf,
  provinceOn,
  register
}: {
  year: number | null;
  isDistricts: boolean;
  /** True if rows name districts. */
  hasDistricts: () => boolean;
  namesOf: () => readonly (readonly string[])[];
  provinceOn: (vintage: Vintage) => string | null;
  register: Register;
}): Vintage {
  if (year === null || year > 2025) return "current";
  if (year < 2025 || isDistricts || hasDistricts()) return "former";
  const names = namesOf();
  const known = (vintage: Vintage): number => {
    const provinceCode = provinceOn(vintage);
    const finder = new CommuneFinder(register, {
      vintage,
      year,
      day: `${year}-12-31`,
      provinceCode,
      districtCode: null,
      homeProvince: null
    });
    return names.filter((spellings) => spellings.some((name) => finder.find(name).kind !== "unknown")).length;
  };
  return known("former") > known("current") ? "former" : "current";
}
