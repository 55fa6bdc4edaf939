import {expect, test} from "vitest";
import {EVERY_INDICATOR, UNIT_INDICATORS} from "../../../pipelines/indicators/counts.ts";
import {indicatorMetadata} from "../../../pipelines/indicators/registry.ts";
import {CLASSIFIED, ELIGIBLE, REGISTERED} from "../../../pipelines/indicators/populations.ts";

test("an indicator's id names what it divides by", () => {
  const populations = {eligible: ELIGIBLE, registered: REGISTERED, classified: CLASSIFIED};
  for (const indicator of UNIT_INDICATORS) {
    const named = /_of_(eligible|registered|classified)$/.exec(indicator.id)?.[1] as
      keyof typeof populations | undefined;
    if ("outcome" in indicator && indicator.measure === "percent") expect(named, indicator.id).toBeDefined();
    expect(indicator.population, indicator.id).toBe(named === undefined ? ELIGIBLE : populations[named]);
  }
  for (const {id, measure} of EVERY_INDICATOR) expect(id).toMatch(measure === "percent" ? /_of_[a-z]+$/ : /_count$/);
});

test("what the site is told survives JSON, is in NFC Vietnamese, and no id or title repeats", () => {
  const metadata = indicatorMetadata();
  expect(JSON.parse(JSON.stringify(metadata))).toEqual(metadata);
  expect(JSON.stringify(metadata)).toBe(JSON.stringify(metadata).normalize("NFC"));
  expect(new Set(metadata.map(({id}) => id)).size).toBe(metadata.length);
  expect(new Set(metadata.map(({title}) => title)).size).toBe(metadata.length);
  expect(Object.keys(metadata[0] ?? {})).not.toContain("population");
});
