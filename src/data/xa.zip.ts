import {communeProfiles} from "./queries/communeProfiles.ts";
import {withWarehouse, writeArchive} from "./warehouse.ts";

/** One JSON file per present commune with figures, `<code>.json`: the page fetches the one it shows. */
const profiles = await withWarehouse((db, {settings}) =>
  communeProfiles(db, {withUnits: settings.publication === "internal"})
);
writeArchive(Object.fromEntries(profiles.map((profile) => [`${profile.code}.json`, profile])));
