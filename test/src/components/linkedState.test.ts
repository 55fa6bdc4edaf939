import {describe, expect, it} from "vitest";
import {carriedSearch, ignoredParts, pageOfPath} from "../../../src/components/linkedState.ts";

describe("choices that go along from page to page", () => {
  it("are those the other page means the same by", () => {
    const search = "?nam=2024&loai=co_quan&ranh-gioi=khi-bao-cao&chi-tieu=registered_of_eligible&tim=abc";
    expect(carriedSearch("ban-do", "index", search, "")).toBe("?nam=2024&loai=co_quan&ranh-gioi=khi-bao-cao");
    expect(carriedSearch("ban-do", "xa", search, "?ma=14797")).toBe("?ma=14797&nam=2024");
    expect(carriedSearch("ban-do", "so-sanh", search, "")).toBe("?nam=2024&loai=co_quan");
    expect(carriedSearch("ban-do", "thuat-ngu", search, "")).toBe("");
  });
  it("never take the place of what the link itself says", () => {
    expect(carriedSearch("index", "chat-luong", "?nam=2024", "?nam=2023&tep=x")).toBe("?nam=2023&tep=x");
  });
  it("take a commune to the form of that commune, not to the province of the same key", () => {
    expect(carriedSearch("xa", "bieu-mau", "?ma=14797", "")).toBe("?ma=14797");
    expect(carriedSearch("xa", "ca-nuoc", "?ma=14797", "")).toBe("");
  });
  it("leave behind values that mean nothing", () => {
    expect(carriedSearch("index", "ban-do", "?loai=khong-co&nam=2024", "")).toBe("?nam=2024");
  });
});

describe("what an address holds in vain", () => {
  it("is named with the reason", () => {
    const parts = ignoredParts("index", "?xyz=1&nam=1999&loai=abc&vet=x", ["2024", "2025"]);
    expect(parts.map(({text}) => text)).toEqual(["xyz", "nam=1999", "loai=abc"]);
    expect(parts[1]?.why).toContain("2024, 2025");
  });
  it("is nothing in an address that is heeded whole", () => {
    expect(ignoredParts("index", "?nam=2024&loai=co_quan&ranh-gioi=khi-bao-cao", ["2024"])).toEqual([]);
    expect(ignoredParts("xa", "?ma=14797&nam=2025", ["2025"])).toEqual([]);
  });
});

describe("the page of a path", () => {
  it("is its last part without the ending", () => {
    expect(["/", "/ban-do", "/du-lieu/xa.html"].map(pageOfPath)).toEqual(["index", "ban-do", "xa"]);
  });
});
