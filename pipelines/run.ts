import {runCompiled} from "../loaders/compiled.ts";

/** `npm run pipeline`: see command.ts. */
await runCompiled(new URL("./command.ts", import.meta.url));
