import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {SEVERITIES} from "../../../loaders/vocabulary.ts";
import {CHECKS} from "../../../pipelines/checks/allChecks.ts";
import {ALL_RULES} from "../../../pipelines/checks/allRules.ts";

describe("the list of all rules", () => {
  test.each(ALL_RULES.map((rule) => [`${rule.id} (${rule.severity})`, rule] as const))(
    "%s has an id, a known severity and a Vietnamese title",
    (_, {id, severity, title}) => {
      expect(id).toMatch(/^[a-z][a-z0-9_]+$/);
      expect(severity in SEVERITIES).toBe(true);
      expect(title).toBe(title.normalize("NFC"));
      expect(title).toMatch(/^(?:\p{Lu}|receipts\.csv )/u);
    }
  );

  test("an id stands once for each severity, always with the same title", () => {
    const keys = ALL_RULES.map(({id, severity}) => `${id} ${severity}`);
    expect(new Set(keys).size).toBe(keys.length);
    const titles = new Map<string, string>();
    for (const {id, title} of ALL_RULES) {
      expect(titles.get(id) ?? title, id).toBe(title);
      titles.set(id, title);
    }
  });

  test("holds every rule that the code of the loaders names outside the rules themselves", () => {
    const known = new Set(ALL_RULES.map(({id}) => id));
    const named = [...sources("loaders/read"), ...sources("loaders/submissions")].flatMap((text) =>
      [...text.matchAll(/\brule: "(\w+)"/g)].map(([, id]) => id ?? "")
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  test("every check says what to do, beginning with a capital and ending with a full stop", () => {
    for (const {remedy, rule} of CHECKS) expect(remedy, rule.id).toMatch(/^\p{Lu}.*\.$/su);
  });
});

function sources(folder: string): string[] {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".ts"));
  return files.map((file) => readFileSync(join(folder, file), "utf8"));
}
