import {describe, expect, it} from "vitest";
import {closingList} from "../../../src/components/closingList.ts";
import {completenessCard} from "../../../src/components/completenessCard.ts";
import {verdictCard} from "../../../src/components/verdictCard.ts";
import {overviewView} from "../../../src/views/overviewView.ts";
import {smallOverview} from "../views/smallOverview.ts";

const view = overviewView(smallOverview(), {year: 2025, group: "all", boundary: "current"});
const cards = view.cards.map(verdictCard);

describe("a verdict card", () => {
  it("shows verdict in words, figure, gap, clause with its link, and the fraction", () => {
    const [card] = cards;
    expect(card?.querySelector(".verdict")?.textContent).toBe("Chưa đạt");
    expect(card?.querySelector(".card-figure")?.textContent).toBe("70,0%");
    expect(card?.querySelector(".card-gap strong")?.textContent).toBe("Thiếu 10 đơn vị");
    expect(card?.querySelector(".card-foot a")?.getAttribute("href")).toBe("./ke-hoach#S2-01");
    expect(card?.querySelector(".card-fraction")?.textContent).toBe("70/100");
  });
  it("says the range once everyone has reported", () => {
    expect(cards[0]?.querySelector(".rail")?.getAttribute("aria-label")).toBe(
      "70,0%, chỉ tiêu từ 80%, có thể 58,3–75,0% khi đủ 4 xã"
    );
  });
  it("counts models in models, without a percent sign", () => {
    expect(cards[2]?.querySelector(".card-figure")?.textContent).toBe("3");
    expect(cards[2]?.querySelector(".card-gap")?.textContent).toContain("Vượt 2 mô hình");
  });
  it("has one bold figure only and a dash where nothing is known", () => {
    const [data] = view.cards;
    if (!data) throw new Error("no card");
    const empty = verdictCard({...data, numerator: null, denominator: null, verdict: "thieu_so_lieu"});
    expect(empty.querySelectorAll(".card-figure")).toHaveLength(1);
    expect(empty.querySelector(".card-figure")?.textContent).toBe("–");
  });
});

describe("the completeness card", () => {
  it("has one bar whose parts sum to all who had to report", () => {
    const card = completenessCard(view.completeness);
    expect(card.querySelector(".card-figure")?.textContent).toBe("3/4");
    expect([...card.querySelectorAll(".parts-words li")].map((item) => item.textContent)).toEqual([
      "Đúng hạn 2",
      "Trễ 1",
      "Chưa nộp 1"
    ]);
    const parts = [...card.querySelectorAll<HTMLElement>(".parts-track > span")].map((part) =>
      Number(part.style.flexGrow)
    );
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(4);
    expect(card.querySelectorAll(".parts-track .hatched")).toHaveLength(1);
    expect(card.querySelector(".tag")?.textContent).toBe("Sơ bộ");
  });
  it("speaks of no lateness where no deadline is known, and needs no tag when final", () => {
    const card = completenessCard({...view.completeness, has_deadline: false, stage: "chinh_thuc"});
    expect(card.querySelector(".parts-words li")?.textContent).toBe("Đã nộp 2");
    expect(card.querySelector(".tag")).toBeNull();
  });
});

describe("the closing list", () => {
  const draw = (limit?: number): HTMLElement =>
    closingList(view.closing.data, {caption: view.closing.title, ...(limit === undefined ? {} : {limit})});
  it("runs a total and cuts the list where the gap closes", () => {
    const rows = [...draw().querySelectorAll("tbody tr")];
    expect(rows.map((row) => row.className)).toEqual(["is-enough", "closing-cut", ""]);
    expect(rows.map((row) => [...row.querySelectorAll(".num")].map((cell) => cell.textContent))).toEqual([
      ["12", "50,0%"],
      [],
      ["16", "62,5%"]
    ]);
    expect(rows[1]?.textContent).toBe("Đủ 12 đơn vị, toàn tỉnh lên 80%");
  });
  it("leads to the page of each commune", () => {
    expect(draw().querySelector("th a")?.getAttribute("href")).toBe("./xa?ma=101");
  });
  it("says what the rest still need, and shows them on request", () => {
    const list = draw(1);
    expect(list.querySelector(".closing-rest")?.textContent).toBe(
      "Còn 1 xã dưới 80%, cần thêm 4 đơn vị. Xem cả danh sách"
    );
    list.querySelector<HTMLButtonElement>(".closing-rest button")?.click();
    expect(list.querySelectorAll("tbody th")).toHaveLength(2);
    expect(list.querySelector<HTMLElement>(".closing-rest")?.hidden).toBe(true);
  });
  it("looks as it did", async () => {
    await expect(draw().outerHTML.replaceAll("><", ">\n<")).toMatchFileSnapshot("../../output/closingList.html.snap");
  });
});
