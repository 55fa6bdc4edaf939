import {defineRule} from "./rule.ts";

/** Rules of a file as a whole: what form it is, whose it is, of what year. */

export const formNotRecognised = defineRule({
  id: "form_not_recognised",
  severity: "row_error",
  title: "Không nhận ra biểu mẫu",
  message: ({detail}) => `Không trang nào của tệp có dòng tiêu đề của một biểu mẫu. ${detail ?? ""}`.trim(),
  remedy: () =>
    "Dùng biểu mẫu có sẵn, hoặc ghi dòng tiêu đề có cột “Tên đơn vị” và một trong các cột “Loại hình”, “Đăng ký”, “Kết quả xét”, “Phân loại”."
});

export const sheetNotRecognised = defineRule({
  id: "sheet_not_recognised",
  severity: "info",
  title: "Trang không thuộc biểu mẫu nào",
  message: ({text}) => `Trang “${text}” không có dòng tiêu đề của biểu mẫu nào nên không được đọc.`,
  remedy: () => "Bỏ qua nếu trang này chỉ để tham khảo; nếu có số liệu thì ghi lại dòng tiêu đề theo biểu mẫu."
});

export const extraColumn = defineRule({
  id: "extra_column",
  severity: "info",
  title: "Cột ngoài biểu mẫu",
  message: ({text}) => `Cột ngoài biểu mẫu, không được đọc: ${text}.`,
  remedy: () => "Bỏ qua nếu đúng là cột riêng của đơn vị; nếu không thì ghi lại tên cột theo biểu mẫu."
});

export const repeatedColumn = defineRule({
  id: "repeated_column",
  severity: "warning",
  title: "Hai cột cùng nội dung",
  message: ({header, text}) => `Cột “${text}” có cùng nội dung với cột “${header}” nên không được đọc.`,
  remedy: () => "Bỏ một trong hai cột, hoặc ghi rõ tên từng cột."
});

export const tablesSideBySide = defineRule({
  id: "tables_side_by_side",
  severity: "row_error",
  title: "Hai bảng đặt cạnh nhau",
  message: ({text, detail}) =>
    `Bảng có cột “${text}” đặt cạnh một bảng khác trong cùng các dòng; ${detail ?? "0"} dòng của bảng này không đọc được.`,
  remedy: () => "Ghi bảng này xuống dưới bảng bên trái, hoặc sang một trang riêng."
});

export const unknownYear = defineRule({
  id: "unknown_year",
  severity: "row_error",
  title: "Không rõ năm",
  message: ({detail}) => `Tệp không ghi số liệu của năm nào; ${detail ?? "0"} dòng không nạp được.`,
  remedy: () => "Ghi “Năm 2025” (năm của số liệu) vào dòng tiêu đề trên bảng hoặc vào trang Thông tin chung."
});

export const yearFromFolder = defineRule({
  id: "year_from_folder",
  severity: "warning",
  title: "Năm lấy theo thư mục",
  message: ({text}) => `Tệp không ghi năm; tạm tính năm ${text} theo thư mục chứa tệp.`,
  remedy: () => "Ghi năm của số liệu vào dòng tiêu đề trên bảng hoặc vào trang Thông tin chung."
});

export const folderYearDiffers = defineRule({
  id: "folder_year_differs",
  severity: "warning",
  title: "Năm khác thư mục",
  message: ({text, detail}) =>
    `Tệp ghi năm ${text} nhưng nằm trong thư mục năm ${detail ?? ""}; tính theo năm ghi trong tệp.`,
  remedy: () => "Kiểm tra năm ghi trong tệp, hoặc chuyển tệp sang đúng thư mục."
});

export const yearRange = defineRule({
  id: "year_is_range",
  severity: "warning",
  title: "Ghi hai năm",
  message: ({text, detail}) => `Năm ghi là “${text}”; tính cho năm đầu, ${detail ?? ""}.`,
  remedy: () => "Ghi một năm bằng bốn chữ số."
});

export const yearsDiffer = defineRule({
  id: "years_differ",
  severity: "warning",
  title: "Các trang ghi năm khác nhau",
  message: ({text, detail}) => `Tiêu đề của trang ghi năm ${text}, tệp tính theo năm ${detail ?? ""}.`,
  remedy: () => "Ghi cùng một năm ở mọi trang, hoặc tách thành từng tệp theo năm."
});

export const unknownCommune = defineRule({
  id: "unknown_commune",
  severity: "row_error",
  title: "Không rõ xã",
  message: ({header, text, detail}) =>
    `${header === "" ? "" : `Cột “${header}”: `}“${text}” không có trong danh mục xã, phường${detail === undefined ? "" : ` (${detail})`}.`,
  remedy: () => "Ghi đúng tên xã, phường như trong danh mục, hoặc ghi mã xã."
});

export const ambiguousCommune = defineRule({
  id: "ambiguous_commune",
  severity: "row_error",
  title: "Tên xã trùng nhau",
  message: ({header, text, detail}) =>
    `${header === "" ? "Có" : `Cột “${header}”: có`} nhiều nơi tên “${text}”${detail === undefined ? "" : `: ${detail}`}.`,
  remedy: () => "Ghi thêm tên huyện (số liệu đến năm 2024) hoặc tên tỉnh ở tiêu đề, hoặc ghi mã xã."
});

export const missingCommune = defineRule({
  id: "missing_commune",
  severity: "row_error",
  title: "Không ghi xã",
  message: ({detail}) =>
    `Không biết số liệu của xã, phường nào${detail === undefined ? "" : `; ${detail} dòng không nạp được`}.`,
  remedy: () => "Ghi tên xã, phường vào cột “Xã”, vào dòng tiêu đề trên bảng hoặc vào trang Thông tin chung."
});

export const provisionalCommune = defineRule({
  id: "provisional_commune",
  severity: "warning",
  title: "Xã không còn trong danh mục",
  message: ({header, text}) =>
    `${header === "" ? "" : `Cột “${header}”: `}“${text}” không có trong danh mục đến 30/6/2025; nhận với mã tạm.`,
  remedy: () => "Kiểm tra chính tả; nếu xã đã nhập vào xã khác trước đó thì ghi vào bảng earlier_communes.csv."
});

export const unknownStage = defineRule({
  id: "unknown_stage",
  severity: "warning",
  title: "Giai đoạn số liệu lạ",
  message: ({text}) => `“${text}” không phải sơ bộ hay chính thức.`,
  remedy: () => "Chọn Sơ bộ hoặc Chính thức."
});

export const legacyEncoding = defineRule({
  id: "legacy_encoding",
  severity: "info",
  title: "Phông chữ cũ, đã chuyển sang Unicode",
  message: ({text, header, detail}) =>
    `Trang “${header}” dùng phông chữ ${text}; đã chuyển ${detail ?? ""} ô sang Unicode.`,
  remedy: () => "Kiểm tra lại tên đơn vị đã chuyển; lần sau ghi bằng phông Unicode như Times New Roman."
});

export const legacyEncodingGuessed = defineRule({
  ...legacyEncoding,
  severity: "warning",
  message: ({text, header, detail}) =>
    `Trang “${header}” ghi chữ theo bảng mã ${text} mà không ghi phông; đã đoán theo chữ và chuyển ${detail ?? ""} ô sang Unicode.`
});
