import type {Register} from "../../reference/register.ts";
import {indexOf} from "../../reference/registerIndex.ts";
import type {Reading} from "../reading.ts";
import type {FileOwner} from "./fileOwner.ts";

/** Who sent the file: what it says of itself, else the smallest area that holds all its rows. */
export function senderOf(
  {level, commune, districtCode, provinceCode}: FileOwner,
  {units, models, facts, summaries}: Pick<Reading, "units" | "models" | "facts" | "summaries">,
  register: Register
): Pick<Reading, "area_level" | "area_code"> {
  if (level === "commune") return {area_level: "commune", area_code: commune?.code ?? null};
  if (level === "district") return {area_level: "district", area_code: districtCode};
  if (level === "province") return {area_level: "province", area_code: provinceCode};
  const keys = new Set<string>();
  for (const rows of [units, models, facts, summaries]) {
    for (const {commune_code, commune_valid_from} of rows) keys.add(`${commune_code} ${commune_valid_from ?? ""}`);
  }
  const codes = [...keys].map((key) => key.split(" ")[0] ?? "");
  const [only] = codes;
  if (codes.length === 1 && only !== undefined) return {area_level: "commune", area_code: only};
  const {former, current} = indexOf(register);
  const communes = [...keys].map((key) => {
    const [code = "", validFrom] = key.split(" ");
    const versions = (validFrom === "" ? former : current).byCode.get(code) ?? [];
    const district = /^tam-([^-]+)-/.exec(code)?.[1] ?? versions[0]?.district_code ?? null;
    return {district, province: versions[0]?.province_code ?? null};
  });
  const district = communes[0]?.district ?? null;
  if (district !== null && communes.every((one) => one.district === district)) {
    return {area_level: "district", area_code: district};
  }
  const province = communes[0]?.province ?? null;
  const isOne = province !== null && communes.every((one) => one.province === province);
  return isOne ? {area_level: "province", area_code: province} : {area_level: null, area_code: null};
}
