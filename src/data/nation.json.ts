import {readRegister} from "../../loaders/reference/readRegister.ts";
import {nationMap} from "../../pipelines/geography/nation/writeNation.ts";
import {siteWorkspace} from "./warehouse.ts";
import {print} from "./print.ts";

/** The map of the country; null where the register holds only a part of it. */
const workspace = siteWorkspace();
print(JSON.stringify(nationMap(workspace, readRegister(workspace.reference))));
