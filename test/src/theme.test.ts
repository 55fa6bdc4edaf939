import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";

const css = readFileSync("src/styles/tokens.css", "utf8");
const blocks = [...css.matchAll(/:root[^{]*\{([^}]*)\}/g)].map(([, body = ""]) => {
  const tokens: Record<string, string> = {};
  for (const [, name = "", colour = ""] of body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)) tokens[name] = colour;
  return tokens;
});
const [light = {}, dark = {}, chosen = {}] = blocks;

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a = "#000000", b = "#000000"): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe("the tokens", () => {
  it("are the same dark whether the system or the person chose it", () => {
    expect(Object.keys(dark).length).toBeGreaterThan(30);
    expect(chosen).toEqual(dark);
    expect(Object.keys(light).sort()).toEqual(Object.keys(dark).sort());
  });
  it.each([
    ["light", light],
    ["dark", dark]
  ])("keep text readable in %s", (_, theme) => {
    for (const text of ["ink", "ink2", "ink3", "ok", "no", "un", "na"]) {
      for (const ground of ["page", "raise", "sunk"]) {
        expect(contrast(theme[text], theme[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const [text, ground] of ["ok", "no", "un", "sim"].map((name) => [name, `${name}-t`] as const)) {
      expect(contrast(theme[text], theme[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const k of [1, 2, 3, 4, 5, 6]) {
      expect(contrast(theme[`on-m${k}`], theme[`m${k}`]), `text on class ${k}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Full colour blindness of three kinds on linear RGB, after Machado, Oliveira and Fernandes 2009. */
const VISIONS: Readonly<Record<string, Matrix>> = {
  "no red cones": [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  "no green cones": [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  "no blue cones": [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
};

/** CIE L*a*b* (D65) of a colour as seen through `vision`. */
function labSeen(colour: string, vision: Matrix): Triple {
  const linear = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  const dot = (row: Triple, to: readonly number[]): number => row.reduce((sum, x, i) => sum + x * (to[i] ?? 0), 0);
  const seen = vision.map((row) => Math.min(1, Math.max(0, dot(row, linear))));
  const curve = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = curve(dot([0.4124, 0.3576, 0.1805], seen) / 0.95047);
  const y = curve(dot([0.2126, 0.7152, 0.0722], seen));
  const z = curve(dot([0.0193, 0.1192, 0.9505], seen) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each(Object.entries(VISIONS))("to an eye with %s", (_, vision) => {
  const distance = (a = "#000000", b = "#000000"): number => {
    const other = labSeen(b, vision);
    return Math.hypot(...labSeen(a, vision).map((x, i) => x - (other[i] ?? 0)));
  };
  it.each([
    ["light", light],
    ["dark", dark]
  ])("neighbouring classes of the map and the verdicts differ in %s", (__, theme) => {
    for (const k of [1, 2, 3, 4, 5]) {
      expect(distance(theme[`m${k}`], theme[`m${k + 1}`]), `classes ${k} and ${k + 1}`).toBeGreaterThanOrEqual(15);
    }
    const verdicts = ["ok", "no", "un"];
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2]
    ] as const) {
      const [one = "", other = ""] = [verdicts[a], verdicts[b]];
      expect(distance(theme[one], theme[other]), `${one} and ${other}`).toBeGreaterThanOrEqual(24);
    }
  });
});
