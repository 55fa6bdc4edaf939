import {describe, expect, it} from "vitest";
import {parseUrlState, type UrlState} from "../../../../src/components/urlState.ts";
import {
  compareClosing,
  funnelView,
  namedRates,
  rankingRows,
  stripRows
} from "../../../../src/views/compare/compareCharts.ts";
import {pickedView} from "../../../../src/views/compare/comparePicked.ts";
import {
  compareState,
  compareYearOf,
  FIRST_ORDER,
  linkOfOrder,
  togglePicked
} from "../../../../src/views/compare/compareState.ts";
import {compareView, type CompareView} from "../../../../src/views/compare/compareView.ts";
import {SMALL_COMPARE, SMALL_YEAR, smallView} from "../../smallCompare.ts";

const names = (view: CompareView): string[] => view.rows.ranked.map(({name}) => name);
const rankOf = (view: CompareView, name: string): number | null | undefined =>
  [...view.rows.ranked, ...view.rows.others].find((row) => row.name === name)?.rank;
const stateOf = (link: UrlState): ReturnType<typeof compareState> => compareState(SMALL_COMPARE, SMALL_YEAR, link);

describe("the order of the grid", () => {
  it("opens with the most units to go; equal gaps share a rank and the next one is skipped", () => {
    const view = smallView();
    expect(names(view)).toEqual(["An Bình", "Ba Đình", "Cẩm Tú", "Đông Hải", "Hà Long"]);
    expect([rankOf(view, "An Bình"), rankOf(view, "Ba Đình")]).toEqual([1, 1]);
  });
  it("gives no rank under five units, and none to a commune that needs nothing", () => {
    const view = smallView();
    expect(rankOf(view, "Cẩm Tú")).toBeNull();
    expect(rankOf(view, "Hà Long")).toBeNull();
  });
  it("by rate, ranks the best first whatever the way of the order", () => {
    const rising = smallView({xep: "ty-le"});
    expect(names(rising)).toEqual(["Cẩm Tú", "An Bình", "Ba Đình", "Đông Hải", "Hà Long"]);
    expect([
      rankOf(rising, "Hà Long"),
      rankOf(rising, "Đông Hải"),
      rankOf(rising, "An Bình"),
      rankOf(rising, "Ba Đình")
    ]).toEqual([1, 2, 3, 3]);
    expect(names(smallView({xep: "-ty-le"}))[0]).toBe("Hà Long");
  });
  it("by another column, puts communes without a figure there last, both ways", () => {
    for (const xep of ["khu_dan_cu", "-khu_dan_cu"]) {
      const view = smallView({xep, "ke-hoach": "tt124-2021"});
      expect(names(view)).toHaveLength(5);
    }
    expect(names(smallView({xep: "S2-02"}))[0]).toBe("An Bình");
  });
  it("by name, in the Vietnamese alphabet: Đ follows D, not Z", () => {
    expect(names(smallView({xep: "ten"}))).toEqual(["An Bình", "Ba Đình", "Cẩm Tú", "Đông Hải", "Hà Long"]);
  });
});

describe("what is missing", () => {
  it("is not zero: a silent commune has no rate, no gap and no rank", () => {
    const view = smallView();
    const silent = view.rows.others.find(({name}) => name === "Im Lặng");
    expect(silent?.subject).toMatchObject({state: "missing", needed: null, v: 35});
    expect(silent?.expected).toBe(35);
    expect(silent?.rank).toBeNull();
  });
  it("of one that is mostly unreported stays missing though one unit of one is certified", () => {
    const half = smallView().rows.others.find(({name}) => name === "Nửa Vời");
    expect(half?.subject.state).toBe("missing");
  });
  it("differs from having no unit of the kind", () => {
    expect(smallView().rows.others.find(({name}) => name === "Trống Không")?.subject.state).toBe("none");
  });
  it("counts in no sentence", () => {
    const view = smallView();
    expect(view.gridTitle).toBe("3 xã, phường còn dưới 80% và cần thêm 16 đơn vị");
    expect(view.title).toBe("2 xã cần thêm nhiều nhất, mỗi nơi 6 đơn vị để lên 80%");
  });
  it("is a gap in the years, not a fall to zero", () => {
    const silent = smallView().rows.others.find(({name}) => name === "Im Lặng");
    expect(silent?.trend).toEqual([{n: 3, d: 30}, null, null]);
  });
});

