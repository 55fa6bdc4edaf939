import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {siteWorkspace} from "./warehouse.ts";
import {print} from "./print.ts";

/** The map the pipeline made of the home area; null before the pipeline has run. */
const file = join(siteWorkspace().build, "map.json");
print(existsSync(file) ? readFileSync(file, "utf8") : "null");
