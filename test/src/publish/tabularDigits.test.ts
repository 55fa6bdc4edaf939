import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {describe, expect, it} from "vitest";
import {tabularDigits} from "../../../src/publish/fonts/tabularDigits.ts";
import {readWoff} from "../../../src/publish/fonts/woff.ts";

const require = createRequire(import.meta.url);
const inter = readFileSync(require.resolve("@fontsource/inter/files/inter-latin-600-normal.woff"));

describe("the font of digits", () => {
  const file = tabularDigits(inter);
  const font = readWoff(file);
  const table = (tag: string): Buffer => font.get(tag) ?? Buffer.alloc(0);

  it("has ten digits of one width", () => {
    const widths = Array.from({length: 10}, (_, i) => table("hmtx").readUInt16BE(4 * (i + 1)));
    expect(new Set(widths).size).toBe(1);
    expect(widths[0]).toBeGreaterThan(0);
  });
  it("maps 0 to 9 to outlines of their own", () => {
    const loca = table("loca");
    const outlines = Array.from({length: 10}, (_, i) =>
      table("glyf")
        .subarray(loca.readUInt32BE(4 * (i + 1)), loca.readUInt32BE(4 * (i + 2)))
        .toString("hex")
    );
    expect(new Set(outlines).size).toBe(10);
    expect(outlines.every((outline) => outline.length > 20)).toBe(true);
    expect(table("maxp").readUInt16BE(4)).toBe(loca.length / 4 - 1);
  });
  it("is a tenth of the face it comes from", () => {
    expect(file.length).toBeLessThan(inter.length / 10);
    expect(file.readUInt32BE(8)).toBe(file.length);
  });
  it("is not made from what is not a font", () => {
    expect(() => tabularDigits(Buffer.from("nope, not a font"))).toThrow("not a WOFF file");
  });
});
