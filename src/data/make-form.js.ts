import {browserBundle} from "./browserBundle.ts";
import {print} from "./print.ts";

/** The code that makes forms, as one script: the page Biểu mẫu loads it when someone asks for a form, and makes the file on their machine. */
print(await browserBundle("loaders/template/makeTemplate.ts"));
