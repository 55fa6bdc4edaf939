import {describe, expect, it} from "vitest";
import {trendChart} from "../../../src/components/trendChart.ts";
import {drawnPoints, type TrendData} from "../../../src/components/trendData.ts";

const point = (year: number, numerator: number, isFinal = true): TrendData["main"]["points"][number] => ({
  year,
  numerator,
  denominator: 1000,
  unknown_count: 0,
  unreported_count: 0,
  is_final: isFinal
});
const data: TrendData = {
  main: {
    label: "Tất cả",
    verdict: "chua_dat",
    points: [point(2022, 714), point(2023, 741), point(2024, 766), point(2025, 789, false)]
  },
  context: [
    {label: "Khu dân cư", points: [point(2022, 690), point(2023, 720), point(2024, 746), point(2025, 766, false)]},
    {label: "Xã, phường", points: [point(2023, 550), point(2024, 580), point(2025, 620, false)], stops_at_break: true}
  ],
  years: [2022, 2023, 2024, 2025],
  year: 2025,
  target: {value: 80, comparator: ">=", years: [2025]},
  break: {before: 2025, title: "1/7/2025", subtitle: "547 → 166 xã"}
};
const texts = (svg: SVGSVGElement, selector = "text"): (string | null)[] =>
  [...svg.querySelectorAll(selector)].map((text) => text.textContent);
const series = (svg: SVGSVGElement): Element[] => [...svg.querySelectorAll("g.series")];

describe("the trend", () => {
  it("names every series and the target at the end of its line, in place of a legend", () => {
    expect(texts(trendChart(data), ".end-label")).toEqual([
      "Chỉ tiêu từ 80",
      "Tất cả 78,9",
      "Khu dân cư 76,6",
      "Xã, phường 62,0"
    ]);
  });
  it("spreads those names at least 16 px apart", () => {
    const close = {...data, context: [78, 79, 80, 81].map((n) => ({label: `${n}`, points: [point(2025, 10 * n)]}))};
    const places = [...trendChart(close).querySelectorAll(".end-label")].map((text) => Number(text.getAttribute("y")));
    places.sort((a, b) => a - b);
    places.slice(1).forEach((y, i) => expect(y - (places[i] ?? 0)).toBeGreaterThanOrEqual(15.9));
  });
  it("draws the area in the colour of its verdict and the rest in grey", () => {
    const strokes = series(trendChart(data)).map((group) => group.getAttribute("stroke"));
    expect(strokes).toEqual(["var(--mut)", "var(--mut)", "var(--no)"]);
    const plain = trendChart({...data, main: {...data.main, verdict: null}});
    expect(series(plain).at(-1)?.getAttribute("stroke")).toBe("var(--ink)");
  });
  it("dashes the line across the change of boundaries, and stops a series that cannot be carried over", () => {
    const [, communes, main] = series(trendChart(data));
    const dashes = (group: Element | undefined): boolean[] =>
      [...(group?.querySelectorAll("path") ?? [])].map((path) => path.hasAttribute("stroke-dasharray"));
    expect(dashes(main)).toEqual([false, false, true]);
    expect(dashes(communes)).toEqual([false]);
    expect(texts(trendChart(data), ".break text")).toEqual(["1/7/2025", "547 → 166 xã"]);
  });
  it("ends in a hollow point while the year is provisional, in a full one when it is final", () => {
    const last = (is_final: boolean): string | null | undefined => {
      const points = [...data.main.points.slice(0, 3), point(2025, 789, is_final)];
      const main = series(trendChart({...data, main: {...data.main, points}})).at(-1);
      return [...(main?.querySelectorAll("circle") ?? [])].at(-1)?.getAttribute("class");
    };
    expect([last(false), last(true)]).toEqual(["point is-provisional", "point"]);
  });
  it("draws the target solid only where a plan set it", () => {
    expect(trendChart(data).querySelectorAll(".target .is-set")).toHaveLength(1);
    const none = trendChart({...data, target: {value: 80, comparator: ">=", years: []}});
    expect(none.querySelectorAll(".target .is-set")).toHaveLength(0);
    expect(texts(none, ".end-label")[0]).toBe("Mốc từ 80");
  });
  it("leaves out a year in which nothing is decided: it is not zero", () => {
    const points = [point(2024, 766), {...point(2025, 0), unknown_count: 1000}];
    expect(drawnPoints({label: "x", points}).map(({year}) => year)).toEqual([2024]);
  });
  it("keeps its frame, years and target when there is nothing to draw", () => {
    const svg = trendChart({...data, main: {...data.main, points: []}, context: []});
    expect(texts(svg)).toEqual(expect.arrayContaining(["2022", "2025", "Chỉ tiêu từ 80"]));
    expect(svg.querySelectorAll("circle")).toHaveLength(0);
  });
  it("says its figures to a reader who does not see it", () => {
    expect(trendChart(data).getAttribute("aria-label")).toBe(
      "Tất cả: 2022 71,4%; 2023 74,1%; 2024 76,6%; 2025 78,9%. Mức từ 80%."
    );
  });
  it("looks as it did", async () => {
    const svg = trendChart(data, {width: 370, height: 340}).outerHTML.replaceAll("><", ">\n<");
    await expect(svg).toMatchFileSnapshot("../../output/trendChart.svg");
  });
});
