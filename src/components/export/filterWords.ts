import type {UnitGroup} from "../../../loaders/vocabulary.ts";
import {UNIT_GROUP_WORDS} from "../words.js";

/** The filters of a page as words, for what leaves it: "Năm 2025, khu dân cư, ranh giới hiện nay". */
export function filterWords({
  year,
  group,
  boundary
}: {
  year: number;
  group?: UnitGroup | undefined;
  boundary?: "current" | "as_reported" | undefined;
}): string {
  const parts = [`Năm ${year}`];
  if (group !== undefined)
    parts.push(group === "all" ? "mọi loại đơn vị" : UNIT_GROUP_WORDS[group].toLocaleLowerCase("vi"));
  if (boundary !== undefined) parts.push(boundary === "current" ? "ranh giới hiện nay" : "ranh giới khi báo cáo");
  return parts.join(", ");
}
