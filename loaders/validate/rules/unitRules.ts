import {defineRule} from "./rule.ts";

/** Rules of a unit's row beyond a single value. */

export const missingUnitName = defineRule({
  id: "missing_unit_name",
  severity: "row_error",
  title: "Thiếu tên đơn vị",
  message: ({header}) => `Dòng có số liệu nhưng cột “${header}” để trống.`,
  remedy: () => "Ghi tên đơn vị, hoặc bỏ dòng."
});

export const missingModelName = defineRule({
  id: "missing_model_name",
  severity: "row_error",
  title: "Thiếu tên mô hình",
  message: ({header}) => `Dòng có số liệu nhưng cột “${header}” để trống.`,
  remedy: () => "Ghi tên mô hình, hoặc bỏ dòng."
});

export const unknownUnitType = defineRule({
  id: "unknown_unit_type",
  severity: "value_error",
  title: "Loại hình lạ",
  message: ({header, text, detail}) =>
    `Cột “${header}”: “${text}” không thuộc loại hình phải xét${detail === undefined ? "" : `; tạm xếp vào ${detail}`}.`,
  remedy: () =>
    "Chọn Khu dân cư, Cơ quan, Doanh nghiệp, Cơ sở giáo dục, Xã hoặc Phường; hợp tác xã thì chọn Doanh nghiệp."
});

export const unknownUnitTypeOfRow = defineRule({
  ...unknownUnitType,
  severity: "row_error",
  message: ({header, text}) =>
    text === ""
      ? "Dòng không ghi loại hình, không đứng dưới dòng nhóm nào và tên cũng không cho biết loại hình."
      : `Cột “${header}”: “${text}” không thuộc loại hình phải xét, không biết xếp vào loại nào.`
});

export const ambiguousUnitType = defineRule({
  id: "ambiguous_unit_type",
  severity: "warning",
  title: "Loại hình chưa rõ",
  message: ({text, detail}) => `Nhóm “${text}” gồm nhiều loại hình; tạm xếp đơn vị vào ${detail ?? ""}.`,
  remedy: () => "Ghi loại hình của từng đơn vị vào cột “Loại hình”."
});

export const excludedKind = defineRule({
  id: "excluded_kind",
  severity: "warning",
  title: "Ngoài diện xét theo Thông tư 124",
  message: ({text, detail}) => `“${text}” ngoài diện xét theo Thông tư 124 (${detail ?? ""}).`,
  remedy: () => "Giữ dòng nếu đúng, đơn vị không tính vào mẫu số; nếu không phải thì ghi lại tên hoặc cột loại trừ."
});

export const excludedForOtherReason = defineRule({
  id: "excluded_other_reason",
  severity: "warning",
  title: "Loại trừ vì lý do khác",
  message: ({header, text}) =>
    `Cột “${header}”: “${text}” không phải lý do loại trừ của Thông tư 124; đơn vị không tính vào mẫu số.`,
  remedy: () =>
    "Bỏ lý do nếu đơn vị phải xét; nếu không thì ghi rõ mầm non, tiểu học, doanh nghiệp nhỏ hoặc lực lượng vũ trang."
});

export const duplicateUnit = defineRule({
  id: "duplicate_unit",
  severity: "warning",
  title: "Trùng tên đơn vị",
  message: ({text, detail}) => `“${text}” trùng tên với ${detail ?? ""}; tính là hai đơn vị.`,
  remedy: () => "Ghi rõ 1, 2 nếu là hai đơn vị; nếu là một thì bỏ một dòng."
});

export const duplicateCode = defineRule({
  id: "duplicate_code",
  severity: "warning",
  title: "Trùng mã đơn vị",
  message: ({header, text, detail}) => `Cột “${header}”: mã “${text}” đã có ở ${detail ?? ""}.`,
  remedy: () => "Ghi lại mã; mỗi đơn vị một mã."
});

export const certifiedYetWeak = defineRule({
  id: "certified_yet_weak",
  severity: "warning",
  title: "Đạt nhưng xếp loại Yếu",
  message: () => "Được công nhận đạt nhưng phân loại Yếu.",
  remedy: () => "Kiểm tra lại kết quả xét và phân loại; giữ nguyên nếu đúng."
});

export const excellentNotCertified = defineRule({
  id: "excellent_not_certified",
  severity: "warning",
  title: "Xuất sắc nhưng chưa đạt",
  message: () => "Phân loại Xuất sắc nhưng chưa được công nhận đạt.",
  remedy: () => "Kiểm tra lại kết quả xét và phân loại; giữ nguyên nếu đúng."
});

