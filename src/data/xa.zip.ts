import process from "node:process";
import {strToU8, zipSync} from "fflate";
import {communeProfiles} from "./queries/communeProfiles.ts";
import {withWarehouse} from "./warehouse.ts";

/** One JSON file per present commune with figures, `<code>.json`: the page fetches the one it shows. */
const profiles = await withWarehouse((db, {settings}) =>
  communeProfiles(db, {withUnits: settings.publication === "internal"})
);
const files = Object.fromEntries(
  profiles.map((profile) => [`${profile.code}.json`, strToU8(JSON.stringify(profile))] as const)
);
process.stdout.write(zipSync(files, {level: 0, mtime: new Date(1980, 0, 1)}));
