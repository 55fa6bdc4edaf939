import {beforeAll, describe, expect, it} from "vitest";
import {readRegister} from "../../../../loaders/reference/readRegister.ts";
import {readMapFacts} from "../../../../pipelines/geography/mapFacts.ts";
import {buildNation} from "../../../../pipelines/geography/nation/buildNation.ts";
import type {NationFile} from "../../../../pipelines/geography/nation/nationFile.ts";
import {readTiles} from "../../../../pipelines/geography/nation/writeNation.ts";
import {mapScale} from "../../../../src/components/mapScale.ts";
import {nationMap} from "../../../../src/components/nation/nationMap.ts";
import {nationPage} from "../../../../src/components/nation/nationPage.ts";
import type {NationData} from "../../../../src/data/queries/nation.ts";
import {provinceRows} from "../../../../src/views/nationView.ts";

let map: NationFile;
const counts = (n: number, d: number, communes: number): object => ({n, d, u: 0, v: 0, communes, is_final: true});
const data = {
  site: {
    home: {level: "province", code: "38", name: "Tỉnh Thanh Hóa", type: "tinh"},
    as_of: "2025-11-18",
    is_simulated: true
  },
  indicators: [
    {id: "certified_of_eligible", title: "Tỷ lệ đạt trên số thuộc diện", short_title: "Đạt / thuộc diện"},
    {id: "registered_of_eligible", title: "Tỷ lệ đăng ký", short_title: "Đăng ký"}
  ],
  years: [2024, 2025],
  default_year: 2025,
  values: {
    "2025|certified_of_eligible|all": {"08": counts(321, 340, 8), "38": counts(5609, 7108, 166)},
    "2024|certified_of_eligible|all": {"38": counts(5000, 7108, 166)}
  },
  files: {"2025": 174},
  drilled: ["08"]
} as unknown as NationData;
const rows = (): ReturnType<typeof provinceRows> =>
  provinceRows(map.provinces, data, {indicator: "certified_of_eligible", year: 2025});
const draw = (view: "cells" | "tiles" = "cells", width = 620): HTMLElement =>
  nationMap(map, {rows: rows(), scale: mapScale(null), measure: "Đạt / thuộc diện"}, {width, view, label: "Cả nước"});

beforeAll(() => {
  const made = buildNation(readRegister("data/reference"), readMapFacts("data/reference"), readTiles("data/reference"));
  if (made === null) throw new Error("the register holds the whole country");
  map = made;
}, 120_000);

describe("the map of the country", () => {
  it.each(["cells", "tiles"] as const)(
    "bears Hoàng Sa and Trường Sa by name, drawn as %s, on a screen and a phone",
    (view) => {
      for (const width of [700, 328]) {
        const names = [...draw(view, width).querySelectorAll(".nation-island text")].map((text) => text.textContent);
        expect(names.join(" ")).toContain("Quần đảo Hoàng Sa");
        expect(names.join(" ")).toContain("Quần đảo Trường Sa");
      }
    }
  );
  it("signs 13 đặc khu, all named where there is room", () => {
    const islands = [...draw().querySelectorAll(".nation-island")];
    expect(islands).toHaveLength(13);
    expect(islands.every((island) => island.querySelector("text") !== null)).toBe(true);
  });
  it("colours only provinces with figures: lines over the part, hatch over the silent", () => {
    const fills = (code: string): (string | null)[] =>
      [...draw().querySelectorAll(`[data-code="${code}"] path`)].map((path) => path.getAttribute("fill"));
    expect(fills("38")).toHaveLength(1);
    expect(fills("38")[0]).toMatch(/^color-mix/);
    expect(fills("08")[0]).toMatch(/^color-mix/);
    expect(fills("08")[1]).toMatch(/^url\(#partly/);
    expect(fills("01")[0]).toMatch(/^url\(#hatch/);
    expect(draw().querySelectorAll(".commune.is-none")).toHaveLength(32);
  });
  it("is one stop of the Tab key with a link for each province, which says what is known", () => {
    const links = [...draw().querySelectorAll("a.commune")];
    expect(links).toHaveLength(34);
    expect(links.filter((link) => link.getAttribute("tabindex") === "0")).toHaveLength(1);
    const label = (code: string): string | null | undefined =>
      links.find((link) => link.getAttribute("data-code") === code)?.getAttribute("aria-label");
    expect(label("08")).toBe("Tỉnh Tuyên Quang: 94,4%, 321/340, một phần: 8 trong 124 xã");
    expect(label("01")).toBe("Thành phố Hà Nội: chưa có số liệu, 126 xã");
  });
  it("looks as it did", async () => {
    const svg =
      draw()
        .querySelector("svg")
        ?.outerHTML.replace(/(hatch|partly)-\d+/g, "$1") ?? "";
    await expect(svg.replaceAll("><", ">\n<")).toMatchFileSnapshot("../../../output/nationMap.svg");
  });
});

describe("the page Cả nước", () => {
  const open = (search: string): HTMLElement => {
    history.replaceState(null, "", `/ca-nuoc${search}`);
    const page = nationPage({data, map, load: async () => await Promise.reject(new Error("not to be asked"))});
    document.body.replaceChildren(page);
    return page;
  };
  it("opens on the year with figures; the list twin has every province", () => {
    const page = open("");
    expect(page.querySelector("h1")?.textContent).toBe("2 trong 34 tỉnh có số liệu năm 2025, mới 174 trong 3.321 xã");
    expect(page.querySelectorAll("tbody tr")).toHaveLength(34);
    expect(page.querySelector("tbody th")?.textContent).toBe("Thanh Hóa");
  });
  it("follows the address: year, indicator without figures, home province, silent province", () => {
    expect(open("?nam=2024").querySelector("h1")?.textContent).toContain("năm 2024, mới 166 trong");
    expect(open("?chi-tieu=registered_of_eligible").querySelector("h1")?.textContent).toBe(
      "Chưa tỉnh nào có số liệu năm 2025"
    );
    const home = open("?ma=38");
    expect([...home.querySelectorAll(".nation-links a")].map((link) => link.getAttribute("href"))).toEqual([
      "./?nam=2025",
      "./ban-do?nam=2025",
      "./tien-do-nop?nam=2025"
    ]);
    expect(open("?ma=01").querySelector(".empty")?.textContent).toContain("Chưa có tệp nào của Hà Nội");
    expect(open("?ma=99").querySelectorAll("tbody tr")).toHaveLength(34);
  });
  it("without the whole country's register says so and draws no map", () => {
    const page = nationPage({data, map: null, load: async () => await Promise.reject(new Error("not to be asked"))});
    expect(page.querySelector("svg")).toBeNull();
    expect(page.textContent).toContain("không đủ cả nước");
  });
});
