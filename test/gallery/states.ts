import type {Page} from "playwright-core";

/** A page in one of its states, as a person meets it. */
export interface PageState {
  /** Names its picture: page, then what is particular. */
  name: string;
  path: string;
  /** What a person does after opening it. */
  prepare?: (page: Page) => Promise<void>;
  /** Answer of the page itself, where it is not 200. */
  status?: number;
}

/** Hạc Thành, made of twelve former communes, one of them whole in name. */
const COMMUNE = "14797";

const press = (selector: string, text?: string): ((page: Page) => Promise<void>) => {
  return async (page) => {
    await page
      .locator(selector, text === undefined ? {} : {hasText: text})
      .first()
      .click();
    await page.waitForLoadState("networkidle");
  };
};

/** Every page as it opens, and what its filters, switches and panels make of it. */
export const STATES: readonly PageState[] = [
  {name: "tong-quan", path: "/"},
  {name: "tong-quan khu dan cu", path: "/?loai=khu_dan_cu"},
  {name: "tong-quan nam 2024 khi bao cao", path: "/?nam=2024&ranh-gioi=khi-bao-cao"},
  {name: "tong-quan bang so", path: "/", prepare: press(".chart-actions button", "Bảng số")},
  {name: "ban-do", path: "/ban-do"},
  {name: "ban-do hai nam", path: "/ban-do?nam=2025&so-voi=2024"},
  {name: "ban-do o deu", path: "/ban-do", prepare: press(".segmented button", "Ô đều")},
  {name: "ban-do khi bao cao", path: "/ban-do?nam=2024&ranh-gioi=khi-bao-cao"},
  {name: "so-sanh", path: "/so-sanh"},
  {name: "so-sanh chon", path: "/so-sanh?chon=14797,14836,16378"},
  {name: "so-sanh nam 2024", path: "/so-sanh?nam=2024"},
  {name: "so-sanh loai phuong", path: "/so-sanh?loai-xa=phuong&khoang=co"},
  {name: "xa chon", path: "/xa"},
  {name: "xa", path: `/xa?ma=${COMMUNE}`},
  {name: "xa nam 2024", path: `/xa?ma=${COMMUNE}&nam=2024`},
  {name: "xa chua nop", path: "/xa?ma=14821"},
  {name: "xa khong co ma", path: "/xa?ma=99999"},
  {name: "xa truy vet", path: `/xa?ma=${COMMUNE}&vet=certified_of_eligible~${COMMUNE}~2025~all~current~all`},
  {name: "tong-quan truy vet", path: "/?vet=certified_of_eligible~38~2025~all~current~all"},
  {name: "ke-hoach", path: "/ke-hoach"},
  {name: "tien-do-nop", path: "/tien-do-nop"},
  {name: "tien-do-nop chua nop", path: "/tien-do-nop?tinh-trang=chua_nop"},
  {name: "tien-do-nop mot xa", path: `/tien-do-nop?nam=2024&ma=${COMMUNE}`},
  {name: "chat-luong", path: "/chat-luong"},
  {name: "chat-luong canh bao", path: "/chat-luong?muc=warning"},
  {name: "chat-luong o bang cheo", path: "/chat-luong?o=dat-kha&quy-tac=excluded_kind"},
  {name: "khen-thuong", path: "/khen-thuong"},
  {name: "bao-cao", path: "/bao-cao"},
  {name: "ca-nuoc", path: "/ca-nuoc"},
  {name: "ca-nuoc o deu", path: "/ca-nuoc", prepare: press(".segmented button", "Ô đều")},
  {name: "thay-doi", path: "/thay-doi"},
  {name: "kiem-tra-tep", path: "/kiem-tra-tep"},
  {name: "bieu-mau", path: "/bieu-mau"},
  {name: "phuong-phap", path: "/phuong-phap"},
  {name: "thuat-ngu", path: "/thuat-ngu"},
  {name: "khong co trang", path: "/khong/co", status: 404}
];
