import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import process from "node:process";
import {siteWorkspace} from "./warehouse.ts";

/** The map the pipeline made of the home area; null before the pipeline has run. */
const file = join(siteWorkspace().build, "map.json");
process.stdout.write(existsSync(file) ? readFileSync(file, "utf8") : "null");
