import {browserBundle} from "./browserBundle.ts";
import {print} from "./print.ts";

/** The reader of .xls files with the library it needs, as a script that the Worker of Kiểm tra tệp imports when such a file is dropped. */
print(await browserBundle("loaders/checkFile/legacyReader.ts"));
