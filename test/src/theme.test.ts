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
