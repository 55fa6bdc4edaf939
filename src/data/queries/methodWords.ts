import type {AppliedRule} from "../../../loaders/validate/rows/trace.ts";
import type {Verdict} from "../../../loaders/vocabulary.ts";

/** When each verdict is given: `pipelines/verdicts/verdictSql.ts` in words. */
export const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  dat: "Mọi khả năng của u và v đều thỏa chỉ tiêu",
  chua_dat: "Không khả năng nào của u và v thỏa chỉ tiêu",
  chua_ket_luan: "Kết quả còn tùy u và v",
  thieu_so_lieu: "Chưa có đơn vị nào trong mẫu số mà còn đơn vị phải nộp, hoặc xã chưa nộp gì",
  khong_ap_dung: "Không có đơn vị nào thuộc chỉ tiêu"
};

/** What each rule that fills or turns a value does; the trace of a cell names it. */
export const APPLIED_RULES: Readonly<Record<AppliedRule, string>> = {
  tick_blank_is_no: "Ô trống của cột đánh dấu có dùng là Không",
  single_tick_blank_is_no: "Ô trống của cột Đạt đứng một mình là Chưa đạt, khi số liệu là chính thức",
  not_registered_is_not_certified: "Không đăng ký và không có kết quả là Chưa đạt",
  date_is_tick: "Ô đánh dấu ghi một ngày: là Có, ngày chép sang cột ngày",
  fraction: "Ô ghi hai số, như 59/61: số đạt và tổng số",
  not_concerned: "Ô ghi “không thuộc diện”: không có số, đơn vị ngoài điều kiện ấy",
  excluded_by_name: "Tên cho thấy ngoài diện xét: mầm non, tiểu học, lực lượng vũ trang",
  managed_level_of_reporter: "“Được ủy quyền” không ghi cho cấp nào: như ô trống của cột Cấp quản lý",
  type_of_group: "Loại hình theo dòng nhóm gần nhất ở trên",
  type_of_header: "Loại hình theo tiêu đề của cột tên đơn vị",
  type_of_sheet: "Loại hình theo tên trang",
  type_of_name: "Loại hình theo chữ đầu của tên đơn vị"
};
