import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {expect, it} from "vitest";
import {packRegister, unpackRegister} from "../../../loaders/reference/packRegister.ts";
import {readRegister} from "../../../loaders/reference/readRegister.ts";

const register = readRegister(join(import.meta.dirname, "..", "..", "..", "data", "reference"));

it("the whole register comes back, but for areas, centres and clauses", () => {
  const again = unpackRegister(JSON.parse(JSON.stringify(packRegister(register))) as never);
  expect(again.communes).toEqual(
    register.communes.map((commune) => ({...commune, area_km2: null, longitude: null, latitude: null}))
  );
  expect(again.lineage).toEqual(register.lineage.map((edge) => ({...edge, clause: ""})));
  expect([again.provinces, again.districts, again.aliases]).toEqual([
    register.provinces,
    register.districts,
    register.aliases
  ]);
});

it("an empty register stays empty", () => {
  const empty = {provinces: [], districts: [], communes: [], lineage: [], aliases: []};
  expect(unpackRegister(packRegister(empty))).toEqual(empty);
});

it("is sent in less than 90 kB", () => {
  expect(gzipSync(JSON.stringify(packRegister(register)), {level: 9}).length).toBeLessThan(90_000);
});
