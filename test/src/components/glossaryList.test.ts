import {expect, test} from "vitest";
import {type GlossaryTerm, glossaryList, termAnchor} from "../../../src/components/glossaryList.ts";

const terms: GlossaryTerm[] = [
  {term: "Đặc khu", meaning: "Đơn vị hành chính cấp xã có từ 1/7/2025.", source: "Quyết định 19/2025/QĐ-TTg"},
  {term: "Khu dân cư", short: "KDC", meaning: "Thôn, bản, tổ dân phố.", source: "Thông tư 124", is_secondary: true}
];
const list = (): {node: HTMLElement; type: (text: string) => string[]} => {
  const node = glossaryList(terms);
  const input = node.querySelector("input");
  return {
    node,
    type: (text) => {
      if (input !== null) input.value = text;
      input?.dispatchEvent(new Event("input"));
      return [...node.querySelectorAll<HTMLElement>("dl > div")].filter(({hidden}) => !hidden).map(({id}) => id);
    }
  };
};

test("a term stands with its short form, its meaning and its source; a source read in extracts says so", () => {
  const [first, second] = [...list().node.querySelectorAll("dl > div")];
  expect(first?.textContent).not.toContain("bản trích");
  expect(second?.querySelector("dt")?.textContent).toBe("Khu dân cưKDC");
  expect(second?.querySelector("dd .clause")?.textContent).toContain("chưa đối chiếu toàn văn");
  expect(second?.querySelector("dd")?.textContent).toContain("Thôn, bản, tổ dân phố.");
});
test("every term has an address without accents", () => {
  expect(termAnchor("Đặc khu")).toBe("dac-khu");
  expect(termAnchor("An toàn về an ninh, trật tự")).toBe("an-toan-ve-an-ninh-trat-tu");
});
test("the filter finds terms, short forms and meanings, with or without accents, and counts them", () => {
  const {node, type} = list();
  expect(type("dac khu")).toEqual(["dac-khu"]);
  expect(type("kdc")).toEqual(["khu-dan-cu"]);
  expect(type("tổ dân phố")).toEqual(["khu-dan-cu"]);
  expect(node.querySelector("[role=status]")?.textContent).toBe("1 thuật ngữ");
  expect(type("")).toHaveLength(2);
  expect(type("zzz")).toEqual([]);
  expect(node.querySelector("[role=status]")?.textContent).toMatch(/^Không có thuật ngữ nào/);
});
