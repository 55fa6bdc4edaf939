import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {followTrace} from "../../../../src/components/trace/followTrace.ts";
import {openTrace} from "../../../../src/components/trace/traceLink.ts";
import {TraceFiles} from "../../../../src/components/trace/traceLoad.ts";
import {tracedFigure} from "../../../../src/components/trace/tracedFigure.ts";
import {tracePanel} from "../../../../src/components/trace/tracePanel.ts";
import {parseTraceLink} from "../../../../src/components/trace/figureKey.ts";
import {COMMUNE, FILES, PROVINCE} from "./smallTrace.ts";

const asked: string[] = [];
const fetched = (name: string): Promise<unknown> => {
  asked.push(name);
  const found = FILES[name];
  return found === undefined ? Promise.reject(new Error(`no ${name}`)) : Promise.resolve(found);
};
const panel = (): HTMLElement | null => document.querySelector<HTMLElement>(".trace-panel");
const words = (selector: string): string => panel()?.querySelector(selector)?.textContent ?? "";
const escape = (): boolean => document.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", cancelable: true}));

function link(vet: string): HTMLAnchorElement {
  const parsed = parseTraceLink(vet);
  if (parsed === undefined) throw new Error(`no figure: ${vet}`);
  const node = tracedFigure(parsed.figure, {label: "33,3%", row: parsed.row}, "33,3%");
  if (!(node instanceof HTMLAnchorElement)) throw new Error("no link");
  document.body.append(node);
  return node;
}

let loads = 0;
followTrace(() => {
  loads += 1;
  return Promise.resolve(tracePanel({files: new TraceFiles(fetched), parent: document.body}));
});

beforeEach(() => {
  history.replaceState(null, "", "/xa?ma=14797");
});
afterEach(() => {
  openTrace(undefined);
  for (const node of document.querySelectorAll(".traced")) if (!panel()?.contains(node)) node.remove();
  asked.length = 0;
});

