import {existsSync} from "node:fs";
import {join} from "node:path";

/** Name of the product, after the movement it follows. */
export const PRODUCT = "Toàn dân bảo vệ an ninh Tổ quốc";

/** A page of the site: its name in the menu and its path without extension; those with `isAside` stand at the right end. */
export interface SitePage {
  title: string;
  path: string;
  isAside?: boolean;
}

const MENU: readonly SitePage[] = [
  {title: "Tổng quan", path: "index"},
  {title: "Bản đồ", path: "ban-do"},
  {title: "So sánh xã", path: "so-sanh"},
  {title: "Hồ sơ xã", path: "xa"},
  {title: "Kế hoạch", path: "ke-hoach"},
  {title: "Tiến độ nộp", path: "tien-do-nop"},
  {title: "Chất lượng", path: "chat-luong"},
  {title: "Khen thưởng", path: "khen-thuong"},
  {title: "Báo cáo", path: "bao-cao"},
  {title: "Kiểm tra tệp", path: "kiem-tra-tep"},
  {title: "Biểu mẫu", path: "bieu-mau"},
  {title: "Cả nước", path: "ca-nuoc"},
  {title: "Phương pháp", path: "phuong-phap", isAside: true},
  {title: "Thuật ngữ", path: "thuat-ngu", isAside: true},
  {title: "Thay đổi", path: "thay-doi", isAside: true}
];

/** The pages of the menu that exist under `root`, in the order of the menu. */
export function sitePages(root: string): SitePage[] {
  return MENU.filter(({path}) => existsSync(join(root, `${path}.md`)));
}
