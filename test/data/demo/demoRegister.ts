import {join} from "node:path";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import {type Register} from "../../../loaders/reference/register.ts";

/** The repository's own register of areas: the demo stands on real communes. */
export const register: Register = readRegister(join(import.meta.dirname, "../../../data/reference"));
