import type {UnitGroup} from "../../loaders/vocabulary.ts";
import {UNIT_GROUP_WORDS} from "../components/words.js";
import type {Choice} from "../components/controls.js";

/** Unit groups the pages can be narrowed to, in the order of the filter. */
export const PAGE_GROUP_ORDER = ["all", "khu_dan_cu", "co_quan", "doanh_nghiep", "co_so_giao_duc", "commune"] as const;

/** The choices of the filter "Loại đơn vị". */
export function groupChoices(): Choice[] {
  return PAGE_GROUP_ORDER.map((group) => ({value: group, text: UNIT_GROUP_WORDS[group]}));
}

/** The group a link names; "all" for one that is not on the pages. */
export function knownGroup(value: string | undefined): UnitGroup {
  return PAGE_GROUP_ORDER.find((group) => group === value) ?? "all";
}
