import {describe, expect, it} from "vitest";
import {chartFrame, type ChartFrame} from "../../../src/components/chartFrame.ts";
import {dataTable} from "../../../src/components/dataTable.ts";
import {element} from "../../../src/components/element.ts";

const source = {files: 1158, href: "./tien-do", date: "2025-11-18", stage: "so_bo", isSimulated: true} as const;
const rows = [
  {name: "Hạc Thành", count: 188},
  {name: "Tĩnh Gia", count: null}
];
const table = (): HTMLElement =>
  dataTable(
    rows,
    [
      {title: "Xã, phường", value: ({name}) => name, heading: true},
      {title: "Đạt", value: ({count}) => count, numeric: true}
    ],
    {caption: "Số đơn vị đạt"}
  );
const framed = (options: Partial<ChartFrame> = {}): HTMLElement =>
  chartFrame(element("p", {}, "drawing"), {title: "74 xã dưới 80%", subtitle: "Năm 2025", source, table, ...options});

describe("the frame of a chart", () => {
  it("says files, day and stage; that figures are simulated stands in the masthead and in what leaves the page", () => {
    const line = framed().querySelector(".chart-source");
    expect(line?.textContent).toBe("Nguồn: 1.158 tệp18/11/2025 · sơ bộ");
    expect(line?.querySelector("a")?.getAttribute("href")).toBe("./tien-do");
  });
  it("shows the table twin in place of the drawing, and back", () => {
    const node = framed();
    const button = node.querySelector<HTMLButtonElement>(".chart-actions button");
    const isShown = (selector: string): boolean => node.querySelector<HTMLElement>(selector)?.hidden === false;
    expect([isShown(".chart-drawing"), isShown(".chart-table")]).toEqual([true, false]);
    button?.click();
    expect([isShown(".chart-drawing"), isShown(".chart-table")]).toEqual([false, true]);
    expect(button?.getAttribute("aria-expanded")).toBe("true");
    expect(node.querySelectorAll("tbody tr")).toHaveLength(2);
    button?.click();
    expect([isShown(".chart-drawing"), isShown(".chart-table")]).toEqual([true, false]);
  });
  it("draws at the width it is given until the page is laid out", () => {
    const widths: number[] = [];
    chartFrame((width) => (widths.push(width), element("p")), {title: "x", width: 320});
    expect(widths).toEqual([320]);
  });
  it("offers nothing it cannot do", () => {
    const words = {table: undefined, source: undefined, isDownloadable: false};
    expect(framed(words).querySelector(".chart-foot")).toBeNull();
    const empty = chartFrame(element("p", {class: "empty"}, "Chưa có tệp"), {title: "x"});
    expect(empty.textContent).not.toContain("Tải về");
  });
});

describe("a table", () => {
  it("names its columns and rows, and shows a missing value as a dash, never as zero", () => {
    const node = table();
    expect([...node.querySelectorAll("th[scope=col]")].map((th) => th.textContent)).toEqual(["Xã, phường", "Đạt"]);
    expect([...node.querySelectorAll("th[scope=row]")].map((th) => th.textContent)).toEqual(["Hạc Thành", "Tĩnh Gia"]);
    expect([...node.querySelectorAll("td.num")].map((td) => td.textContent)).toEqual(["188", "–"]);
  });
  it("shows text as text", () => {
    const node = dataTable(["<img src=x onerror=alert(1)>"], [{title: "Tên", value: (name) => name}], {caption: "x"});
    expect(node.querySelector("img")).toBeNull();
    expect(node.querySelector("td")?.textContent).toBe("<img src=x onerror=alert(1)>");
  });
});
