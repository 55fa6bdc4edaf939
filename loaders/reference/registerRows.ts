import {z} from "zod";

/** Rows of the reference tables, column by column; the message of a rule completes the sentence "cần …". */
const areaCode = (digits: number) =>
  z.string("mã số").regex(new RegExp(`^\\d{${digits}}$`), `mã ${digits} chữ số, giữ số 0 ở đầu`);
const day = z.string("một ngày").regex(/^\d{4}-\d{2}-\d{2}$/, "một ngày dạng 2025-07-01");
const name = z.string("một tên").min(1, "một tên");
const numberText = (message: string) =>
  z
    .string(message)
    .regex(/^-?\d+(\.\d+)?$/, message)
    .transform(Number);

const provinceCode = areaCode(2);
const districtCode = areaCode(3);
/** A provisional code of a commune of earlier years starts with tam-, an island district before 7/2025 with H. */
const formerCode = z
  .string("mã số")
  .regex(/^(\d{5}|H\d{3}|tam-\d{3}-[\p{L}\p{N}-]+)$/u, "mã 5 chữ số, H và 3 số, hoặc mã tạm tam-…");

export const PROVINCE_ROW = z.strictObject({
  code: provinceCode,
  valid_from: day.nullable(),
  valid_to: day.nullable(),
  name,
  type: z.enum(["tinh", "thanh_pho"], "tinh hoặc thanh_pho")
});

export const DISTRICT_ROW = z.strictObject({
  code: districtCode,
  name,
  type: z.enum(["quan", "huyen", "thi_xa", "thanh_pho"], "quan, huyen, thi_xa hoặc thanh_pho"),
  province_code: provinceCode
});

const FORMER_TYPE = z.enum(["xa", "phuong", "thi_tran", "huyen_dao"], "xa, phuong, thi_tran hoặc huyen_dao");

export const FORMER_COMMUNE_ROW = z.strictObject({
  code: formerCode,
  valid_to: day,
  name,
  type: FORMER_TYPE,
  district_code: districtCode,
  province_code: provinceCode
});

export const CURRENT_COMMUNE_ROW = z.strictObject({
  code: areaCode(5),
  valid_from: day,
  valid_to: day.nullable(),
  name,
  type: z.enum(["xa", "phuong", "dac_khu"], "xa, phuong hoặc dac_khu"),
  province_code: provinceCode,
  area_km2: numberText("diện tích bằng km², dạng 24.63"),
  longitude: numberText("kinh độ dạng 105.78661").refine((degrees) => degrees > 100 && degrees < 120, {
    error: "kinh độ từ 100 đến 120"
  }),
  latitude: numberText("vĩ độ dạng 19.80408").refine((degrees) => degrees > 5 && degrees < 25, {
    error: "vĩ độ từ 5 đến 25"
  })
});

export const LINEAGE_ROW = z.strictObject({
  old_code: formerCode,
  new_code: areaCode(5),
  extent: z.enum(["full", "part", "remainder", "area_only"], "full, part, remainder hoặc area_only"),
  clause: z.string("căn cứ, ví dụ Khoản 127, Nghị quyết 1686/NQ-UBTVQH15")
});

/** A commune that ended before 30/6/2025: `became_code` is the commune of that register it went into; its district may have ended too. */
export const EARLIER_COMMUNE_ROW = z.strictObject({
  code: formerCode,
  valid_to: day,
  name,
  type: FORMER_TYPE,
  district_code: districtCode.nullable(),
  province_code: provinceCode,
  became_code: formerCode,
  clause: z.string("căn cứ, ví dụ Nghị quyết 1238/NQ-UBTVQH15")
});

export const ALIAS_ROW = z.strictObject({
  level: z.enum(["commune", "district", "province"], "commune, district hoặc province"),
  code: z.string("mã số"),
  valid_from: day.nullable(),
  alias: name,
  basis: z.string("căn cứ của cách viết này")
});

/** Which communes are compared with each other; "Vùng biển", as people name the group. */
export const COMMUNE_GROUP_ROW = z.strictObject({
  code: areaCode(5),
  group: z.string("tên nhóm, ví dụ Vùng biển").max(60, "tên nhóm không quá 60 chữ")
});

/** A count known from law, which the tables beside it must give. Blank province: the whole country. */
export const EXPECTED_COUNT_ROW = z.strictObject({
  province_code: provinceCode.nullable(),
  level: z.enum(["commune", "district", "province"], "commune, district hoặc province"),
  day,
  count: numberText("một số nguyên"),
  basis: z.string("căn cứ của con số này")
});
