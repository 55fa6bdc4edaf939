import {beforeEach, describe, expect, test, vi} from "vitest";
import {cellOfName} from "../../../src/components/crossTable.ts";
import {dutyIcon} from "../../../src/components/stateMark.ts";
import {linkOfPlace, pagedTable, placeOfLink} from "../../../src/components/pagedTable.ts";
import {progressPage} from "../../../src/components/progressPage.ts";
import {qualityPage} from "../../../src/components/qualityPage.ts";
import {receivedChart} from "../../../src/components/receivedChart.ts";
import {SEVERITY_ORDER, SEVERITY_WORDS} from "../../../src/components/stateMark.ts";
import {SEVERITIES} from "../../../loaders/vocabulary.ts";
import {DUTY_STATES} from "../../../src/views/dutyStates.ts";
import {
  reportDuty,
  smallProgress,
  smallProgressYear,
  smallQuality,
  smallQualityFiles,
  smallQualityIssues,
  smallUnits
} from "../smallKeeper.ts";

const text = (node: Element | null | undefined): string => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
const settle = async (): Promise<void> => await new Promise((done) => setTimeout(done));
const click = (node: Element | null | undefined): void => {
  if (!(node instanceof HTMLElement)) throw new Error("nothing to click");
  node.click();
};

describe("the page Tiến độ nộp", () => {
  const open = async (search = ""): Promise<HTMLElement> => {
    history.replaceState(null, "", `/tien-do-nop${search}`);
    const page = progressPage({
      progress: smallProgress,
      loadYear: async (year) => await Promise.resolve({...smallProgressYear, year})
    });
    document.body.replaceChildren(page);
    await settle();
    return page;
  };
  beforeEach(() => document.body.replaceChildren());

  test("opens on the year's report: title, bar that sums to everyone, list", async () => {
    const page = await open();
    expect(text(page.querySelector("h1"))).toBe("2 trong 4 xã đã nộp báo cáo năm 2025, 2 xã chưa nộp");
    const bar = page.querySelector(".duties .duty-track");
    const grown = [...(bar?.children ?? [])].map((part) => Number((part as HTMLElement).style.flexGrow));
    expect(grown.reduce((sum, part) => sum + part, 0)).toBe(4);
    expect(page.querySelectorAll("#danh-sach tbody tr")).toHaveLength(4);
    expect(text(page.querySelector("#danh-sach"))).toContain("Mô hình, Thông tin chung");
  });
  test("a number of a bar leads to its rows, and the address holds it", async () => {
    const page = await open();
    click([...page.querySelectorAll(".duty-words a")].find((link) => text(link) === "Chưa nộp 2"));
    await settle();
    expect(location.search).toBe("?tinh-trang=chua_nop");
    expect(page.querySelectorAll("#danh-sach tbody tr")).toHaveLength(2);
    expect(text(page.querySelector("#danh-sach h2"))).toBe("2 xã chưa nộp khi đã hết hạn");
  });
  test("a link restores year, duty, state, words and order", async () => {
    const page = await open("?tinh-trang=tre&tim=muong&xep=-1");
    expect(page.querySelectorAll("#danh-sach tbody tr")).toHaveLength(1);
    expect(page.querySelector("#danh-sach th[aria-sort=descending]")?.textContent).toContain("Xã, phường");
    const former = await open("?nam=2024");
    expect(text(former.querySelector("h1"))).toBe("Cả 2 xã cũ đã nộp báo cáo năm 2024");
    expect(text(former.querySelector(".chart-note"))).toContain("1 xã cũ không rõ ngày nhận");
  });
  test("ordering the list keeps the focus on its head, and the address holds it", async () => {
    const page = await open();
    click(page.querySelectorAll("#danh-sach thead button")[0]);
    await settle();
    expect(location.search).toBe("?xep=1");
    expect(document.activeElement?.textContent).toContain("Xã, phường");
    expect(document.activeElement?.isConnected).toBe(true);
  });
  test("what is owed is called by the duty's own deed", async () => {
    const registration = {...reportDuty, evidence: "registration" as const};
    history.replaceState(null, "", "/tien-do-nop");
    const page = progressPage({
      progress: {...smallProgress, duties: [registration]},
      loadYear: async () => await Promise.resolve(smallProgressYear)
    });
    await settle();
    expect(text(page.querySelector(".duty-words"))).toContain("Chưa đăng ký đủ 2");
    expect(text(page.querySelector("#danh-sach tbody tr"))).toContain("Chưa đăng ký đủ");
  });
  test("the files of a commune are its history, the replaced one with what replaced it", async () => {
    const page = await open("?ma=2");
    expect(text(page.querySelector("#lich-su h2"))).toBe("2 tệp của Tĩnh Gia đã nhận năm 2025");
    const rows = [...page.querySelectorAll("#lich-su tbody tr")].map(text);
    expect(rows[1]).toContain("Đã thay");
    expect(rows[1]).toContain("Tĩnh Gia (mới).xlsx");
  });
  test("a duty that files tell nothing of blames nobody", async () => {
    const page = await open("?nhiem-vu=tt124-2021.TT124-D2");
    expect(text(page.querySelector("h1"))).toContain("Không theo dõi được");
    expect(text(page.querySelector(".untracked"))).toContain("không ai bị tính là trễ hay chưa nộp");
  });
  test("submitted text is text", async () => {
    const page = await open();
    expect(page.querySelector("img")).toBeNull();
    expect(page.textContent).toContain("<img src=x onerror=alert(1)>");
  });
  test("without any file it says what to do", () => {
    const empty = {site: {...smallProgress.site, years: [], default_year: null}, duties: []};
    const page = progressPage({progress: empty, loadYear: () => Promise.reject(new Error("none"))});
    expect(text(page.querySelector("h1"))).toBe("Chưa có tệp nào");
    expect(text(page.querySelector(".empty"))).toContain("submissions");
  });
  test("a list that cannot be fetched says so; the rest stands", async () => {
    history.replaceState(null, "", "/tien-do-nop");
    const page = progressPage({progress: smallProgress, loadYear: () => Promise.reject(new Error("gone"))});
    await settle();
    expect(text(page.querySelector("#danh-sach .empty"))).toContain("Tải lại trang");
    expect(page.querySelectorAll(".duties li").length).toBeGreaterThan(0);
  });
});

