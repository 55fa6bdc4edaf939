import {beforeEach, describe, expect, it} from "vitest";
import {mapPage} from "../../../src/components/mapPage.ts";
import {overviewPage} from "../../../src/components/overviewPage.ts";
import {writeUrlState} from "../../../src/components/urlState.ts";
import type {FormerValues} from "../../../src/data/queries/formerValues.ts";
import type {MapPageData} from "../../../src/data/queries/mapPage.ts";
import {smallMap, smallOverview} from "../views/smallOverview.ts";

const former: FormerValues = {
  communes: [
    {code: "1", name: "Hải Châu", type: "phuong", district_code: "407", district: "Thị xã Nghi Sơn"},
    {code: "2", name: "Trung Lý", type: "xa", district_code: "384", district: "Huyện Mường Lát"}
  ],
  values: {"2024|certified_of_eligible|all": {n: [3, 0], d: [4, 0], v: [0, 9]}}
};
const loadFormer = async (): Promise<FormerValues> => former;
const title = (node: HTMLElement): string | null | undefined => node.querySelector("h1")?.textContent;
const choose = (node: HTMLElement, label: string, value: string): void => {
  const control = [...node.querySelectorAll("label.control")].find(
    (one) => one.querySelector("span")?.textContent === label
  );
  const select = control?.querySelector("select");
  if (!select) throw new Error(`no filter ${label}`);
  select.value = value;
  select.dispatchEvent(new Event("change"));
};

beforeEach(() => history.replaceState(null, "", "/"));

describe("the page Tổng quan", () => {
  const open = (): HTMLElement => overviewPage({overview: smallOverview(), map: smallMap, loadFormer});
  it("opens on the latest year with a plan and data, with its verdict", () => {
    const page = open();
    expect(title(page)).toBe("Chưa đạt chỉ tiêu công nhận: 70,0%, còn thiếu 10 đơn vị");
    expect([...page.querySelectorAll("figure h2")].map((h2) => h2.textContent)).toEqual([
      "2 trong 3 xã, phường còn dưới 80%, 1 xã dưới 60%",
      "Năm 2025 tăng 4,0 điểm % so với 2024",
      "1 xã lên 80% là đủ bù 10 đơn vị còn thiếu"
    ]);
  });
  it("keeps what is chosen in the address, and repaints", () => {
    const page = open();
    choose(page, "Năm", "2024");
    expect(location.search).toBe("?nam=2024");
    expect(title(page)).toBe("66,0% đơn vị được công nhận, chưa có kế hoạch năm 2024");
    choose(page, "Năm", "2025");
    expect(location.search).toBe("");
  });
  it("opens as a link says, and as the default when the link is stale", () => {
    history.replaceState(null, "", "/?nam=1999&loai=khu_dan_cu");
    const page = open();
    expect(title(page)).toBe("75,0% khu dân cư được công nhận, kế hoạch không giao riêng");
    writeUrlState({loai: "khong-co"});
    expect(title(page)).toContain("Chưa đạt chỉ tiêu công nhận");
  });
  it("switches to equal tiles and keeps the focus on the switch", () => {
    const page = open();
    document.body.append(page);
    page.querySelectorAll<HTMLButtonElement>(".panel-map .segmented button")[1]?.click();
    expect(document.activeElement?.textContent).toBe("Ô đều");
    expect(page.querySelector(".map-outline")).toBeNull();
    page.remove();
  });
  it("shows former communes by district when a year is shown as it was reported", async () => {
    history.replaceState(null, "", "/?nam=2024&ranh-gioi=khi-bao-cao");
    const page = open();
    await Promise.resolve();
    await Promise.resolve();
    const names = [...page.querySelectorAll(".former-name")].map((name) => name.textContent);
    expect(names).toEqual(["TX Nghi Sơn", "Mường Lát"]);
    expect([...page.querySelectorAll(".former-tiles rect title")].map((words) => words.textContent)).toEqual([
      "Phường Hải Châu: 75,0%, 3/4, mẫu số nhỏ",
      "Xã Trung Lý: chưa nộp, ước 9 đơn vị"
    ]);
  });
  it("says one sentence and one action when there is no file at all", () => {
    const page = overviewPage({overview: smallOverview({default_year: null}), map: null, loadFormer});
    expect(title(page)).toBe("Chưa có tệp nào");
    expect(page.querySelectorAll("figure")).toHaveLength(0);
    expect(page.querySelector(".empty")?.textContent).toMatch(/^Chép tệp/);
  });
  it("draws without a map while none is made", () => {
    const page = overviewPage({overview: smallOverview(), map: null, loadFormer});
    expect(page.querySelector(".panel-map .empty")?.textContent).toContain("Chưa có bản đồ");
    expect(page.querySelectorAll(".card")).toHaveLength(4);
  });
});

describe("the page Bản đồ", () => {
  const {communes, targets, values, reports, home} = smallOverview();
  const page: MapPageData = {
    site: {home, years: [2024, 2025], default_year: 2025, as_of: "2025-11-18", is_simulated: true, reports},
    indicators: [
      {id: "certified_of_eligible", title: "Tỷ lệ đạt tiêu chuẩn", short_title: "Đạt / thuộc diện", formula: ""},
      {id: "excellent_of_eligible", title: "Tỷ lệ Xuất sắc", short_title: "Xuất sắc", formula: ""}
    ],
    targets,
    communes,
    values: {...values, "2025|excellent_of_eligible|all": {n: [4, 2, 0, 9], d: [40, 24, 0, 36], v: [0, 0, 20, 0]}}
  };
  const open = (): HTMLElement => mapPage({page, map: smallMap, loadFormer});
  const names = (node: HTMLElement): (string | undefined | null)[] =>
    [...node.querySelectorAll(".list-scroll tbody th a")].map((link) => link.textContent);
  it("lists every commune, lowest rate first, those without a rate last", () => {
    expect(title(open())).toBe("2 trong 3 xã, phường còn dưới 80%, 1 xã dưới 60%");
    expect(names(open())).toEqual(["Tĩnh Gia", "Mường Lý", "Hạc Thành", "Trung Lý"]);
  });
  it("orders the list by any head, either way, and says so", () => {
    const node = open();
    document.body.append(node);
    const head = (): HTMLElement | null => node.querySelector<HTMLElement>(".list-scroll thead th");
    head()?.querySelector("button")?.click();
    expect(names(node)).toEqual(["Hạc Thành", "Mường Lý", "Tĩnh Gia", "Trung Lý"]);
    expect(head()?.getAttribute("aria-sort")).toBe("ascending");
    head()?.querySelector("button")?.click();
    expect(names(node)[0]).toBe("Trung Lý");
    expect(head()?.getAttribute("aria-sort")).toBe("descending");
    expect(document.activeElement).toBe(head()?.querySelector("button"));
    node.remove();
  });
  it("is grey for an indicator no plan sets a rate for, and says why", () => {
    const node = open();
    choose(node, "Chỉ tiêu", "excellent_of_eligible");
    expect(location.search).toBe("?chi-tieu=excellent_of_eligible");
    expect(node.querySelector('[data-code="101"] path')?.getAttribute("fill")).toContain("color-mix");
    expect(node.querySelector(".subtitle")?.textContent).toContain("Không kế hoạch nào giao mức");
  });
  it("shows two years side by side, the earlier one first", () => {
    const node = open();
    choose(node, "So với năm", "2024");
    expect(location.search).toBe("?so-voi=2024");
    expect([...node.querySelectorAll("figure h2")].map((h2) => h2.textContent.slice(0, 5))).toEqual(["2024:", "2025:"]);
  });
});
