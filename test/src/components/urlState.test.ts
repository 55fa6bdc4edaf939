import {beforeEach, describe, expect, it} from "vitest";
import {
  changedSearch,
  observeUrlState,
  parseUrlState,
  readUrlState,
  writeUrlState
} from "../../../src/components/urlState.ts";

beforeEach(() => history.replaceState(null, "", "/"));

describe("the address", () => {
  it("holds year, group, boundary, area and indicator; other keys are ignored and kept", () => {
    expect(parseUrlState("?nam=2025&loai=khu_dan_cu&ranh-gioi=current&ma=14797&chi-tieu=x&evil=1&nam2=3")).toEqual({
      nam: "2025",
      loai: "khu_dan_cu",
      "ranh-gioi": "current",
      ma: "14797",
      "chi-tieu": "x"
    });
    expect(changedSearch("?evil=1&nam=2025", {nam: "2024", ma: "14797"})).toBe("?evil=1&nam=2024&ma=14797");
    expect(changedSearch("?nam=2025", {nam: undefined})).toBe("");
  });
  it("tells of each change, with a step back for it", () => {
    const seen: (string | undefined)[] = [];
    const steps = history.length;
    const end = observeUrlState(({nam}) => seen.push(nam));
    writeUrlState({nam: "2025"});
    writeUrlState({nam: "2025"});
    writeUrlState({nam: "2024"}, {replace: true});
    end();
    writeUrlState({nam: "2023"});
    expect(seen).toEqual([undefined, "2025", "2024"]);
    expect(history.length).toBe(steps + 2);
    expect(readUrlState()).toEqual({nam: "2023"});
  });
});
