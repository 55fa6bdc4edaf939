import {browserBundle} from "./browserBundle.ts";
import {print} from "./print.ts";

/**
 * The loader's own code as one script for the Worker of Kiểm tra tệp: `loaders/read`, `loaders/validate`, `loaders/checkFile`.
 * Pages cannot import code from outside `src`; a Worker can start what a data loader printed.
 */
print(await browserBundle("loaders/checkFile/worker.ts"));
