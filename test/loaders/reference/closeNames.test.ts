import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {closeNames, type NameDifference} from "../../../loaders/reference/closeNames.ts";

describe("names that may be one unit's", () => {
  test.each<[string, string, readonly NameDifference[]]>([
    ["Thôn 1", "thôn 01", ["same"]],
    ["Thôn Hoà Bình", "Thôn Hòa Bình", ["same"]],
    ["Thôn Đông Hải", "Thôn ĐôngHải", ["spacing"]],
    ["Thôn Hòa Bình", "Thôn Hoa Binh", ["accents"]],
    ["Thôn Một", "Thôn 1", ["number"]],
    ["Thôn Mười Hai", "Thôn 12", ["number"]],
    ["Thôn Hai Mươi Mốt", "Thôn 21", ["number"]],
    ["Thôn III", "Thôn 3", ["number"]],
    ["Tổ dân phố số 3", "Tổ dân phố 3", ["kind"]],
    ["Thôn Trung Sơn", "Tổ dân phố Trung Sơn", ["kind"]],
    ["Trung Sơn", "KDC Trung Sơn", ["kind"]],
    ["Thôn Một", "TDP 1", ["number", "kind"]],
    ["Trường THCS Lê Lợi", "Trường Trung học cơ sở Lê Lợi", ["abbreviation"]],
    ["HTX DVNN Định Hưng", "Hợp tác xã Dịch vụ nông nghiệp Định Hưng", ["abbreviation"]],
    ["Trạm Y tế Hàm Rồng", "Trạm Y tế phường Hàm Rồng", ["kind"]],
    ["Thôn Quang Thành", "Thôn Quang Thanhh", ["letters"]],
    ["Công ty TNHH Sao Mai", "Công ty TNHH Sao Mia", ["letters"]]
  ])("“%s” and “%s”: %j", (a, b, differences) => {
    const found = closeNames(a, b);
    expect([...(found?.differences ?? [])].sort()).toEqual([...differences].sort());
    expect(found?.score).toBeGreaterThan(0.7);
  });

  test.each([
    ["Thôn 1", "Thôn 2"],
    ["Thôn Một", "Thôn 11"],
    ["Thôn 1", "Thôn 1A"],
    ["Khu A", "Khu B"],
    ["Thôn Bắc Sơn", "Thôn Nam Sơn"],
    ["Thôn Thượng", "Thôn Hạ"],
    ["Thôn Trung Sơn", "Thôn Sơn"],
    ["Thôn Đông Sơn", "Thôn Tây Sơn"],
    ["Thôn Yên", "Thôn Tân"],
    ["Thôn Hải Yến", "Thôn Vinh Sơn"],
    ["Văn phòng HĐND và UBND huyện Bắc Quang", "Văn phòng HĐND và UBND xã Bắc Quang"],
    ["Trường Tiểu học Lê Lợi", "Trường THCS Lê Lợi"],
    ["Thôn", "Bản"]
  ])("“%s” is not “%s”", (a, b) => {
    expect(closeNames(a, b)).toBeNull();
  });

  test("the nearer, the higher", () => {
    const score = (a: string, b: string): number => closeNames(a, b)?.score ?? 0;
    const scores = [
      score("Thôn 1", "Thôn 01"),
      score("Thôn Một", "Thôn 1"),
      score("Thôn Sơn Hải", "Thon Son Hai"),
      score("Thôn Sơn Hải", "Bản Sơn Hải"),
      score("Thôn Sơn Hải", "Bản Sơn Hải A B")
    ];
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores[0]).toBe(1);
  });

  test("is symmetric, sees every name as itself, and never joins two numbers", () => {
    const word = fc.constantFrom(
      "Thôn",
      "Bản",
      "Đông",
      "Sơn",
      "Hòa",
      "Một",
      "12",
      "III",
      "THCS",
      "xã",
      "A",
      "Quang",
      "Thành"
    );
    const name = fc.array(word, {minLength: 1, maxLength: 5}).map((words) => words.join(" "));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(closeNames(a, b)).toEqual(closeNames(b, a));
        expect(closeNames(a, a)?.score).toBe(1);
      })
    );
    fc.assert(
      fc.property(fc.integer({min: 1, max: 99}), fc.integer({min: 1, max: 99}), (m, n) => {
        expect(closeNames(`Thôn ${m}`, `Tổ dân phố ${n}`) !== null).toBe(m === n);
      })
    );
  });
});
