import process from "node:process";
import {browserBundle} from "./browserBundle.ts";

/** The code that makes pictures and files of charts and tables, as one script: a page loads it at the first click on "Tải về". */
process.stdout.write(await browserBundle("src/components/export/exporter.ts"));