describe("a commune's own certificate", () => {
  it("is a verdict of one unit; not looked at yet is not refused", () => {
    const own = Object.fromEntries(smallView().rows.compared.map(({name, own: verdict}) => [name, verdict]));
    expect(own).toMatchObject({
      "An Bình": "dat",
      "Ba Đình": "chua_dat",
      "Cẩm Tú": "chua_ket_luan",
      "Im Lặng": "thieu_so_lieu"
    });
  });
  it("is not told of years before the merger, when it was each former commune's", () => {
    const before = {...SMALL_YEAR, year: 2024};
    const view = compareView(SMALL_COMPARE, before, compareState(SMALL_COMPARE, before, {}));
    expect(view.rows.compared.map(({own}) => own)).toEqual(SMALL_COMPARE.communes.map(() => null));
  });
});

describe("the filters", () => {
  it("leave communes of one type, and rank among them alone", () => {
    const view = smallView({"loai-xa": "phuong", xep: "ty-le"});
    expect(names(view)).toEqual(["Ba Đình", "Hà Long"]);
    expect(rankOf(view, "Ba Đình")).toBe(2);
  });
  it("leave a group people settled, told in the measure", () => {
    const view = smallView({nhom: "n-vung-bien"});
    expect(names(view)).toEqual(["Đông Hải", "Hà Long"]);
    expect(view.measure).toContain("nhóm Vùng biển");
  });
  it("make groups of one type and size, whose bounds stand in the words", () => {
    const made = smallView().groups.filter(({isOwn}) => !isOwn);
    expect(made.map(({words}) => words)).toContain("xã, dưới 20 đơn vị");
    const places = made.flatMap((group) => [...group.places]);
    expect(new Set(places).size).toBe(places.length);
    expect(places).not.toContain(7);
  });
  it("search by name without accents, and leave ranks and sentences as they are", () => {
    const view = smallView({tim: "dong"});
    expect(names(view)).toEqual(["Đông Hải"]);
    expect(view.gridTitle).toBe(smallView().gridTitle);
  });
  it("by managing level count again what that level manages, and give no verdict", () => {
    const view = smallView({cap: "xa"});
    expect(view.rows.ranked.find(({name}) => name === "Đông Hải")?.subject).toMatchObject({
      n: 50,
      d: 60,
      needed: 0,
      verdict: null
    });
    expect(view.subtitle).toContain("văn bản không giao riêng phần này");
    expect(view.home).toBeNull();
  });
  it("by unit type ask for the target's level, to compare only", () => {
    const view = smallView({loai: "khu_dan_cu"});
    expect(view.rows.ranked.find(({name}) => name === "An Bình")?.subject).toMatchObject({
      n: 8,
      d: 12,
      needed: 2,
      verdict: null
    });
  });
});

describe("a clause that asks for a number", () => {
  const view = smallView({"ke-hoach": "tt124-2021", "chi-tieu": "TT124-03", xep: "-TT124-03"});
  it("orders by the number and takes what is needed from the tables", () => {
    expect(view.rows.ranked.map(({name, subject}) => [name, subject.n, subject.needed])).toEqual([
      ["Đông Hải", 3, 0],
      ["An Bình", 2, 0],
      ["Ba Đình", 1, 0],
      ["Cẩm Tú", 0, 1]
    ]);
    expect(view.title).toBe("3 trong 4 xã có ít nhất 1 mô hình hiệu quả");
  });
  it("leaves undecided communes out of the count", () => {
    expect(view.rows.others.map(({name}) => name)).toContain("Hà Long");
  });
});

