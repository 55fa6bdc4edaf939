import {readLegacy} from "../read/readLegacy.ts";
import {readWorkbook} from "../read/readWorkbook.ts";
import {serveLines} from "./serveReader.ts";

serveLines(({bytes, context: {file}}) => [
  JSON.stringify(readWorkbook(bytes, {fileName: file, readOther: readLegacy}))
]);
