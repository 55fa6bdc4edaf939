import process from "node:process";
import {browserBundle} from "./browserBundle.ts";

/** The code that makes forms, as one script: the page Biểu mẫu loads it when someone asks for a form, and makes the file on their machine. */
process.stdout.write(await browserBundle("loaders/template/makeTemplate.ts"));
