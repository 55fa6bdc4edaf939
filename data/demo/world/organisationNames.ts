import {type Random} from "../random.ts";

/** Made-up names of enterprises: no register of companies was consulted, likeness is chance. */
const LEGAL_FORMS = ["Công ty TNHH", "Công ty TNHH MTV", "Công ty CP", "Công ty TNHH"] as const;
const TRADES = [
  "May",
  "Xây dựng",
  "Thương mại",
  "Vận tải",
  "Chế biến thủy sản",
  "Chế biến lâm sản",
  "Vật liệu xây dựng",
  "Giày da",
  "Nông nghiệp",
  "Du lịch",
  "Cơ khí",
  "Bao bì",
  "Môi trường",
  "Dược liệu"
] as const;
const BRAND_FIRST = [
  "Thịnh",
  "Phú",
  "Đại",
  "Minh",
  "Tân",
  "Hoàng",
  "Việt",
  "Gia",
  "An",
  "Hưng",
  "Trường",
  "Bảo"
] as const;
const BRAND_SECOND = [
  "Phát",
  "Lộc",
  "Vượng",
  "Khang",
  "Tín",
  "Long",
  "Thành",
  "Nguyên",
  "Cường",
  "Hà",
  "Sơn",
  "Đạt"
] as const;

/** "Công ty CP May Thịnh Phát". */
export function companyName(key: string, random: Random): string {
  const brand = `${random.pick(`${key}/b1`, BRAND_FIRST)} ${random.pick(`${key}/b2`, BRAND_SECOND)}`;
  return `${random.pick(`${key}/form`, LEGAL_FORMS)} ${random.pick(`${key}/trade`, TRADES)} ${brand}`;
}

/** What a commune's co-operatives and credit funds are called, by turn. */
export function cooperativeName(communeName: string, turn: number): string {
  const words = ["HTX Dịch vụ nông nghiệp", "Quỹ tín dụng nhân dân", "HTX Dịch vụ điện năng", "HTX Chăn nuôi"] as const;
  return `${words[turn % words.length] ?? words[0]} ${communeName}`;
}

/** Agencies of a district until 30/6/2025. */
export const DISTRICT_AGENCIES = [
  "Văn phòng HĐND và UBND",
  "Phòng Nội vụ",
  "Phòng Tài chính - Kế hoạch",
  "Phòng Giáo dục và Đào tạo",
  "Phòng Văn hóa và Thông tin",
  "Phòng Lao động - Thương binh và Xã hội",
  "Phòng Tư pháp",
  "Thanh tra",
  "Trung tâm Y tế",
  "Ủy ban Mặt trận Tổ quốc",
  "Liên đoàn Lao động"
] as const;

/** Offices in each district that answer to the province, or to a ministry's branch there; kept on as "khu vực" since 7/2025. */
export const AREA_OFFICES = ["Tòa án nhân dân", "Viện kiểm sát nhân dân", "Bệnh viện đa khoa"] as const;

/** Agencies of a commune since 1/7/2025. */
export const COMMUNE_AGENCIES = [
  "Cơ quan Đảng ủy",
  "Văn phòng HĐND và UBND",
  "Phòng Kinh tế",
  "Phòng Văn hóa - Xã hội",
  "Trung tâm Phục vụ hành chính công"
] as const;

/** Agencies of the province. */
export const PROVINCE_AGENCIES = [
  "Sở Nội vụ",
  "Sở Tài chính",
  "Sở Xây dựng",
  "Sở Công Thương",
  "Sở Khoa học và Công nghệ",
  "Sở Giáo dục và Đào tạo",
  "Sở Y tế",
  "Sở Tư pháp",
  "Sở Nông nghiệp và Môi trường",
  "Sở Văn hóa, Thể thao và Du lịch",
  "Sở Dân tộc và Tôn giáo",
  "Thanh tra tỉnh",
  "Văn phòng UBND tỉnh",
  "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
  "Văn phòng Tỉnh ủy",
  "Ban Tổ chức Tỉnh ủy",
  "Ban Tuyên giáo và Dân vận Tỉnh ủy",
  "Ủy ban Kiểm tra Tỉnh ủy",
  "Ban Nội chính Tỉnh ủy",
  "Ủy ban MTTQ Việt Nam tỉnh",
  "Liên đoàn Lao động tỉnh",
  "Hội Nông dân tỉnh",
  "Hội Liên hiệp Phụ nữ tỉnh",
  "Tỉnh đoàn",
  "Hội Cựu chiến binh tỉnh",
  "Hội Chữ thập đỏ tỉnh",
  "Hội Nhà báo tỉnh",
  "Liên minh Hợp tác xã tỉnh",
  "Báo và Phát thanh, truyền hình tỉnh",
  "Thuế tỉnh",
  "Bảo hiểm xã hội tỉnh",
  "Kho bạc Nhà nước khu vực",
  "Thống kê tỉnh",
  "Chi cục Hải quan khu vực",
  "Chi cục Kiểm lâm",
  "Chi cục Thủy lợi",
  "Chi cục Quản lý thị trường",
  "Bệnh viện Phụ sản",
  "Bệnh viện Nhi",
  "Bệnh viện Mắt",
  "Bệnh viện Tâm thần",
  "Bệnh viện Phổi",
  "Bệnh viện Nội tiết",
  "Trung tâm Kiểm soát bệnh tật",
  "Trung tâm Cấp cứu 115",
  "Trung tâm Kiểm nghiệm",
  "Trung tâm Giám định y khoa",
  "Trung tâm Phục vụ hành chính công tỉnh",
  "Trung tâm Khuyến nông",
  "Trung tâm Xúc tiến đầu tư",
  "Thư viện tỉnh",
  "Bảo tàng tỉnh",
  "Nhà hát Nghệ thuật truyền thống",
  "Trung tâm Trợ giúp pháp lý nhà nước",
  "Phòng Công chứng số 1",
  "Ban Quản lý dự án đầu tư xây dựng công trình giao thông",
  "Ban Quản lý Vườn quốc gia Bến En",
  "Ban Quản lý Khu bảo tồn thiên nhiên Pù Luông",
  "Ban Quản lý Khu bảo tồn thiên nhiên Pù Hu",
  "Ban Quản lý rừng phòng hộ Sông Chàng",
  "Trung tâm Quan trắc và Bảo vệ môi trường",
  "Trung tâm Công nghệ thông tin"
] as const;

/** The board whose models the plan of 2025 counts (khu kinh tế, khu công nghiệp). */
export const ECONOMIC_ZONE_BOARD = "Ban Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp";

/** Colleges of the province, all answering to it. */
export const COLLEGES = [
  "Trường Năng khiếu Thể dục thể thao",
  "Trường Cao đẳng Y tế",
  "Trường Cao đẳng Nông nghiệp",
  "Trường Cao đẳng Kinh tế - Kỹ thuật",
  "Trường Cao đẳng nghề Công nghiệp",
  "Trường Trung cấp nghề miền núi",
  "Trường Chính trị tỉnh",
  "Trường Trung cấp Thương mại"
] as const;
