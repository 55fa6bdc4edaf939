import {expect, test} from "vitest";
import {EVERY_INDICATOR} from "../../../pipelines/indicators/counts.ts";
import {indicatorMetadata} from "../../../pipelines/indicators/registry.ts";
import {ELIGIBLE, REGISTERED} from "../../../pipelines/indicators/populations.ts";

test("an indicator's id names the population it divides by", () => {
  const populations = new Map(EVERY_INDICATOR.map(({id, population}) => [id, population]));
  expect(populations.get("certified_of_eligible")).toBe(ELIGIBLE);
  expect(populations.get("certified_of_registered")).toBe(REGISTERED);
  for (const {id, measure, population} of EVERY_INDICATOR) {
    if (measure === "percent") expect(id).toMatch(/_of_(eligible|registered|classified)$/);
    else expect(population).toBe(ELIGIBLE);
  }
});

test("what the site is told survives JSON, is in NFC Vietnamese, and no id or title repeats", () => {
  const metadata = indicatorMetadata();
  expect(JSON.parse(JSON.stringify(metadata))).toEqual(metadata);
  expect(JSON.stringify(metadata)).toBe(JSON.stringify(metadata).normalize("NFC"));
  expect(new Set(metadata.map(({id}) => id)).size).toBe(metadata.length);
  expect(new Set(metadata.map(({title}) => title)).size).toBe(metadata.length);
  expect(Object.keys(metadata[0] ?? {})).not.toContain("population");
});
