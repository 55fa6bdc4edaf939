import {describe, expect, test} from "vitest";
import {communeProfile} from "../../../src/components/communeProfile.ts";
import {planVerdict, smallProfile} from "../smallProfile.ts";

const dots = [
  {label: "Công nhận", name: "Hạc Thành", numerator: 188, denominator: 252, isChosen: true},
  {label: "Công nhận", name: "Hàm Rồng", numerator: 40, denominator: 50, isChosen: false},
  {label: "Công nhận", name: "Tĩnh Gia", numerator: 79, denominator: 100, isChosen: false}
];
const strips = {labels: ["Công nhận"], dots};
const view = {year: 2025, years: [2023, 2024, 2025], isSimulated: true, asOf: "2025-11-18", strips};
const text = (node: Element | null): string => (node?.textContent ?? "").replace(/\s+/g, " ");

describe("the page of a commune", () => {
  test("each clause shows level, figure, fraction, gap and verdict, and that it is for comparison", () => {
    const row = communeProfile(smallProfile(), view).querySelector(".verdict-table tbody tr");
    expect(text(row)).toContain("mục I.1, Kế hoạch số 60/KH-UBND (để đối chiếu)");
    expect(text(row)).toContain("từ 80%");
    expect(text(row)).toContain("74,6%");
    expect(text(row)).toContain("188/252");
    expect(text(row)).toContain("14 đơn vị");
    expect(row?.querySelector(".verdict-chua_dat")).not.toBeNull();
  });
  test("a figure that nobody reported is a dash, never zero", () => {
    const verdicts = [planVerdict({numerator: null, denominator: null, verdict: "thieu_so_lieu", units_needed: null})];
    const cells = communeProfile(smallProfile({verdicts}), view).querySelectorAll(".verdict-table tbody td");
    expect(text(cells[1] ?? null)).toBe("–");
    expect(text(cells[2] ?? null)).toBe("–");
  });
  test("submitted text stays text: a unit name with markup draws no element", () => {
    const units = communeProfile(smallProfile(), view).querySelector(".open-units");
    expect(units?.querySelector("b")).toBeNull();
    expect(text(units)).toContain("Công ty <b>May</b> ${1+1}");
  });
  test("counted buttons filter the units by type", () => {
    const page = communeProfile(smallProfile(), view);
    const button = [...page.querySelectorAll<HTMLButtonElement>(".chips button")].find(
      (b) => b.value === "doanh_nghiep"
    );
    expect(button?.textContent).toBe("Doanh nghiệp 1");
    button?.click();
    const rows = page.querySelectorAll(".open-units tbody tr");
    expect(rows).toHaveLength(1);
    expect(text(rows[0] ?? null)).toContain("Chưa xét");
  });
  test("each former commune stands with its own result", () => {
    const page = communeProfile(smallProfile(), view);
    const table = [...page.querySelectorAll("table")].find((t) => text(t).includes("Đông Thọ"));
    expect(table?.querySelectorAll("tbody tr")).toHaveLength(2);
    expect(text(table ?? null)).toContain("một phần");
    expect(table?.querySelectorAll(".verdict-dat")).toHaveLength(1);
    expect(table?.querySelectorAll(".verdict-chua_dat")).toHaveLength(1);
  });
  test("the commune stands among the others: teal from the level on, orange below, its own dot apart", () => {
    const strip = communeProfile(smallProfile(), view).querySelector("svg.strip");
    const fills = [...(strip?.querySelectorAll("circle") ?? [])].map(
      (dot) => dot.getAttribute("fill") ?? dot.parentElement?.getAttribute("fill")
    );
    expect(fills.sort()).toEqual(["var(--ink)", "var(--m2)", "var(--m5)"]);
    expect(text(strip)).toContain("74,6%, trung vị 79,0%");
  });
  test("a commune that has not reported shows what is expected of it, not an empty list of failures", () => {
    const reports = smallProfile().reports.map((report) => ({...report, is_reported: false}));
    const page = communeProfile(smallProfile({reports, units: []}), view);
    expect(text(page)).toContain("Ước 252 đơn vị phải xét theo danh sách gần nhất.");
  });
  test("the trend is set three ways; as reported no line runs through the merger", () => {
    const page = communeProfile(smallProfile(), view);
    const trend = (): Element | null => page.querySelector(".profile-trend");
    const press = (words: string): void =>
      [...(trend()?.querySelectorAll<HTMLButtonElement>(".segmented button") ?? [])]
        .find((button) => button.textContent === words)
        ?.click();
    const described = (): string => trend()?.querySelector("svg.trend")?.getAttribute("aria-label") ?? "";
    const labels = (): string => [...(trend()?.querySelectorAll(".end-label") ?? [])].map(text).join("; ");
    expect([...(trend()?.querySelectorAll(".segmented button") ?? [])].map(text)).toEqual([
      "Ranh giới hiện nay",
      "Như đã báo cáo",
      "Xã, phường cũ"
    ]);
    expect(described()).toContain("2024 71,8%; 2025 74,6%");
    expect(labels()).toContain("Toàn tỉnh");
    press("Như đã báo cáo");
    expect(text(trend())).toContain("2 phường cũ báo cáo đến 2024, phường Hạc Thành từ 2025");
    expect(described()).toContain("2025 74,6%");
    expect(described()).not.toContain("2024");
    expect(labels()).toContain("Trường Thi 75,0");
    press("Xã, phường cũ");
    expect(described()).toContain("2024 71,8%; 2025 74,6%");
    expect(labels()).toContain("Trường Thi 75,0");
  });
  test("where no former commune has figures there is nothing to switch", () => {
    const former = smallProfile().former.map((one) => ({...one, points: []}));
    expect(communeProfile(smallProfile({former}), view).querySelector(".profile-trend .segmented")).toBeNull();
  });
  test("in a public edition the units are counted, not named, and it is said that names are left out", () => {
    document.body.innerHTML = '<div class="masthead" data-edition="public"></div>';
    const page = communeProfile(smallProfile({units: []}), view);
    document.body.replaceChildren();
    expect(text(page)).toContain("64 đơn vị chưa được công nhận năm 2025");
    expect(text(page)).toContain("Bản công khai không có tên đơn vị.");
    expect(text(page)).toContain("Bản công khai không có tên tệp và người gửi.");
    expect(text(page)).not.toContain("Không còn đơn vị nào");
    expect(page.querySelector(".traced")).toBeNull();
  });
});