describe("the state of a link", () => {
  it.each([
    {nam: "1999"},
    {"ke-hoach": "khong-co"},
    {"chi-tieu": "S9-99"},
    {"loai-xa": "thi_tran"},
    {cap: "trung_uong"},
    {loai: "lang"},
    {xep: "-la-gi"},
    {chon: "99999,abc"},
    {nhom: "n-khong"}
  ] as UrlState[])("falls back quietly where the data do not know it: %o", (link) => {
    expect(stateOf(link)).toEqual(stateOf({}));
    expect(compareYearOf(SMALL_COMPARE, link)).toBe(2025);
  });
  it("keeps an order through a link", () => {
    for (const xep of ["can-them", "-ty-le", "S2-02", "-khu_dan_cu", "ten"]) {
      expect(linkOfOrder(stateOf({xep}).order)).toBe(xep);
    }
    expect(linkOfOrder(FIRST_ORDER)).toBeUndefined();
  });
  it("holds at most six communes, each once, in the order they were chosen", () => {
    const chon = "10005,10001,10001,10002,10003,10004,10006,10007";
    expect(stateOf(parseUrlState(`?chon=${chon}`)).picked).toEqual([
      "10005",
      "10001",
      "10002",
      "10003",
      "10004",
      "10006"
    ]);
    expect(togglePicked(["10001"], "10002")).toEqual(["10001", "10002"]);
    expect(togglePicked(["10001", "10002"], "10001")).toEqual(["10002"]);
    expect(togglePicked(["1", "2", "3", "4", "5", "6"], "7")).toHaveLength(6);
  });
  it("offers the governing plan first and the norm after it", () => {
    expect(stateOf({}).planId).toBe("thanh-hoa-2025");
    expect(stateOf({"ke-hoach": "tt124-2021"}).targetId).toBe("TT124-02");
  });
});

describe("the charts", () => {
  const view = smallView({chon: "10001,10005"});
  const rows = view.rows.compared;
  const goal = view.columns.subject.goal;
  if (!goal) throw new Error("the subject has a level");

  it("of the strip leave out communes under five units, and say how many", () => {
    const [first] = stripRows(rows, view.columns);
    expect(first?.dots.map(({name}) => name)).toEqual(["An Bình", "Ba Đình", "Đông Hải", "Hà Long"]);
    expect(first).toMatchObject({small: 1, median: 65});
  });
  it("of the funnel colour only those outside: exactly on the level is inside", () => {
    const {points, farBelow} = funnelView(rows, goal);
    const sides = Object.fromEntries(points.map(({name, side}) => [name, side]));
    expect(sides).toMatchObject({"Đông Hải": "inside", "An Bình": "below", "Ba Đình": "below"});
    expect(farBelow).toBe(0);
    // P(R ≤ 6) of 20 at 80 % is 0.0000018, far under the 0.001 of the wider band.
    const worse = rows.map((row) => (row.name === "An Bình" ? {...row, subject: {...row.subject, n: 6}} : row));
    expect(funnelView(worse, goal).farBelow).toBe(1);
    expect(points.map(({name}) => name)).not.toContain("Im Lặng");
  });
  it("of the ranking say who shares a place and between which places chance would leave it", () => {
    const ranking = rankingRows(rows, goal);
    expect(ranking.map(({name, rank, ties}) => [name, rank, ties])).toEqual([
      ["Hà Long", 1, 1],
      ["Đông Hải", 2, 1],
      ["An Bình", 3, 2],
      ["Ba Đình", 3, 2],
      ["Cẩm Tú", null, 1]
    ]);
    expect(ranking[0]?.places).toEqual({best: 1, worst: 1});
    expect(ranking[2]?.places).toEqual({best: 3, worst: 4});
    expect(ranking[4]?.places).toBeNull();
  });
  it("of the closing list cut it where the province's gap closes, only with every commune on it", () => {
    const whole = compareClosing(rows, goal, {home: view.home, area: "toàn tỉnh"});
    expect(whole.data).toMatchObject({cut: 2, cut_words: "Đủ 12 đơn vị, toàn tỉnh lên 80%"});
    expect(whole.data.rows.map(({name, units_needed}) => [name, units_needed])).toEqual([
      ["An Bình", 6],
      ["Ba Đình", 6],
      ["Cẩm Tú", 4]
    ]);
    const some = smallView({"loai-xa": "xa"});
    expect(compareClosing(some.rows.compared, goal, {home: some.home, area: "toàn tỉnh"}).data.cut).toBeNull();
  });
  it("beside each other tell differences in points and in units, fractions apart", () => {
    const {communes, lines} = pickedView(view, rows);
    expect(communes.map(({name}) => name)).toEqual(["An Bình", "Hà Long"]);
    expect(lines[0]).toMatchObject({points: 50, units: 6});
    const co_quan = lines.find(({column}) => column.id === "co_quan");
    expect(co_quan).toMatchObject({points: null, units: null});
    expect(namedRates(communes)).toHaveLength(2);
  });
});
