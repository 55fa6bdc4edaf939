import {group} from "d3";
import type {Commune, Register} from "./register.ts";

/** The last day of districts and of the communes before the present ones (Nghị quyết 202/2025/QH15). */
const LAST_FORMER_DAY = "2025-06-30";

/** Listed in some collections of Thanh Hóa though both had ended before 2025: with them 549 communes instead of 547. */
const STALE_CODES = new Set(["16387", "16411"]);

/** A count known from law. `province_code` null: the whole country. */
export interface ExpectedCount {
  province_code: string | null;
  level: "commune" | "district" | "province";
  day: string;
  count: number;
  basis: string;
}

/**
 * Rules that hold for any register, whole or of one province: codes are known and unique in their time, every former commune
 * has a successor and every present one a predecessor, nothing stale; and the counts the folder itself expects.
 * @returns problems in Vietnamese, each with its file and what to do; empty when all is well.
 */
export function checkRegister(register: Register, counts: readonly ExpectedCount[] = []): string[] {
  return [
    ...counts.flatMap((expected) => checkCount(register, expected)),
    ...checkValidity("provinces.csv", register.provinces),
    ...checkValidity("communes_former.csv, communes_current.csv", register.communes),
    ...checkParents(register),
    ...checkLineage(register),
    ...checkAliases(register),
    ...register.communes
      .filter((commune) => STALE_CODES.has(commune.code))
      .map(({code, name}) => `communes_former.csv: mã ${code} (${name}) đã hết hiệu lực trước năm 2025. Xóa dòng này.`)
  ];
}

interface Version {
  code: string;
  name: string;
  valid_from: string | null;
  valid_to: string | null;
}

/** Versions of one code must follow one another: each ends before the next begins. */
function checkValidity(file: string, versions: readonly Version[]): string[] {
  const problems: string[] = [];
  for (const [code, sameCode] of group(versions, (version) => version.code)) {
    const ordered = sameCode.toSorted((a, b) => ((a.valid_from ?? "") < (b.valid_from ?? "") ? -1 : 1));
    for (const [i, version] of ordered.entries()) {
      const next = ordered[i + 1];
      const isBackwards = version.valid_to !== null && version.valid_to < (version.valid_from ?? "");
      const overlaps = next !== undefined && (version.valid_to === null || version.valid_to >= (next.valid_from ?? ""));
      if (isBackwards || overlaps) {
        const other = overlaps ? ` trùng thời gian với "${next.name}" (từ ${next.valid_from ?? "không rõ"})` : "";
        problems.push(
          `${file}: mã ${code} "${version.name}" (${version.valid_from ?? "không rõ"} đến ${version.valid_to ?? "nay"})${other}. ` +
            "Sửa valid_from, valid_to để các khoảng không chồng nhau."
        );
      }
    }
  }
  return problems;
}

function checkParents({provinces, districts, communes}: Register): string[] {
  const districtByCode = new Map(districts.map((district) => [district.code, district]));
  const isProvinceOn = (code: string, day: string): boolean =>
    provinces.some((province) => province.code === code && isValidOn(province, day));
  return [
    ...districts
      .filter((district) => !isProvinceOn(district.province_code, LAST_FORMER_DAY))
      .map(
        ({code, name, province_code}) =>
          `districts.csv: huyện ${code} (${name}) thuộc tỉnh ${province_code}, không có trong provinces.csv vào ${LAST_FORMER_DAY}. ` +
          "Sửa mã tỉnh hoặc thêm tỉnh."
      ),
    ...communes.flatMap((commune) => {
      const file = commune.valid_from === null ? "communes_former.csv" : "communes_current.csv";
      const place = `${file}: xã ${commune.code} (${commune.name})`;
      const day = commune.valid_from ?? LAST_FORMER_DAY;
      if (!isProvinceOn(commune.province_code, day))
        return [`${place} thuộc tỉnh ${commune.province_code}, không có trong provinces.csv vào ${day}. Sửa mã tỉnh.`];
      const district = commune.district_code === null ? undefined : districtByCode.get(commune.district_code);
      const hasEndedEarly = commune.valid_to !== null && commune.valid_to < LAST_FORMER_DAY;
      if (commune.district_code === null || (district === undefined && hasEndedEarly)) return [];
      if (district?.province_code === commune.province_code) return [];
      return [
        `${place} thuộc huyện ${commune.district_code}, không có trong districts.csv của tỉnh ${commune.province_code}. Sửa mã huyện hoặc mã tỉnh.`
      ];
    })
  ];
}

