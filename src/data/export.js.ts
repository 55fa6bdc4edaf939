import {browserBundle} from "./browserBundle.ts";
import {print} from "./print.ts";

/** The code that makes pictures and files of charts and tables, as one script: a page loads it at the first click on "Tải về". */
print(await browserBundle("src/components/export/exporter.ts"));
