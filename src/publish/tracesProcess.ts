import process from "node:process";
import {writeTraces} from "./writeTraces.ts";

/** `writeTraces` as a process of its own: arguments are the folder written into and the data folder. */
const [, , out, dataDir] = process.argv;
if (out === undefined || dataDir === undefined) throw new Error("folders are missing");
await writeTraces(out, {dataDir});
