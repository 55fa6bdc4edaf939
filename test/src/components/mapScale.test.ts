import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {mapClass, mapScale} from "../../../src/components/mapScale.ts";
import {walk} from "../../../src/components/mapWalk.ts";
import {spreadLabels} from "../../../src/components/spreadLabels.ts";

describe("classes of the map", () => {
  it("stand at 60, 70, 90 and 95 around a target of 80, lower edge included", () => {
    const scale = mapScale({value: 80, comparator: ">="});
    expect(scale.edges).toEqual([60, 70, 80, 90, 95]);
    const classes = [59, 60, 69, 70, 79, 80, 89, 90, 94, 95, 100].map((n) => mapClass(scale, n, 100));
    expect(classes).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });
  it("put exactly 80% below a target of 'above 80%'", () => {
    const scale = mapScale({value: 80, comparator: ">"});
    expect([mapClass(scale, 4, 5), mapClass(scale, 801, 1000)]).toEqual([2, 3]);
  });
  it("keep the colours of each side whatever the target", () => {
    expect(mapScale({value: 100, comparator: "="})).toMatchObject({
      edges: [80, 90, 100],
      fills: ["var(--m1)", "var(--m2)", "var(--m3)", "var(--m4)"],
      target_edge: 2
    });
    expect(mapScale({value: 95, comparator: ">="}).edges).toEqual([75, 85, 95, 98, 99]);
    expect(mapScale({value: 15, comparator: ">="}).fills[0]).toBe("var(--m2)");
  });
  it("are grey without a target: colour says nothing else than the side of the target", () => {
    const {fills, target_edge} = mapScale(null);
    expect(target_edge).toBeNull();
    expect(fills.every((fill) => !/--m\d/.test(fill))).toBe(true);
  });
  it("put a rate on the upper side exactly when it meets the target", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 100}), fc.nat(200), fc.nat(200), (value, n, rest) => {
        const scale = mapScale({value, comparator: ">="});
        const isAbove = mapClass(scale, n, n + rest + 1) > (scale.target_edge ?? 0);
        expect(isAbove).toBe(100 * n >= value * (n + rest + 1));
      })
    );
  });
});

describe("walking over the map", () => {
  const places = [
    {code: "a", x: 0, y: 0},
    {code: "b", x: 10, y: 1},
    {code: "c", x: 11, y: 30},
    {code: "d", x: 0, y: 10}
  ];
  const from = (code: string, key: string): string | null =>
    walk(places, places.find((place) => place.code === code) ?? {code, x: 0, y: 0}, key);
  it("goes to the nearest ahead, and back", () => {
    expect([from("a", "ArrowRight"), from("b", "ArrowLeft")]).toEqual(["b", "a"]);
    expect(from("a", "ArrowDown")).toBe("d");
  });
  it("still finds a place that lies far aside when nothing else is ahead", () => {
    expect(from("b", "ArrowRight")).toBe("c");
  });
  it("stays at the edge, and ignores other keys", () => {
    expect([from("a", "ArrowUp"), from("a", "x")]).toEqual([null, null]);
  });
});

describe("labels at the end of lines", () => {
  it("stay where they are when they have room", () => {
    expect(spreadLabels([10, 100, 50], 16)).toEqual([10, 100, 50]);
  });
  it("part evenly where they collide", () => {
    expect(spreadLabels([50, 50], 16)).toEqual([42, 58]);
  });
  it("never overlap, keep their order and stay within bounds that can hold them", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: -50, max: 450}), {minLength: 1, maxLength: 12}), (wanted) => {
        const placed = spreadLabels(wanted, 16, [0, 400]);
        const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
        order.forEach((index, rank) => {
          expect(placed[index]).toBeGreaterThanOrEqual(-1e-9);
          expect(placed[index]).toBeLessThanOrEqual(400 + 1e-9);
          const before = order[rank - 1];
          if (before !== undefined) expect((placed[index] ?? 0) - (placed[before] ?? 0)).toBeGreaterThan(16 - 1e-6);
        });
      })
    );
  });
});
