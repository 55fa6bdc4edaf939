import {type Commune, type District, type Province} from "../../../loaders/reference/register.ts";
import {communeTitle, districtTitle, provinceTitle} from "../world/areaTitles.ts";
import {type Reporter} from "./plannedFile.ts";

export function communeReporter(commune: Commune, province: Province): Reporter {
  return {
    level: "commune",
    code: commune.code,
    title: communeTitle(commune),
    name: commune.name,
    province: provinceTitle(province)
  };
}

export function districtReporter(district: District, province: Province): Reporter {
  return {
    level: "district",
    code: district.code,
    title: districtTitle(district),
    name: district.name,
    province: provinceTitle(province)
  };
}

export function provinceReporter(province: Province): Reporter {
  const title = provinceTitle(province);
  return {level: "province", code: province.code, title, name: province.name, province: title};
}

/** How the keeper of receipts writes the sender. */
export function senderName({level, title}: Reporter): string {
  return level === "commune" ? `UBND ${title}` : level === "district" ? `Ban Chỉ đạo 138 ${title}` : `Công an ${title}`;
}
