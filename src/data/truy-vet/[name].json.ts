import process from "node:process";
import {parseArgs} from "node:util";
import {readForms} from "../../../loaders/submissions/readForms.ts";
import {allTraces, traceJson} from "../queries/trace/allTraces.ts";
import {withWarehouse} from "../warehouse.ts";

/** One file of the trace panel, for the live preview; the build writes them all at once (`publish/writeTraces.ts`). */
const {values} = parseArgs({options: {name: {type: "string"}}});
const files = await withWarehouse(async (db, {forms, settings}) =>
  settings.publication === "internal" ? traceJson(await allTraces(db, readForms(forms))) : []
);
const found = files.find(([name]) => name === values.name);
if (found === undefined) throw new Error(`no trace ${values.name ?? ""}`);
process.stdout.write(JSON.stringify(found[1]));
