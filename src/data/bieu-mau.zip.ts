import {strToU8, zipSync} from "fflate";
import {ownerFills} from "./queries/formsBook.ts";
import {templateSources} from "./queries/templateSources.ts";
import {siteWorkspace, withWarehouseIfAny} from "./warehouse.ts";
import {print} from "./print.ts";

/** One JSON file of fills per owner of forms, `<key>.json`: the page fetches the one that is asked for. None in a public edition. */
const {home, publication} = siteWorkspace().settings;
const owners =
  publication === "internal"
    ? await withWarehouseIfAny(async (db, workspace) => ownerFills(await templateSources(db, workspace), home))
    : [];
const files = Object.fromEntries(
  owners.map(({owner, fills}) => [`${owner.key}.json`, strToU8(JSON.stringify(fills))] as const)
);
print(zipSync(files, {level: 0, mtime: new Date(1980, 0, 1)}));
