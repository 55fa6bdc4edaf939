import {beforeEach, describe, expect, it} from "vitest";
import {searchBox} from "../../../src/components/searchBox.ts";
import {accentKey, plainKey, searchIn, type SearchIndex} from "../../../src/components/searchIndex.ts";

const index: SearchIndex = {
  current: [
    {code: "14797", name: "Hạc Thành", type: "phuong"},
    {code: "15001", name: "Thọ Phú", type: "xa"},
    {code: "15002", name: "Thở Phu", type: "xa"},
    {code: "15003", name: "Hoằng Hóa", type: "xa"}
  ],
  former: [
    {code: "14758", name: "Điện Biên", type: "phuong", district: "Thành phố Thanh Hóa", successors: ["14797"]},
    {code: "14999", name: "Thọ Phú", type: "xa", district: "Huyện Triệu Sơn", successors: ["15001", "15003"]}
  ]
};
const find = searchIn(index);
const texts = (text: string): string[] => find(text).map((hit) => hit.text);

describe("search", () => {
  it("finds an old name and says its successor", () => {
    expect(find("điện biên")).toEqual([
      {code: "14797", text: "Điện Biên (phường cũ) → Phường Hạc Thành", detail: "Thành phố Thanh Hóa"}
    ]);
  });
  it("finds names without accents, đ as d, with or without the type", () => {
    expect(texts("dien bien")).toHaveLength(1);
    expect(texts("hac th")).toEqual(["Phường Hạc Thành"]);
    expect(texts("phuong hac")).toEqual(["Phường Hạc Thành"]);
  });
  it("puts exact accents first, and a present commune before a former one of the same name", () => {
    expect(texts("thở phu")[0]).toBe("Xã Thở Phu");
    expect(texts("thọ phú").slice(0, 2)).toEqual(["Xã Thọ Phú", "Thọ Phú (xã cũ) → Xã Thọ Phú"]);
  });
  it("gives each successor of a split commune", () => {
    expect(texts("thọ phú")).toContain("Thọ Phú (xã cũ) → Xã Hoằng Hóa");
  });
  it("does not mind where a tone is written, capitals, or spaces", () => {
    expect(accentKey("Hoằng  Hoá")).toBe(accentKey("hoằng hóa"));
    expect(plainKey(" ĐIỆN-Biên ")).toBe("dien bien");
  });
  it("finds nothing for nothing", () => {
    expect(texts("  ")).toEqual([]);
    expect(texts("zzz")).toEqual([]);
  });
});

describe("the search box", () => {
  let input: HTMLInputElement;
  let opened: string[];
  let loads: number;
  const key = (name: string, target: EventTarget = input): void =>
    void target.dispatchEvent(new KeyboardEvent("keydown", {key: name, bubbles: true, cancelable: true}));
  const type = async (text: string): Promise<void> => {
    input.value = text;
    input.dispatchEvent(new Event("input"));
    await Promise.resolve().then(() => Promise.resolve());
  };
  beforeEach(() => {
    document.body.innerHTML = '<div class="search"><input></div>';
    input = document.querySelector("input") as HTMLInputElement;
    [opened, loads] = [[], 0];
    const load = async (): Promise<SearchIndex> => ((loads += 1), index);
    searchBox(input, load, {open: ({code}) => opened.push(code)});
  });
  it("loads its index on the first focus only", async () => {
    expect(loads).toBe(0);
    input.focus();
    input.blur();
    input.focus();
    await type("hac");
    expect(loads).toBe(1);
  });
  it("is worked by the keyboard alone", async () => {
    key("/", document.body);
    expect(document.activeElement).toBe(input);
    await type("tho phu");
    expect(input.getAttribute("aria-expanded")).toBe("true");
    key("ArrowDown");
    const active = document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
    expect(active?.getAttribute("aria-selected")).toBe("true");
    expect(active?.textContent).toContain("Thở Phu");
    key("Enter");
    expect(opened).toEqual(["15002"]);
    key("Escape");
    expect(input.getAttribute("aria-expanded")).toBe("false");
  });
  it("says so when nothing is found", async () => {
    input.focus();
    await type("zzz");
    expect(document.querySelector("[role=status]")?.textContent).toBe("Không có kết quả");
  });
});
