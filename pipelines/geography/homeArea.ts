import {areaTitle} from "../../loaders/reference/areaTitle.ts";
import type {Commune, Province, Register} from "../../loaders/reference/register.ts";
import type {WorkspaceSettings} from "../../loaders/workspace.ts";

/** Whose map is drawn: the area's title and its present communes, ordered by code. */
export interface HomeArea {
  title: string;
  province: Province;
  communes: Commune[];
}

/**
 * The present communes of the home area: of a province all its own; of a former district those its communes became;
 * of a commune all of its province, for one shape alone is no map.
 * @throws Error when the register does not know the area, or it has no commune today.
 */
export function homeArea(
  {provinces, districts, communes, lineage}: Register,
  home: WorkspaceSettings["home"]
): HomeArea {
  const present = communes
    .filter((commune) => commune.valid_from !== null && commune.valid_to === null)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const own = ((): Commune[] => {
    if (home.level === "province") return present.filter(({province_code}) => province_code === home.code);
    if (home.level === "commune") {
      const province = present.find(({code}) => code === home.code)?.province_code;
      return present.filter(({province_code}) => province_code === province);
    }
    const former = new Set(communes.filter((c) => c.district_code === home.code).map(({code}) => code));
    const successors = new Set(
      lineage.filter((edge) => former.has(edge.old_code) && edge.extent !== "area_only").map((edge) => edge.new_code)
    );
    return present.filter(({code}) => successors.has(code));
  })();
  const province = provinces.find(({code, valid_to}) => code === own[0]?.province_code && valid_to === null);
  if (province === undefined) {
    throw new Error(
      `workspace.yaml, home: không có ${home.level} mã ${home.code} với xã, phường hiện nay trong danh mục. Sửa level hoặc code.`
    );
  }
  const district = home.level === "district" ? districts.find(({code}) => code === home.code) : undefined;
  return {title: areaTitle(district ?? province), province, communes: own};
}
