import {describe, expect, it} from "vitest";
import {compareStrip} from "../../../../src/components/compare/compareStrip.ts";
import {funnelChart} from "../../../../src/components/compare/funnelChart.ts";
import {stackDots} from "../../../../src/components/compare/stackDots.ts";
import {type CompareDot, funnelView, stripRows} from "../../../../src/views/compare/compareCharts.ts";
import type {CompareRow} from "../../../../src/views/compare/compareRows.ts";
import {smallView} from "../../smallCompare.ts";

const goal = {comparator: ">=", measure: "percent", value: 80} as const;
const view = smallView({chon: "10005"});

/** Communes far below, far above and within, by numerator and denominator. */
const MANY: readonly [name: string, n: number, d: number][] = [
  ["Tam Chung", 8, 40],
  ["Tĩnh Gia", 30, 60],
  ["Hoá Quỳ", 110, 112],
  ["Hạc Thành", 188, 252],
  ["Các Sơn", 32, 40],
  ["Na Mèo", 3, 16]
];

function rowsOf(figures: typeof MANY): CompareRow[] {
  const [model] = view.rows.ranked;
  if (!model) throw new Error("the small view has rows");
  return figures.map(([name, n, d], i) => ({
    ...model,
    code: `2000${i}`,
    name,
    isPicked: name === "Hạc Thành",
    subject: {...model.subject, n, d}
  }));
}

function drawn(width = 455): HTMLElement {
  const funnel = funnelView(rowsOf(MANY), goal);
  return funnelChart(funnel, {goal, goalWords: "chỉ tiêu 80%", width, label: "2 xã thấp hơn 80%"});
}
const fillOf = (node: HTMLElement, name: string): string | null | undefined =>
  node.querySelector(`a[aria-label*="${name}"] circle`)?.getAttribute("fill");

describe("the funnel", () => {
  it("colours only communes outside its bands", () => {
    const node = drawn();
    expect(fillOf(node, "Tam Chung")).toBe("var(--m1)");
    expect(fillOf(node, "Hoá Quỳ")).toBe("var(--m6)");
    expect(fillOf(node, "Các Sơn")).toBe("var(--mut)");
  });
  it("names the farthest and the commune chosen, and the bands inside", () => {
    const names = [...drawn().querySelectorAll(".funnel-name")].map(({textContent}) => textContent);
    expect(names).toContain("Tam Chung");
    expect(names).toContain("Hạc Thành");
    expect(names).not.toContain("Các Sơn");
    expect([...drawn().querySelectorAll(".funnel-band-name")].map(({textContent}) => textContent)).toEqual([
      "95%",
      "99,8%"
    ]);
  });
  it("is one tab stop whose arrows walk from commune to commune", () => {
    const node = drawn();
    document.body.append(node);
    expect(node.querySelectorAll("[tabindex='0']")).toHaveLength(1);
    const first = node.querySelector<SVGAElement>("[tabindex='0']");
    first?.focus();
    first?.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight", bubbles: true}));
    expect(document.activeElement).not.toBe(first);
    expect(document.activeElement?.getAttribute("href")).toMatch(/^\.\/xa\?ma=2000\d$/);
    node.remove();
  });
  it("is drawn as it was", async () => {
    await expect(drawn().innerHTML.replaceAll("><", ">\n<")).toMatchFileSnapshot("../../../output/funnelChart.svg");
  });
});

describe("the strip", () => {
  const draw = (hasIntervals: boolean): HTMLElement =>
    compareStrip(stripRows(view.rows.compared, view.columns), {width: 455, picked: view.state.picked, hasIntervals});
  it("draws each commune of five units and more once a row, on its side of the level", () => {
    const node = draw(false);
    const first = [...node.querySelectorAll("a[data-code^='0-']")];
    expect(first).toHaveLength(4);
    expect(node.querySelector("a[data-code='0-10004'] circle")?.getAttribute("fill")).toBe("var(--m5)");
    expect(node.querySelector("a[data-code='0-10001'] circle")?.getAttribute("fill")).toBe("var(--m2)");
  });
  it("draws ranges of chance of the chosen alone, and only when asked", () => {
    const lines = (node: HTMLElement): number => node.querySelectorAll("g[aria-hidden] line").length;
    expect(lines(draw(false))).toBe(0);
    // One for each of the four rates.
    expect(lines(draw(true))).toBe(4);
  });
  it("says so where there is nothing to draw", () => {
    const empty = compareStrip([{label: "Công nhận", goal, dots: [] as CompareDot[], median: null, small: 0}], {
      width: 455,
      picked: [],
      hasIntervals: false
    });
    expect(empty.textContent).toBe("Chưa có kết quả để vẽ.");
  });
  it("never lays two dots over each other", () => {
    const xs = Array.from({length: 60}, (_, i) => (i % 7) * 1.5);
    const ys = stackDots(xs, 2);
    xs.forEach((x, i) =>
      xs.slice(0, i).forEach((other, j) => {
        expect(Math.hypot(x - other, (ys[i] ?? 0) - (ys[j] ?? 0))).toBeGreaterThanOrEqual(4);
      })
    );
  });
});
