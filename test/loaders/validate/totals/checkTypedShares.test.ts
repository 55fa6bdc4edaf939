import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {isShareOf, typedShares} from "../../../../loaders/validate/totals/typedShare.ts";
import {cell, found, percent, read, sheet, type Value} from "../build.ts";

const grid = (head: string, share: Value, counts: Value[] = [284, 284, 252]): Value[][] => [
  ["BIỂU TỔNG HỢP HUYỆN BẮC QUANG, TỈNH HÀ GIANG NĂM 2024"],
  ["STT", "Xã, thị trấn", "Cơ quan", null, null, null],
  [null, null, "Tổng số", "Đăng ký", "Đạt", head],
  [1, "Xã Tân Quang", ...counts, share]
];
const told = (share: Value, head = "Tỷ lệ %", counts?: Value[]): string[] =>
  found(read(sheet("Tổng hợp", grid(head, share, counts), ["C2:F2"]))).filter((text) => text.startsWith("typed_share"));

describe("a percentage typed beside its counts", () => {
  test.each<[Value, boolean]>([
    ["88,73 %", false],
    ["88,73%", false],
    ["88.73", false],
    [88.73, false],
    ["88,7", false],
    ["89%", false],
    [percent(0.8873), false],
    [percent(252 / 284), false],
    [percent(0.89), false],
    ["88,74 %", true],
    ["88%", true],
    ["98,73 %", true],
    [percent(0.9873), true],
    ["trên 88%", false],
    ["252/284", false],
    [null, false]
  ])("252 of 284 as %j", (share, isTold) => {
    expect(told(share)).toEqual(isTold ? ["typed_share_differs F4"] : []);
  });

  test("may be of the registered or of the total, as the column does not say", () => {
    expect(told("80%", "Tỷ lệ %", [100, 90, 72])).toEqual([]);
    expect(told("72%", "Tỷ lệ %", [100, 90, 72])).toEqual([]);
    expect(told("90%", "Tỷ lệ %", [100, 90, 72])).toEqual(["typed_share_differs F4"]);
    expect(told("90%", "Tỷ lệ đăng ký", [100, 90, 72])).toEqual([]);
    expect(told("10%", "Tỷ lệ chưa đạt", [100, 90, 72])).toEqual([]);
  });

  test("says the percentage again from its counts", () => {
    const {issues} = read(sheet("Tổng hợp", grid("Tỷ lệ %", "98,73 %"), ["C2:F2"]));
    expect(issues).toMatchObject([
      {
        rule: "typed_share_differs",
        severity: "warning",
        message: "Cột “Cơ quan > Tỷ lệ %”: ghi 98,73 %, tính lại được 88,73% (252/284)."
      }
    ]);
  });

  test("is not judged without its counts, or over nothing", () => {
    expect(told("50%", "Tỷ lệ %", [null, null, 3])).toEqual([]);
    expect(told("100%", "Tỷ lệ %", [0, 0, 0])).toEqual([]);
  });

  test("in a total row is of the total's own counts", () => {
    const rows = [
      ...grid("Tỷ lệ %", "88,73"),
      [2, "Xã Tân Lập", 16, 16, 8, "50"],
      ["Tổng cộng", null, 300, 300, 260, "86,66"]
    ];
    const told = found(read(sheet("Tổng hợp", rows, ["C2:F2"])));
    expect(told).toEqual(["typed_share_differs F6"]);
  });

  test("“Khá trở lên” is of Xuất sắc and Khá together, of the classified or of all", () => {
    const rows = (share: string): Value[][] => [
      ["BIỂU TỔNG HỢP KHU DÂN CƯ HUYỆN BẮC QUANG, TỈNH HÀ GIANG NĂM 2024"],
      ["STT", "Xã", "Loại hình", "Tổng số", "Đăng ký", "Xuất sắc", "Khá", "Trung bình", "Yếu", "Tỷ lệ khá trở lên"],
      [1, "Xã Tân Quang", "KDC", 10, 10, 2, 5, 1, 0, share]
    ];
    const of = (share: string) => found(read(sheet("Tổng hợp", rows(share))));
    expect(of("87,5%")).not.toContain("typed_share_differs J3");
    expect(of("70%")).not.toContain("typed_share_differs J3");
    expect(of("50%")).toContain("typed_share_differs J3");
  });
});

describe("rounding half up to the decimals typed, in whole numbers", () => {
  test("1 of 8 is 12,5 and 13, never 12", () => {
    const is = (text: string): boolean => typedShares(cell(text)).some((share) => isShareOf(share, 1, 8));
    expect([is("12,5"), is("12,50 %"), is("13%"), is("12%")]).toEqual([true, true, true, false]);
  });

  test("what is written to any number of decimals is recognised, and nothing one unit beside it", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 5000}),
        fc.nat(5000),
        fc.integer({min: 0, max: 4}),
        (whole, part, decimals) => {
          const n = Math.min(part, whole);
          const scale = 10n ** BigInt(decimals);
          const digits = (2n * BigInt(n) * 100n * scale + BigInt(whole)) / (2n * BigInt(whole));
          const text = (value: bigint): string =>
            `${value / scale},${(value % scale).toString().padStart(decimals, "0")}`.replace(
              /,0?$/,
              decimals === 0 ? "" : "$&"
            );
          const shares = typedShares(cell(`${text(digits)} %`));
          expect(shares.some((share) => isShareOf(share, n, whole))).toBe(true);
          const beside = typedShares(cell(`${text(digits + 1n)} %`));
          expect(beside.some((share) => isShareOf(share, n, whole))).toBe(false);
        }
      )
    );
  });
});
