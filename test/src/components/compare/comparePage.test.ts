import {beforeAll, beforeEach, describe, expect, it} from "vitest";
import {comparePage} from "../../../../src/components/compare/comparePage.ts";
import {emptyCompare} from "../../../../src/data/queries/compare.ts";
import type {CompareYear} from "../../../../src/data/queries/compareShape.ts";
import {SMALL_COMPARE, SMALL_YEAR} from "../../smallCompare.ts";

let node: HTMLElement;
const loadYear = async (year: number): Promise<CompareYear> => {
  if (year === 2023) throw new Error("no 2023");
  return {...SMALL_YEAR, year, results: {}, home: {}};
};
const go = async (search: string): Promise<void> => {
  history.pushState(null, "", `/so-sanh${search}`);
  window.dispatchEvent(new Event("popstate"));
  await new Promise((done) => setTimeout(done, 0));
};
const cell = (code: string, column: string): HTMLElement | null =>
  node.querySelector(`tr[data-row="${code}"] [data-col="${column}"]`);
const press = (key: string, options: KeyboardEventInit = {}): void => {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true, ...options})
  );
};
const place = (): string | undefined => {
  const at = document.activeElement?.closest<HTMLElement>("[data-col]");
  return at ? `${at.closest<HTMLElement>("tr")?.dataset["row"]} ${at.dataset["col"]}` : undefined;
};

// One page for all: each follows the address as long as the window lives.
beforeAll(() => {
  node = comparePage({compare: SMALL_COMPARE, loadYear});
  document.body.append(node);
});
beforeEach(async () => await go(""));

describe("the cells of the grid", () => {
  it("hold a rate without its unit in the class of the map, with everything in their name", () => {
    const rate = cell("10001", "S2-01");
    expect(rate?.textContent).toBe("50,0");
    expect(rate?.className).toContain("is-m1");
    expect(rate?.querySelector("a")?.getAttribute("aria-label")).toBe(
      "50,0%, 10/20, Công nhận, An Bình năm 2025, chưa đạt"
    );
  });
  it("open the trace of just their figure", () => {
    const link = cell("10001", "khu_dan_cu")?.querySelector("a");
    expect(link?.getAttribute("href")).toBe("?vet=certified_of_eligible%7E10001%7E2025%7Ekhu_dan_cu%7Ecurrent%7Eall");
  });
  it("have twins below that open the same trace: closing list and ranking", () => {
    const hrefs = (selector: string): (string | null)[] =>
      [...node.querySelectorAll(selector)].map((link) => link.getAttribute("href"));
    const trace = "?vet=certified_of_eligible%7E10001%7E2025%7Eall%7Ecurrent%7Eall";
    expect(hrefs(".closing a.traced")).toContain(trace);
    expect(hrefs(".ranking-table a.traced")).toContain(trace);
  });
  it("of under ten units are fractions without colour", () => {
    expect(cell("10003", "S2-01")?.textContent).toBe("0/4");
    expect(cell("10003", "S2-01")?.className).not.toContain("is-m");
    expect(cell("10002", "khu_dan_cu")?.textContent).toBe("6/9");
  });
  it("are hatched where nothing came, with the units expected; a dash where there is no unit", () => {
    expect(cell("10006", "S2-01")?.className).toContain("hatched");
    expect(cell("10006", "can-them")?.textContent).toBe("ước 35 đơn vị");
    expect(cell("10006", "co_quan")?.textContent).toBe("–");
    expect(cell("10008", "S2-01")?.textContent).toBe("–");
  });
  it("exactly on the level are above it", () => {
    expect(cell("10004", "S2-01")?.className).toContain("is-m4");
  });
});

