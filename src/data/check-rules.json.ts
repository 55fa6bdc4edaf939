import process from "node:process";
import {checkRules} from "./queries/checkRules.ts";
import {siteWorkspace} from "./warehouse.ts";

process.stdout.write(JSON.stringify(checkRules(siteWorkspace())));
