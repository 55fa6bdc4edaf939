import {beforeEach, describe, expect, it} from "vitest";
import {awardPage} from "../../../../src/components/awards/awardPage.ts";
import {smallAward, smallAwardYear} from "../../smallAwards.ts";

const text = (node: Element | null | undefined): string => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
const settle = async (): Promise<void> => await new Promise((done) => setTimeout(done));

describe("the page Khen thưởng", () => {
  const none = {...smallAward, id: "S2-A1", title: "Danh hiệu cuối năm", candidates: "none" as const, years: []};
  const open = async (search = "", awards = [smallAward, none]): Promise<HTMLElement> => {
    history.replaceState(null, "", `/khen-thuong${search}`);
    const page = awardPage({
      awards,
      asOf: "2025-11-18",
      load: async () => await Promise.resolve(smallAwardYear)
    });
    document.body.replaceChildren(page);
    await settle();
    return page;
  };
  const names = (page: HTMLElement): string[] => [...page.querySelectorAll("#danh-sach tbody th")].map(text);
  beforeEach(() => document.body.replaceChildren());

  it("answers in its title, near misses in order, conditions no form asks for without a column", async () => {
    const page = await open();
    expect(text(page.querySelector("h1"))).toBe("1 xã đạt các điều kiện có số liệu, 1 xã chỉ thiếu một điều kiện");
    expect(names(page)).toEqual(["Bằng Hành xã", "Đông Thành xã", "Vĩnh Tuy thị trấn"]);
    const heads = [...page.querySelectorAll("#danh-sach thead th")].map((head) => text(head).replace(/ [▴▾]$/, ""));
    expect(heads).toEqual([
      "Nơi được xét",
      "Còn thiếu",
      "1. Được công nhận đạt tiêu chuẩn",
      "2. Phong trào xếp loại Xuất sắc",
      "Hồ sơ đã gửi"
    ]);
  });
  it("each cell says met, not met or unknown in words, with what was found", async () => {
    const cells = [...((await open()).querySelectorAll("#danh-sach tbody tr")[2]?.querySelectorAll("td") ?? [])].map(
      text
    );
    expect(cells).toEqual(["Thiếu 11 chưa rõ", "Chưa rõChưa có kết quả xét công nhận", "Chưa đạtXếp loại Khá", "–"]);
  });
  it("a figure that can be traced leads to its cells, a place to its profile, the clause to the plan", async () => {
    const page = await open();
    expect(page.querySelector("a.traced")?.getAttribute("href")).toBe(
      "?vet=certified_of_eligible%7E01186%7E2024%7Ecommune%7Eas_reported%7Eall"
    );
    expect(page.querySelector("#danh-sach tbody th a")?.getAttribute("href")).toBe("./xa?ma=01180");
    expect(names(page)[2]).toBe("Vĩnh Tuy thị trấn");
    expect(page.querySelectorAll("#danh-sach tbody tr")[2]?.querySelector("th a")).toBeNull();
    expect(page.querySelector(".award-quote a")?.getAttribute("href")).toBe("./ke-hoach#bac-quang-2024");
  });
  it("counts each condition, and a count leads to its rows and the address", async () => {
    const page = await open();
    const row = [...page.querySelectorAll(".award-counts tbody tr")].map(text);
    expect(row[1]).toBe("2. Phong trào xếp loại Xuất sắc1210");
    expect(row[2]).toContain("Không biểu nào hỏi");
    page.querySelectorAll<HTMLElement>(".award-counts tbody tr")[1]?.querySelectorAll<HTMLElement>("a")[1]?.click();
    await settle();
    expect(location.search).toBe("?o=class_excellent%7E0");
    expect(names(page)).toEqual(["Đông Thành xã", "Vĩnh Tuy thị trấn"]);
  });
  it("follows the address, and says when a filter leaves nothing", async () => {
    expect(names(await open("?tinh-trang=thieu_1"))).toEqual(["Đông Thành xã"]);
    expect(names(await open("?tim=vinh+tuy"))).toEqual(["Vĩnh Tuy thị trấn"]);
    expect(text((await open("?tim=khong+co")).querySelector("#danh-sach .empty"))).toContain("Bỏ bớt điều kiện lọc");
  });
  it("puts the days for dossiers beside", async () => {
    expect(text((await open()).querySelector(".award-deadlines"))).toBe(
      "Gửi hồ sơ đề nghị khen thưởngTrước 05/11/2024 (ngày cuối 05/11/2024)Cơ quan, đơn vị, địa phương → Công an huyện. " +
        "mục V.3.2.Năm 2024: 1 đúng hạn, 2 chưa gửi"
    );
  });
  it("an award that no file can answer shows its conditions and no list", async () => {
    const page = await open("?danh-hieu=S2-A1");
    expect(text(page.querySelector("h1"))).toBe("Kế hoạch không nêu điều kiện xét được bằng số liệu");
    expect(page.querySelector<HTMLElement>("#danh-sach")?.hidden).toBe(true);
    expect(page.querySelectorAll(".award-conditions li")).toHaveLength(3);
  });
  it("without any award says what to do", async () => {
    expect(text((await open("", [])).querySelector(".empty"))).toContain("Thêm kế hoạch");
  });
});