describe("the cursor of the grid", () => {
  beforeEach(() => cell("10001", "ten")?.querySelector("a")?.focus());
  it("is one tab stop", () => {
    expect(node.querySelectorAll(".compare-grid [tabindex='0']")).toHaveLength(1);
  });
  it("moves by arrows, cell by cell", () => {
    press("ArrowRight");
    expect(place()).toBe("10001 can-them");
    press("ArrowDown");
    expect(place()).toBe("10002 can-them");
    press("ArrowLeft");
    press("ArrowUp");
    expect(place()).toBe("10001 ten");
    press("ArrowUp");
    expect(place()).toBe("dau ten");
  });
  it("goes to the ends of row and table", () => {
    press("End");
    expect(place()).toBe("10001 cac-nam");
    press("Home");
    expect(place()).toBe("10001 chon");
    press("End", {ctrlKey: true});
    expect(place()).toBe("10008 cac-nam");
    press("Home", {ctrlKey: true});
    expect(place()).toBe("10001 chon");
    press("PageDown");
    expect(place()).toBe("10008 chon");
    press("PageUp");
    expect(place()).toBe("10001 chon");
  });
  it("ticks the row by the space bar, anywhere in it, and stays where it was", () => {
    press("ArrowRight");
    press(" ");
    expect(location.search).toBe("?chon=10001");
    expect(place()).toBe("10001 can-them");
    expect(cell("10001", "ten")?.closest("tr")?.className).toContain("is-picked");
  });
  it("stays on its commune when another order moves it", () => {
    cell("10005", "S2-01")?.querySelector("a")?.focus();
    node.querySelector<HTMLElement>("th[data-col=S2-01] button")?.click();
    expect(location.search).toBe("?xep=S2-01");
    expect(place()).toBe("10005 S2-01");
  });
});

describe("the page", () => {
  it("orders by a head, then the other way, and says so to those who hear it", () => {
    const sorted = (): string | null | undefined => node.querySelector("th[data-col=S2-02]")?.getAttribute("aria-sort");
    expect(sorted()).toBe("none");
    node.querySelector<HTMLElement>("th[data-col=S2-02] button")?.click();
    expect(sorted()).toBe("ascending");
    node.querySelector<HTMLElement>("th[data-col=S2-02] button")?.click();
    expect([sorted(), location.search]).toEqual(["descending", "?xep=-S2-02"]);
  });
  it("puts two to six communes beside each other, with the differences", async () => {
    await go("?chon=10001,10005");
    const panel = node.querySelector(".picked-panel");
    expect(panel?.querySelector("h2")?.textContent).toBe(
      "An Bình thấp hơn Hà Long 50,0 điểm %, cần thêm nhiều hơn 6 đơn vị"
    );
    expect([...(panel?.querySelectorAll("thead th") ?? [])].map(({textContent}) => textContent)).toEqual([
      "Tỷ lệ",
      "1. An Bình",
      "2. Hà Long",
      "Chênh, điểm %",
      "Chênh số cần thêm"
    ]);
    await go("?chon=10001");
    expect(node.querySelector(".picked-panel")).toBeNull();
  });
  it("fetches another year; where it cannot, says what to do and leaves the rest", async () => {
    await go("?nam=2024");
    expect(node.querySelector("h1")?.textContent).toMatch(/^Cao nhất Hà Long 100%, thấp nhất/);
    expect(node.querySelector(".subtitle")?.textContent).toContain("Không kế hoạch nào giao mức năm này");
    await go("?nam=2023");
    expect(node.querySelector("[role=alert]")?.textContent).toContain("Không đọc được số liệu năm 2023");
    await go("");
    expect(cell("10001", "S2-01")).not.toBeNull();
  });
  it("says that ranges of chance decide nothing", async () => {
    await go("?khoang=co");
    const notes = [...node.querySelectorAll(".chart-note")].map(({textContent}) => textContent).join(" ");
    expect(notes).toContain("không quyết định đạt hay chưa đạt");
    expect(node.querySelectorAll(".ranking-range").length).toBeGreaterThan(0);
  });
  it("says so where no commune is left by the filters", async () => {
    await go("?tim=khongco");
    expect(node.querySelector(".compare-scroll")?.textContent).toContain("Không xã nào hợp với bộ lọc");
  });
  it("draws every row while it is printed", () => {
    window.dispatchEvent(new Event("beforeprint"));
    expect(node.querySelectorAll("tbody tr[data-row]")).toHaveLength(8);
    window.dispatchEvent(new Event("afterprint"));
  });
  it("of an empty site says what to do", () => {
    const empty = emptyCompare({settings: {home: {level: "province", code: "38"}, publication: "internal"}});
    const page = comparePage({compare: empty, loadYear});
    expect(page.textContent).toContain("Chép tệp của các xã vào thư mục submissions");
  });
});