function checkLineage({communes, lineage}: Register): string[] {
  const former = new Map(communes.filter((commune) => commune.valid_from === null).map((c) => [c.code, c]));
  const current = new Map(communes.filter((commune) => commune.valid_from !== null).map((c) => [c.code, c]));
  const stepsFrom = group(lineage, (edge) => edge.old_code);
  const stepsTo = group(lineage, (edge) => edge.new_code);
  const at = "commune_lineage.csv";
  const problems: string[] = [];
  for (const {old_code, new_code} of lineage) {
    if (!former.has(old_code)) problems.push(`${at}: old_code ${old_code} không có trong communes_former.csv. Sửa mã.`);
    if (!current.has(new_code))
      problems.push(`${at}: new_code ${new_code} không có trong communes_current.csv. Sửa mã.`);
  }
  for (const [pair, edges] of group(lineage, (edge) => `${edge.old_code} → ${edge.new_code}`))
    if (edges.length > 1) problems.push(`${at}: ${pair} có ${edges.length} dòng. Giữ một dòng.`);
  for (const commune of former.values()) {
    const steps = stepsFrom.get(commune.code) ?? [];
    const people = steps.filter((edge) => edge.extent !== "area_only");
    if (people.length === 0)
      problems.push(`${at}: xã cũ ${describe(commune)} chưa có xã mới kế thừa. Thêm dòng old_code ${commune.code}.`);
    if (people.length > 1 && people.some((edge) => edge.extent === "full"))
      problems.push(
        `${at}: xã cũ ${describe(commune)} ghi full nhưng có ${people.length} xã mới. Ghi part, remainder hoặc area_only.`
      );
  }
  for (const commune of current.values())
    if (!stepsTo.has(commune.code))
      problems.push(`${at}: xã mới ${describe(commune)} chưa có xã cũ nào. Thêm dòng new_code ${commune.code}.`);
  return problems;
}

function checkAliases({provinces, districts, communes, aliases}: Register): string[] {
  const byLevel = {province: provinces, district: districts, commune: communes};
  return aliases
    .filter(({level, code, valid_from}) => {
      const versions: readonly {code: string; valid_from?: string | null}[] = byLevel[level];
      return !versions.some((area) => area.code === code && (area.valid_from ?? null) === valid_from);
    })
    .map(
      ({level, code, valid_from, alias}) =>
        `aliases.csv: "${alias}" chỉ tới ${level} ${code} (valid_from ${valid_from ?? "trống"}), không có trong danh mục. Sửa mã hoặc ngày.`
    );
}

function checkCount({provinces, districts, communes}: Register, expected: ExpectedCount): string[] {
  const {province_code, level, day, count, basis} = expected;
  const inScope = (code: string): boolean => province_code === null || code === province_code;
  const codes = {
    province: provinces.filter((area) => inScope(area.code) && isValidOn(area, day)),
    district: districts.filter((area) => inScope(area.province_code) && day <= LAST_FORMER_DAY),
    commune: communes.filter((area) => inScope(area.province_code) && isValidOn(area, day))
  }[level];
  if (codes.length === count) return [];
  return [
    `expected_counts.csv: ${level} ${province_code === null ? "cả nước" : `của tỉnh ${province_code}`} ngày ${day} có ${codes.length}, ` +
      `cần ${count} (${basis}). Tìm dòng thừa hoặc thiếu; nếu thư mục chỉ giữ một phần danh mục, xóa expected_counts.csv.`
  ];
}

/** True if the version is valid on the ISO day; an unknown beginning counts as long ago. */
export function isValidOn({valid_from, valid_to}: Pick<Version, "valid_from" | "valid_to">, day: string): boolean {
  return (valid_from ?? "") <= day && (valid_to === null || day <= valid_to);
}

function describe({code, name}: Commune): string {
  return `${code} (${name})`;
}
