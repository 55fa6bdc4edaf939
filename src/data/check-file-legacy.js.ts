import process from "node:process";
import {browserBundle} from "./browserBundle.ts";

/** The reader of .xls files with the library it needs, as a script that the Worker of Kiểm tra tệp imports when such a file is dropped. */
process.stdout.write(await browserBundle("loaders/checkFile/legacyReader.ts"));
