import {UNIT_GROUPS, UNIT_TYPES, type UnitGroup} from "../../loaders/vocabulary.ts";

/** Every group of units, each type being one of its own. */
export const EVERY_GROUP = [...Object.keys(UNIT_GROUPS), ...Object.keys(UNIT_TYPES)] as UnitGroup[];

/** Agencies, enterprises and schools: what Điều 6, 7 of Thông tư 124 ask of a unit with staff. */
export const ORGANISATION_GROUPS: readonly UnitGroup[] = ["organisations", "co_quan", "doanh_nghiep", "co_so_giao_duc"];

/** Assessment period (kỳ xét), Thông tư 124/2021/TT-BCA Điều 8. */
export const ASSESSMENT_PERIOD =
  "Kỳ xét: khu dân cư từ 01/11 năm trước đến 31/10; xã, phường, cơ quan, doanh nghiệp, cơ sở giáo dục từ 16/11 năm trước đến 15/11";

export const REPORT_YEAR = "Năm của báo cáo";
