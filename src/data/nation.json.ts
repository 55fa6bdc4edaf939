import process from "node:process";
import {readRegister} from "../../loaders/reference/readRegister.ts";
import {nationMap} from "../../pipelines/geography/nation/writeNation.ts";
import {siteWorkspace} from "./warehouse.ts";

/** The map of the country; null where the register holds only a part of it. */
const workspace = siteWorkspace();
process.stdout.write(JSON.stringify(nationMap(workspace, readRegister(workspace.reference))));