describe("the trace panel", () => {
  test("is made when a figure is pressed, not before, and puts the figure into the address", async () => {
    expect(loads).toBe(0);
    const figure = link(COMMUNE);
    figure.click();
    await vi.waitFor(() => expect(words("h2")).toBe("Truy vết: 33,3%"));
    expect(loads).toBe(1);
    expect(new URLSearchParams(location.search).get("vet")).toBe(COMMUNE);
    expect(new URLSearchParams(location.search).get("ma")).toBe("14797");
    expect(figure.getAttribute("aria-expanded")).toBe("true");
    expect(panel()?.getAttribute("role")).toBe("dialog");
    expect(asked).toEqual(["index", "14797-2025"]);
  });

  test("says n / d, the test by integers, file, filter, count, cell and what it was before", async () => {
    link(COMMUNE).click();
    await vi.waitFor(() => expect(words("h2")).toBe("Truy vết: 33,3%"));
    expect(words(".trace-about")).toBe("Tỷ lệ đơn vị đạt tiêu chuẩn, phường Hạc Thành, năm 2025");
    expect(words(".trace-quotient")).toContain("33,333…");
    expect(words(".trace-test")).toContain("1 × 100 = 100 < 80 × 3 = 240");
    expect(words(".trace-test")).toContain("Chưa đạt");
    expect(words(".trace-path")).toContain("2025/14797 <b>moi</b>.xlsx");
    expect(words(".trace-path")).toContain("thay 14797.xlsx (05/11/2025)");
    expect(words(".trace-path")).toContain("1 ngoài diện Thông tư 124 (mầm non, nhà trẻ 1)");
    expect(words(".trace-path")).toContain("1 vào tử số · 2 chỉ ở mẫu số");
    expect(words(".trace-excerpt h3")).toBe("Ô G57, dòng 57 của trang");
    expect(words(".sheet .is-cell")).toBe("chưa đạt ");
    expect(words(".trace-facts")).toContain("bỏ khoảng trắng thừa, không phân biệt hoa thường");
    expect([...(panel()?.querySelectorAll(".trace-change tr") ?? [])].map((row) => row.textContent)).toEqual([
      "05/11/20250/2 = 0%",
      "11/11/20251/3 = 33,3%"
    ]);
    expect(panel()?.querySelector("b")).toBeNull();
  });

  test("lists every row, filtered by role, and opens the one that is chosen", async () => {
    link(COMMUNE).click();
    await vi.waitFor(() => expect(words("h2")).toBe("Truy vết: 33,3%"));
    const all = panel()?.querySelector<HTMLButtonElement>(".trace-actions .button-dark");
    expect(all?.textContent).toBe("Xem 3 đơn vị nguồn");
    Element.prototype.scrollIntoView = vi.fn();
    all?.click();
    expect(panel()?.querySelectorAll(".trace-cells tbody tr").length).toBe(3);
    panel()?.querySelector<HTMLButtonElement>('.trace-cells .chips [value="d"]')?.click();
    const rows = [...(panel()?.querySelectorAll<HTMLElement>(".trace-cells tbody tr") ?? [])];
    expect(rows.map((row) => row.querySelector("th")?.textContent)).toEqual(["Phố Lê Hoàn 3", "Phố Tân Sơn 1"]);
    rows[1]?.querySelector("button")?.click();
    expect(words(".trace-excerpt h3")).toBe("Ô G58, dòng 58 của trang");
    expect(words(".trace-facts")).toContain("Không đăng ký và không có kết quả là Chưa đạt");
  });

  test("moves the focus in, and Escape gives it back to the figure", async () => {
    const figure = link(COMMUNE);
    figure.focus();
    figure.click();
    await vi.waitFor(() => expect(panel()?.hidden).toBe(false));
    expect(panel()?.contains(document.activeElement)).toBe(true);
    escape();
    await vi.waitFor(() => expect(panel()?.hidden).toBe(true));
    expect(document.activeElement).toBe(figure);
    expect(location.search).not.toContain("vet");
    expect(figure.getAttribute("aria-expanded")).toBe("false");
  });

  test("gives the focus to the same figure when the page was painted anew meanwhile", async () => {
    const figure = link(COMMUNE);
    figure.focus();
    figure.click();
    await vi.waitFor(() => expect(panel()?.hidden).toBe(false));
    figure.remove();
    const again = link(COMMUNE);
    escape();
    await vi.waitFor(() => expect(panel()?.hidden).toBe(true));
    expect(document.activeElement).toBe(again);
  });

  test("opens at the row a link names", async () => {
    const figure = link(`${COMMUNE}@9f3c41d0~58~Danh sách`);
    figure.click();
    await vi.waitFor(() => expect(words(".trace-excerpt h3")).toBe("Ô G58, dòng 58 của trang"));
  });

  test("of a province adds up its communes, each leading to its own trace", async () => {
    link(PROVINCE).click();
    await vi.waitFor(() => expect(words("h2")).toBe("Truy vết: 72,7%"));
    expect(words(".trace-path h3")).toBe("Cộng từ 2 xã, phường");
    expect(words(".trace-path")).toContain("8/11");
    expect(words(".trace-test")).toContain("Nếu phần chưa rõ không đạt: 8 × 100 = 800 < 80 × 12 = 960");
    expect(words(".trace-test")).toContain("Nếu phần chưa rõ đều đạt: 10 × 100 = 1.000 ≥ 80 × 12 = 960");
    const commune = [...(panel()?.querySelectorAll<HTMLElement>("tbody .traced") ?? [])].find(
      ({dataset}) => dataset["vet"] === COMMUNE
    );
    commune?.click();
    await vi.waitFor(() => expect(words(".trace-about")).toContain("phường Hạc Thành"));
  });

  test.each([
    ["certified_of_eligible~99999~2025~all~current~all", /^Không có số liệu của chỉ tiêu, địa bàn hoặc năm/],
    ["certified_of_eligible~14797~1999~all~current~all", /địa bàn 14797, năm 1999/],
    ["nonsense", /^Liên kết không chỉ tới một con số\. Mở lại/]
  ])("says what to do where there is no such number: %s", async (vet, message) => {
    openTrace(vet);
    await vi.waitFor(() => expect(words(".trace-empty")).toMatch(message));
    expect(words("h2")).toBe("Không có số này");
  });

  test("says what to do when its data cannot be read, and asks again the next time", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const vet = "certified_of_eligible~38~2025~all~as_reported~all";
    openTrace(vet);
    await vi.waitFor(() =>
      expect(words(".trace-empty")).toMatch(/^Không đọc được tệp số liệu của con số này\. Tải lại/)
    );
    openTrace(undefined);
    openTrace(vet);
    await vi.waitFor(() =>
      expect(asked.filter((name) => name === "2025-certified_of_eligible-as_reported").length).toBe(2)
    );
    said.mockRestore();
  });
});
