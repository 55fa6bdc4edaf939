import {describe, expect, test} from "vitest";
import {ALL_RULES} from "../../../loaders/validate/rules/allRules.ts";
import {SEVERITIES} from "../../../loaders/vocabulary.ts";

const VERBS = ["Ghi", "Chọn", "Bỏ", "Dùng", "Giữ", "Kiểm tra", "Đánh dấu", "Mở", "Đối chiếu", "Sửa"];
const FOUND = {header: "Cột", text: "x", detail: "1?"};

describe.each(ALL_RULES.map((rule) => [rule.id, rule] as const))(
  "the rule %s",
  (id, {severity, title, message, remedy}) => {
    test("has an id, a severity and a name", () => {
      expect(id).toMatch(/^[a-z][a-z0-9_]+$/);
      expect(severity in SEVERITIES).toBe(true);
      expect(title).toBe(title.normalize("NFC"));
    });

    test("says what was found in whole sentences, and what to do beginning with a verb", () => {
      for (const found of [FOUND, {header: "", text: ""}]) {
        expect(message(found)).toMatch(/^[\p{Lu}“].*[.?]$/su);
        const advice = remedy(found);
        expect(advice).toMatch(/\.$/);
        expect(VERBS.some((verb) => advice.startsWith(`${verb} `))).toBe(true);
      }
    });
  }
);

test("an id means one check: where it stands twice, only the severity differs", () => {
  const titles = new Map<string, string>();
  for (const {id, title, severity} of ALL_RULES) {
    expect(titles.get(id) ?? title).toBe(title);
    expect(ALL_RULES.filter((rule) => rule.id === id && rule.severity === severity)).toHaveLength(1);
    titles.set(id, title);
  }
});
