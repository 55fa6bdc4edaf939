import {beforeEach, describe, expect, it} from "vitest";
import {changesPage} from "../../../../src/components/changes/changesPage.ts";
import type {ChangesBook} from "../../../../src/data/queries/changes.ts";
import {smallChanges} from "../../smallChanges.ts";

const text = (node: Element | null | undefined): string => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
const settle = async (): Promise<void> => await new Promise((done) => setTimeout(done));
const entry = (id: string, is_readable = true): ChangesBook["editions"][number] => ({
  id,
  as_of: id.slice(0, 10),
  is_readable
});

describe("the page Thay đổi", () => {
  const two: ChangesBook = {
    editions: [entry("2025-11-18.1"), entry("2025-11-05.1"), entry("2025-11-01.1")],
    latest: "2025-11-18.1",
    compared: ["2025-11-05.1", "2025-11-01.1"]
  };
  const asked: string[] = [];
  const open = async (search = "", book = two): Promise<HTMLElement> => {
    history.replaceState(null, "", `/thay-doi${search}`);
    const page = changesPage({
      book,
      asOf: "2025-11-18",
      home: "38",
      load: async (edition) => {
        asked.push(edition);
        return await Promise.resolve({...smallChanges, older: entry(edition)});
      }
    });
    document.body.replaceChildren(page);
    await settle();
    return page;
  };
  beforeEach(() => {
    document.body.replaceChildren();
    asked.length = 0;
  });

  it("compares the latest with the one before, or with the one of the address", async () => {
    expect(text((await open()).querySelector("h1"))).toBe("2 xã thay đổi so với bản 2025-11-05.1, 1 kết luận đổi");
    expect(text((await open("?ban=2025-11-01.1")).querySelector("h1"))).toContain("so với bản 2025-11-01.1");
    expect(text((await open("?ban=2020-01-01.1")).querySelector("h1"))).toContain("so với bản 2025-11-05.1");
    expect(asked).toEqual(["2025-11-05.1", "2025-11-01.1", "2025-11-05.1"]);
  });
  it("says of each figure: before, after, difference, why; the figure shown can be traced", async () => {
    const page = await open();
    const cells = [...(page.querySelector("#danh-sach tbody tr")?.children ?? [])].map(text);
    expect(cells).toEqual([
      "Hạc Thành phường",
      "2025",
      "Đạt / thuộc diện",
      "50,0%10/20",
      "40,0%10/25, 2 chưa có kết quả",
      "−10,0 điểm %đạt 0, xét +5 đơn vị",
      "Bản sửa thay bản trước"
    ]);
    expect(page.querySelector("#danh-sach a.traced")?.getAttribute("href")).toContain("14797");
  });
  it("figures of the province stand apart from those of communes", async () => {
    const page = await open();
    expect(page.querySelectorAll("#danh-sach tbody tr")).toHaveLength(2);
    expect(text(page.querySelector(".changes-panels tbody th"))).toBe("Thanh Hóa tỉnh");
  });
  it("lists the verdicts that flipped, duties and files", async () => {
    const page = await open();
    expect(text(page.querySelector("#ket-luan tbody tr"))).toBe(
      "Hạc Thành phường2025Đơn vị đạt tiêu chuẩnmục I.1, Kế hoạch số 60/KH-UBNDĐạtChưa đạtBản sửa thay bản trước"
    );
    expect(text(page.querySelector(".changes-others"))).toContain("1 nhiệm vụ nộp đổi tình trạng");
    expect(text(page.querySelector(".changes-others"))).toContain("2025/quang-phu.xlsx");
  });
  it("follows the address in cause and words", async () => {
    const names = (page: HTMLElement): string[] => [...page.querySelectorAll("#danh-sach tbody th")].map(text);
    expect(names(await open("?quy-tac=tep_moi"))).toEqual(["Quảng Phú phường"]);
    expect(names(await open("?tim=hac"))).toEqual(["Hạc Thành phường"]);
    expect(names(await open("?tim=x"))).toEqual([]);
  });
  it("the first edition has nothing to be compared with", async () => {
    const first = {editions: [entry("2025-11-18.1")], latest: "2025-11-18.1", compared: []};
    const page = await open("", first);
    expect(text(page.querySelector("h1"))).toBe("Đây là bản số liệu lần đầu: 2025-11-18.1");
    expect(page.querySelector("table")).toBeNull();
    const none = await open("", {editions: [], latest: null, compared: []});
    expect(text(none.querySelector("h1"))).toBe("Chưa có bản số liệu nào được lưu");
  });
  it("a damaged edition is told with what to do", async () => {
    const page = await open("", {...two, editions: [...two.editions, entry("2025-10-01.1", false)]});
    expect(text(page.querySelector(".note"))).toContain("Bản số liệu 2025-10-01.1 hỏng, không so sánh được. Chép lại");
  });
});
