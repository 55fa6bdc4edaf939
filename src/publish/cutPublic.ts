import {existsSync} from "node:fs";
import type {Workspace} from "../../loaders/workspace.ts";
import {writePublicWarehouse} from "../../pipelines/publicEdition/writePublicWarehouse.ts";

/** For a public edition cuts the warehouse down to what may be known outside, before any page reads it; nothing for an internal one. */
export async function cutPublic({settings, warehouse, shownWarehouse}: Workspace): Promise<void> {
  if (settings.publication === "public" && existsSync(warehouse)) await writePublicWarehouse(warehouse, shownWarehouse);
}
