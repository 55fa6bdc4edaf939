import {describe, expect, it} from "vitest";
import {VERDICTS, type Verdict} from "../../../loaders/vocabulary.ts";
import {verdictMark} from "../../../src/components/verdictMark.ts";

const verdicts = Object.keys(VERDICTS) as Verdict[];

describe("a verdict", () => {
  it("is icon, word and colour, in this order", () => {
    for (const verdict of verdicts) {
      const mark = verdictMark(verdict);
      expect(mark.firstElementChild?.tagName).toBe("svg");
      expect(mark.textContent).toBe(VERDICTS[verdict]);
      expect(mark.classList.contains(`verdict-${verdict}`)).toBe(true);
    }
  });
  it("has a shape of its own, told apart without colour", () => {
    const shapes = verdicts.map((verdict) => verdictMark(verdict).querySelector("svg")?.innerHTML);
    expect(new Set(shapes).size).toBe(verdicts.length);
  });
  it("keeps its word for assistive technology where only the icon shows", () => {
    const mark = verdictMark("chua_dat", {word: false});
    expect(mark.querySelector(".visually-hidden")?.textContent).toBe("Chưa đạt");
    expect(mark.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
  });
});