describe("the curve of receipts", () => {
  test("turns from teal to orange at the last good day, and hatches what is owed", () => {
    const svg = receivedChart(reportDuty, {width: 640});
    expect([...svg.querySelectorAll("path[stroke]")].map((path) => path.getAttribute("stroke"))).toEqual([
      "var(--ok)",
      "var(--no)"
    ]);
    expect(svg.querySelector("pattern")).not.toBeNull();
    expect(svg.getAttribute("aria-label")).toContain("2 trong 4 xã đã xong, từ 10/11/2025 đến 20/11/2025");
    expect(svg.textContent).toContain("Hạn: trước 15/11/2025");
  });
  test("stands with nothing received, and with one day", () => {
    expect(
      receivedChart({...reportDuty, received: [], counts: {chua_nop: 4}}).querySelectorAll("path[stroke]")
    ).toHaveLength(0);
    const one = receivedChart({...reportDuty, last_day: null, due_date: null, received: [["2025-11-10", 4]]});
    expect(one.outerHTML).not.toContain("NaN");
  });
});

describe("the page Chất lượng", () => {
  const loadIssues = vi.fn(async () => await Promise.resolve(smallQualityIssues));
  const open = async (search = ""): Promise<HTMLElement> => {
    history.replaceState(null, "", `/chat-luong${search}`);
    loadIssues.mockClear();
    const page = qualityPage({
      quality: smallQuality,
      loadFiles: async () => await Promise.resolve(smallQualityFiles),
      loadIssues,
      loadUnits: async () => await Promise.resolve(smallUnits)
    });
    document.body.replaceChildren(page);
    await settle();
    await settle();
    return page;
  };

  test("refused files come before rules, each with why and what to do", async () => {
    const page = await open();
    expect(text(page.querySelector("h1"))).toBe("1 tệp còn 2 ô phải sửa, 1 tệp bị từ chối");
    const refused = page.querySelector(".refused");
    expect(text(refused)).toContain("Trung Lý.pdf");
    expect(text(refused)).toContain("Gửi bảng tính .xlsx.");
    const rules = page.querySelector(".rules") as Element;
    expect(refused?.compareDocumentPosition(rules)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });
  test("the long list is fetched only when someone asks for it", async () => {
    const page = await open();
    expect(loadIssues).not.toHaveBeenCalled();
    click([...page.querySelectorAll("#danh-sach button")].find((button) => text(button) === "Mở danh sách"));
    await settle();
    expect(loadIssues).toHaveBeenCalledTimes(1);
    expect(page.querySelectorAll("#danh-sach tbody tr")).toHaveLength(4);
  });
  test("a count of the rules leads to its issues, with cell, value, message and remedy", async () => {
    const page = await open();
    click(page.querySelector(".rules a[aria-label='2 chỗ: Mức phân loại lạ']"));
    await settle();
    expect(location.search).toBe("?quy-tac=unknown_class");
    const rows = [...page.querySelectorAll("#danh-sach tbody tr")].map(text);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain("J10");
    expect(rows[0]).toContain("“Giỏi”");
    expect(rows[0]).toContain("Chọn Khá.");
  });
  test("one file's issues come with the command of its marked copy and the page that checks files", async () => {
    const page = await open("?tep=f0");
    expect(text(page.querySelector(".file-panel code"))).toBe("npm run marked-copy -- --submission f0");
    expect(page.querySelector(".file-panel a[href='./kiem-tra-tep']")).not.toBeNull();
    expect(page.querySelectorAll("#danh-sach tbody tr")).toHaveLength(3);
    expect(text(page)).toContain("đọc 40 dòng = nạp 39 + không nạp 1");
  });
  test("no id of a rule is ever shown", async () => {
    const page = await open("?muc=phai-sua&pham-vi=tat-ca");
    expect(page.querySelectorAll("#danh-sach tbody tr")).toHaveLength(4);
    for (const {id} of smallQuality.rules) expect(page.textContent).not.toContain(id);
  });
  test("contradicting results are marked, and a cell lists its units", async () => {
    const page = await open();
    const odd = [...page.querySelectorAll(".cross td.is-odd")].map(text);
    expect(odd).toEqual(["Nên xem lại1", "Nên xem lại2"]);
    click(page.querySelector(".cross a[aria-label^='Đạt, yếu: 2']"));
    await settle();
    expect(location.search).toBe("?o=dat-yeu");
    expect(text(page.querySelector("#don-vi h2"))).toBe("2 đơn vị năm 2025: Đạt, yếu");
    expect(text(page.querySelector("#don-vi tbody tr"))).toContain("62,5");
    expect(cellOfName("dat-giỏi")).toBeNull();
  });
  test("submitted text is text", async () => {
    const page = await open("?quy-tac=unknown_class");
    expect(page.querySelector("#danh-sach b")).toBeNull();
    expect(text(page.querySelector("#danh-sach"))).toContain("“<b>x</b>”");
  });
  test("words of severities are those of the vocabulary", () => {
    expect(SEVERITY_WORDS).toEqual(SEVERITIES);
    expect(SEVERITY_ORDER).toEqual(Object.keys(SEVERITIES));
  });
  test("each state of a duty has a shape of its own, but for those that say the same", () => {
    const shapes = DUTY_STATES.map((state) => dutyIcon(state).innerHTML);
    expect(new Set(shapes).size).toBe(DUTY_STATES.length - 1);
  });
});

describe("a long list", () => {
  const rows = Array.from({length: 20_000}, (_, i) => ({name: `Thôn ${i}`, n: (i * 7919) % 20_011}));
  const columns = [
    {title: "Tên", heading: true, value: ({name}: (typeof rows)[number]) => name},
    {
      title: "Số",
      numeric: true,
      value: ({n}: (typeof rows)[number]) => n,
      compare: (a: {n: number}, b: {n: number}) => a.n - b.n
    }
  ];
  const first = {column: 1, isFalling: false};
  const table = (page: number): HTMLElement =>
    pagedTable(rows, columns, {caption: "Thôn", noun: "thôn", pageSize: 50, place: {sorting: first, page}});

  test("shows a page of it, in order, and says where one is", () => {
    const node = table(400);
    expect(node.querySelectorAll("tbody tr")).toHaveLength(50);
    expect(text(node.querySelector("[role=status]"))).toBe("19.951–20.000 trên 20.000 thôn");
    const shown = [...node.querySelectorAll("tbody td")].map((cell) => Number(cell.textContent));
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
  });
  test("a page beyond the end is the last; turning keeps the focus on the button", () => {
    const node = table(9_999);
    document.body.replaceChildren(node);
    expect(text(node.querySelector("[role=status]"))).toContain("19.951–20.000");
    click(node.querySelector("[name=truoc]"));
    expect(text(node.querySelector("[role=status]"))).toBe("19.901–19.950 trên 20.000 thôn");
    expect(document.activeElement?.getAttribute("name")).toBe("truoc");
    expect(node.querySelector("[name=sau]")?.getAttribute("aria-disabled")).toBeNull();
  });
  test("ordering goes back to the first page", () => {
    const places: unknown[] = [];
    const node = pagedTable(rows, columns, {
      caption: "Thôn",
      noun: "thôn",
      place: {sorting: first, page: 3},
      onPlace: (place) => places.push(place)
    });
    click(node.querySelectorAll("thead button")[0]);
    expect(places).toEqual([{sorting: {column: 1, isFalling: true}, page: 1}]);
  });
  test("the whole list is printed, up to a limit, and the page comes back", () => {
    const node = pagedTable(rows.slice(0, 300), columns, {
      caption: "Thôn",
      noun: "thôn",
      pageSize: 50,
      place: {sorting: first, page: 1}
    });
    document.body.replaceChildren(node);
    window.dispatchEvent(new Event("beforeprint"));
    expect(node.querySelectorAll("tbody tr")).toHaveLength(300);
    window.dispatchEvent(new Event("afterprint"));
    expect(node.querySelectorAll("tbody tr")).toHaveLength(50);
  });
  test("its place survives a link; a place that is none is the first", () => {
    const place = {sorting: {column: 3, isFalling: true}, page: 7};
    const link = linkOfPlace(place, first);
    expect(link).toEqual({xep: "-4", trang: "7"});
    expect(placeOfLink({xep: "-4", trang: "7"}, first)).toEqual(place);
    expect(linkOfPlace({sorting: first, page: 1}, first)).toEqual({xep: undefined, trang: undefined});
    expect(placeOfLink({xep: "drop table", trang: "-1"}, first)).toEqual({sorting: first, page: 1});
    expect(placeOfLink({xep: "0"}, first).sorting).toEqual(first);
  });
});
