import {readLegacy} from "../read/readLegacy.ts";
import {validateWorkbook} from "../validate/validateWorkbook.ts";
import {serveReader} from "./serveReader.ts";

serveReader(validateWorkbook, readLegacy);
