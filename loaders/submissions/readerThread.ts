import {validateWorkbook} from "../validate/validateWorkbook.ts";
import {serveReader} from "./serveReader.ts";

serveReader(validateWorkbook);