export const certifiedNotRegistered = defineRule({
  id: "certified_not_registered",
  severity: "warning",
  title: "Đạt nhưng không đăng ký",
  message: () => "Được công nhận đạt nhưng không đăng ký.",
  remedy: () => "Đánh dấu x vào cột đăng ký nếu đơn vị đã đăng ký."
});

export const missingDecision = defineRule({
  id: "missing_decision",
  severity: "warning",
  title: "Đạt nhưng chưa có số quyết định",
  message: ({header}) => `Đạt nhưng cột “${header}” chưa có số quyết định.`,
  remedy: () => "Ghi số quyết định, hoặc gửi dạng sơ bộ."
});

export const districtLevelEnded = defineRule({
  id: "district_level_ended",
  severity: "warning",
  title: "Cấp huyện đã kết thúc",
  message: ({header}) => `Cột “${header}” ghi cấp huyện, cấp này đã kết thúc từ 1/7/2025.`,
  remedy: () => "Chọn xã nếu xã quản lý hoặc được ủy quyền, chọn tỉnh nếu tỉnh quản lý."
});

export const formNotFilled = defineRule({
  id: "form_not_filled",
  severity: "warning",
  title: "Biểu chưa điền",
  message: ({text}) => `Biểu chưa điền: ${text} dòng chỉ có tên, chưa có số liệu nào.`,
  remedy: () => "Ghi đăng ký, kết quả, phân loại rồi gửi; dòng để trống được tính là chưa có số liệu."
});

export const unusedTickColumn = defineRule({
  id: "unused_tick_column",
  severity: "warning",
  title: "Cột đánh dấu để trống cả cột",
  message: ({header, detail}) =>
    `Cột “${header}” không có dấu nào${detail === undefined ? "" : ` ở ${detail}`}, tính là chưa có số liệu.`,
  remedy: () => "Đánh dấu x ở đơn vị có; nếu không đơn vị nào có thì ghi 0 ở từng dòng."
});

export const typeDiffersFromName = defineRule({
  id: "type_differs_from_name",
  severity: "warning",
  title: "Loại hình không khớp tên đơn vị",
  message: ({text, detail}) => `“${text}” được xếp vào loại hình ${detail ?? ""}.`,
  remedy: () => "Kiểm tra cột “Loại hình” hoặc dòng nhóm phía trên; giữ nguyên nếu đúng."
});

export const warnedOverDisciplined = defineRule({
  id: "warned_over_disciplined",
  severity: "warning",
  title: "Số cảnh cáo trở lên nhiều hơn số kỷ luật",
  message: ({header, text, detail}) => `Cột “${header}”: ${text} người, nhiều hơn số bị kỷ luật (${detail ?? ""}).`,
  remedy: () => "Ghi lại hai số: số bị kỷ luật gồm cả số bị cảnh cáo trở lên."
});

export const excludedYetCertified = defineRule({
  id: "excluded_yet_certified",
  severity: "warning",
  title: "Ngoài diện xét nhưng được công nhận đạt",
  message: ({text, detail}) =>
    `“${text}” ngoài diện xét theo Thông tư 124 (${detail ?? ""}) nhưng được công nhận đạt; không tính vào tỷ lệ.`,
  remedy: () => "Kiểm tra lý do loại trừ và kết quả xét; giữ nguyên nếu đúng."
});

export const communeBelowNorm = defineRule({
  id: "commune_below_norm",
  severity: "warning",
  title: "Xã đạt nhưng chưa đủ điều kiện Điều 5 khoản 4",
  message: ({text, detail}) =>
    `“${text}” được công nhận đạt nhưng ${detail ?? ""}; Thông tư 124, Điều 5 khoản 4 cần 100% đăng ký, trong đó từ 70% đạt.`,
  remedy: () => "Kiểm tra kết quả của xã và của từng đơn vị do xã quản lý; giữ nguyên nếu đúng."
});

export const communeUnitMissing = defineRule({
  id: "commune_unit_missing",
  severity: "warning",
  title: "Thiếu dòng của chính xã",
  message: ({text, detail}) =>
    `Có danh sách đơn vị nhưng không có dòng của chính xã, phường (${text}): ${detail ?? ""}.`,
  remedy: () => "Ghi thêm một dòng cho xã, phường đó: xã, phường cũng là đơn vị đăng ký và được xét."
});

export const modelCountDiffers = defineRule({
  id: "model_count_differs",
  severity: "warning",
  title: "Số mô hình khác biểu Mô hình",
  message: ({header, text, detail}) =>
    `Cột “${header}” ghi ${text}, biểu Mô hình có ${detail ?? ""} mô hình của đơn vị.`,
  remedy: () => "Ghi lại số mô hình hiệu quả, hoặc sửa cột “Đơn vị / địa bàn” ở biểu Mô hình."
});
