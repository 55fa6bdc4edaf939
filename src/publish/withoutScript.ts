import {escapeHtml} from "./frame.ts";
import type {SitePage} from "./pages.ts";

/** What a page needs scripts for, by its path. */
const NEEDS: Readonly<Record<string, string>> = {
  index: "đổi năm, loại đơn vị, ranh giới và vẽ bản đồ, xu hướng",
  "ban-do": "vẽ bản đồ và danh sách theo chỉ tiêu đã chọn",
  "so-sanh": "lập bảng so sánh các xã, phường",
  xa: "mở hồ sơ của xã, phường đã chọn",
  "ke-hoach": "đối chiếu chỉ tiêu với số liệu của năm đã chọn",
  "tien-do-nop": "liệt kê nơi đã nộp, trễ, chưa nộp",
  "chat-luong": "liệt kê chỗ phải sửa trong tệp",
  "kiem-tra-tep": "đọc tệp ngay trên máy này",
  "bieu-mau": "lập biểu có sẵn đơn vị của xã, phường"
};

/**
 * What a page says where no script runs; browsers that run scripts never draw it, so nothing flashes or moves.
 * @param path of the page: "/index". @param figures HTML that Tổng quan shows.
 */
export function withoutScript(path: string, pages: readonly SitePage[], figures: string): string {
  const page = pages.find((one) => `/${one.path}` === path);
  const need = NEEDS[page?.path ?? ""] ?? "hiện số liệu";
  const isOverview = page?.path === "index" && figures !== "";
  const title = isOverview || page === undefined ? "" : `<h1>${escapeHtml(page.title)}</h1>`;
  const words = isOverview
    ? `Trình duyệt này không chạy JavaScript: trang hiện số liệu của năm mặc định. Bật JavaScript để ${need}.`
    : `Trang này cần JavaScript để ${need}. Bật JavaScript trong trình duyệt rồi tải lại.`;
  const back = isOverview ? "" : ' Số liệu chính có ở <a href="/">Tổng quan</a>, không cần JavaScript.';
  return `<noscript><div class="without-script">${title}<p class="note">${words}${back}</p>${isOverview ? figures : ""}</div></noscript>`;
}
