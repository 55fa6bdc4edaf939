import {describe, expect, it} from "vitest";
import {communeMap} from "../../../src/components/communeMap.ts";
import {overviewView} from "../../../src/views/overviewView.ts";
import {smallMap, smallOverview} from "../views/smallOverview.ts";

const {data} = overviewView(smallOverview(), {year: 2025, group: "all", boundary: "current"}).map;
const draw = (view: "cells" | "tiles" = "cells", width = 516): HTMLElement =>
  communeMap(smallMap, data, {width, view, label: "74 xã dưới 80%"});
const links = (node: HTMLElement): SVGAElement[] => [...node.querySelectorAll<SVGAElement>("a.commune")];
const fillOf = (node: HTMLElement, code: string): string | null | undefined =>
  node.querySelector(`[data-code="${code}"] path`)?.getAttribute("fill");

describe("the map of communes", () => {
  it("has one link for each commune, which says its rate, fraction and gap", () => {
    const node = draw();
    expect(links(node).map((link) => link.getAttribute("href"))).toEqual(
      ["101", "102", "103", "104"].map((code) => `./xa?ma=${code}`)
    );
    expect(links(node).map((link) => link.getAttribute("aria-label"))).toEqual([
      "Phường Tĩnh Gia: 50,0%, 20/40, cần thêm 12 đơn vị",
      "Xã Mường Lý: 62,5%, 15/24, cần thêm 4 đơn vị",
      "Xã Trung Lý: chưa nộp, ước 20 đơn vị",
      "Phường Hạc Thành: 97,2%, 35/36"
    ]);
  });
  it("hatches a commune that has not reported, and only that one", () => {
    const node = draw();
    expect(fillOf(node, "103")).toMatch(/^url\(#hatch/);
    expect(["101", "102", "104"].map((code) => fillOf(node, code))).toEqual(["var(--m1)", "var(--m2)", "var(--m6)"]);
  });
  it("dots a commune without such units: it is not missing", () => {
    const values = data.values.map((value) => ({...value, state: "none" as const, words: "không có đơn vị loại này"}));
    const node = communeMap(smallMap, {...data, values}, {label: "x"});
    expect(fillOf(node, "101")).toMatch(/^url\(#dots/);
    expect(node.querySelector(".map-legend")?.textContent).toContain("Không có đơn vị: 4 xã");
  });
  it("numbers and outlines the communes of the closing list", () => {
    const ranks = [...draw().querySelectorAll(".map-rank")];
    expect(ranks.map((rank) => rank.textContent)).toEqual(["1"]);
    expect(ranks[0]?.querySelector("path")?.getAttribute("stroke")).toBe("var(--ink)");
  });
  it("counts the communes of each class in the legend, the target in bold", () => {
    const legend = draw().querySelector(".map-legend");
    const words = [...(legend?.querySelectorAll("text") ?? [])].map((text) => text.textContent);
    expect(words).toEqual(expect.arrayContaining(["1", "0", "60", "70", "80%", "90", "95", "Chưa nộp: 1 xã", "xã"]));
    const bold = [...(legend?.querySelectorAll('text[font-weight="600"]') ?? [])].map((text) => text.textContent);
    expect(bold).toEqual(["Tỷ lệ được công nhận", "80%"]);
  });
  it("says that cells are only approximate, tiles and true boundaries not", () => {
    expect(draw().textContent).toContain("Bản đồ sơ đồ, ranh giới xấp xỉ");
    expect(draw("tiles").textContent).not.toContain("ranh giới xấp xỉ");
    const true_ = communeMap({...smallMap, kind: "boundaries"}, data, {label: "x"});
    expect(true_.textContent).not.toContain("ranh giới xấp xỉ");
  });
  it("draws tiles of equal size", () => {
    const shapes = [...draw("tiles").querySelectorAll("a.commune path")].map((path) =>
      path.getAttribute("d")?.replace(/^M[^h]*/, "")
    );
    expect(new Set(shapes).size).toBe(1);
  });
  it("is one stop of the Tab key; arrow keys walk by direction and stop at the edge", () => {
    const node = draw();
    document.body.append(node);
    const focused = (): string | null | undefined => document.activeElement?.getAttribute("data-code");
    const press = (key: string): void => {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
    };
    expect(links(node).filter((link) => link.getAttribute("tabindex") === "0")).toHaveLength(1);
    links(node)[0]?.focus();
    press("ArrowRight");
    expect(focused()).toBe("102");
    press("ArrowRight");
    expect(focused()).toBe("102");
    press("ArrowDown");
    expect(focused()).toBe("104");
    press("ArrowLeft");
    expect(focused()).toBe("103");
    expect(links(node).filter((link) => link.getAttribute("tabindex") === "0")).toHaveLength(1);
    node.remove();
  });
  it("writes what is focused beside it, and takes it away again", () => {
    const node = draw();
    document.body.append(node);
    const readout = node.querySelector<HTMLElement>(".map-readout");
    links(node)[1]?.focus();
    expect(readout?.hidden).toBe(false);
    expect(readout?.textContent).toBe("Xã Mường Lý62,5%, 15/24, cần thêm 4 đơn vị");
    links(node)[1]?.blur();
    expect(readout?.hidden).toBe(true);
    node.remove();
  });
  it("looks as it did", async () => {
    const svg =
      draw()
        .querySelector("svg")
        ?.outerHTML.replace(/(hatch|dots)-\d+/g, "$1") ?? "";
    await expect(svg.replaceAll("><", ">\n<")).toMatchFileSnapshot("../../output/communeMap.svg");
  });
});
