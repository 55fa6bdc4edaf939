import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {svgElement} from "../../../../src/components/element.ts";
import {FontSet, type TextStyle} from "../../../../src/components/export/fontSet.ts";
import {lightTokens} from "../../../../src/components/export/lightTokens.ts";
import {wrapText} from "../../../../src/components/export/outlineText.ts";
import {PICTURE_WIDTH, pictureHeight, pictureSvg} from "../../../../src/components/export/pictureSvg.ts";
import {pictureFaces} from "../../../../src/publish/fonts/pictureFaces.ts";
import {trendChart} from "../../../../src/components/trendChart.ts";

const fonts = new FontSet(pictureFaces());
const tokens = lightTokens(readFileSync("src/styles/tokens.css", "utf8"));
const style: TextStyle = {size: 13, weight: 400, hasEvenDigits: true, letterSpacing: 0};
const words = {
  title: "Đã đạt 80,1% ở ≥ 5 xã → đủ",
  subtitle: "Tỷ lệ được công nhận, 2025",
  clause: "Chỉ tiêu: từ 80%, mục I.1",
  source: "Nguồn: 158 tệp",
  mark: "Số liệu mô phỏng"
};

describe("outlined letters", () => {
  it("know every Vietnamese letter with its tone marks", () => {
    const vowels = "aăâeêioôơuưy";
    const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
    const letters = Array.from(vowels)
      .flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize("NFC")))
      .concat("đ");
    const box = fonts.outline("\u{1F4A9}", style).d;
    for (const letter of [...letters, ...letters.map((one) => one.toLocaleUpperCase("vi"))])
      expect([letter, fonts.outline(letter, style).d === box]).toEqual([letter, false]);
  });
  it("are the same whether the accents come joined or apart", () => {
    expect(fonts.outline("dưới".normalize("NFD"), style)).toEqual(fonts.outline("dưới", style));
  });
  it("never run two numbers of a path together", () => {
    const {d} = fonts.outline("Bản đồ dưới thêm nghiệp không cộng cho Đạt 0123456789%", {...style, size: 12});
    expect(d).toMatch(/^[MLQCZ\d. -]+$/);
    for (const [, command = "", list = ""] of d.matchAll(/([MLQC])([^MLQCZ]*)/g)) {
      const numbers = list.trim().split(" ");
      expect([list, numbers.length]).toEqual([list, {M: 2, L: 2, Q: 4, C: 6}[command]]);
      for (const number of numbers) expect(number).toMatch(/^-?\d+(\.\d+)?$/);
    }
  });
  it("have digits of one width in tables, the letters' own in titles", () => {
    expect(fonts.width("1111", style)).toBeCloseTo(fonts.width("0000", style), 5);
    const title = {...style, hasEvenDigits: false};
    expect(fonts.width("1111", title)).toBeLessThan(0.8 * fonts.width("0000", title));
  });
  it("wrap between words, within the width", () => {
    const lines = wrapText(fonts, "một hai ba bốn năm sáu bảy tám", 60, style);
    expect(lines.join(" ")).toBe("một hai ba bốn năm sáu bảy tám");
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(fonts.width(line, style)).toBeLessThanOrEqual(60);
  });
});

describe("a picture", () => {
  const chart = trendChart(
    {
      main: {
        label: "Tất cả",
        verdict: "chua_dat",
        points: [
          {year: 2024, numerator: 76, denominator: 100, unknown_count: 0, unreported_count: 0, is_final: true},
          {year: 2025, numerator: 79, denominator: 100, unknown_count: 0, unreported_count: 0, is_final: false}
        ]
      },
      context: [],
      years: [2024, 2025],
      year: 2025,
      target: {value: 80, comparator: ">=", years: [2025]},
      break: null
    },
    {width: PICTURE_WIDTH}
  );
  const svg = pictureSvg([chart], words, {fonts, tokens});

  it("has no letters left to a font, no name of a colour, nothing from outside", () => {
    expect(svg).not.toMatch(/<text|<tspan|font-family|var\(|class=|<style|<image|foreignObject/);
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|href=/);
  });
  it("says title, filters, clause, source and the mark, and is 16 cm wide", () => {
    for (const part of ["Đã đạt 80,1%", "2025", "mục I.1", "158 tệp", "Số liệu mô phỏng"]) expect(svg).toContain(part);
    expect(svg).toContain('width="16cm"');
    expect(pictureHeight(svg)).toBeGreaterThan(300);
  });
  it("is well-formed", () => {
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    expect(parsed.querySelector("parsererror")).toBeNull();
  });
  it("shrinks what is wider than the page, and draws halos as a path of their own", () => {
    const wide = svgElement("svg", {width: 1209.6, height: 100, viewBox: "0 0 1209.6 100"});
    const halo = {"paint-order": "stroke", stroke: "var(--page)", "stroke-width": 3, fill: "var(--ink)"};
    wide.append(svgElement("text", {x: 10, y: 20, ...halo}, "79,4"));
    const drawn = pictureSvg([wide], {title: "x"}, {fonts, tokens});
    expect(drawn).toContain("scale(0.5)");
    expect(drawn).toMatch(/fill="none" stroke="#ffffff" stroke-width="3"[^>]*\/><path[^>]*fill="#17202b"/);
  });
  it("turns mixtures of colours into plain ones", () => {
    const grey = svgElement("svg", {width: 10, height: 10});
    grey.append(svgElement("rect", {width: 5, height: 5, fill: "color-mix(in srgb, var(--ink) 50%, var(--page))"}));
    expect(pictureSvg([grey], {title: "x"}, {fonts, tokens})).toContain('fill="#8b9095"');
  });
});
