import type {Register} from "../reference/register.ts";
import type {Stage} from "../vocabulary.ts";
import type {Forms} from "./form.ts";

/** What the receiving desk knows of a file; see `loaders/submissions/receipts.ts`. */
export interface ReceiptFacts {
  received_date: string | null;
  sender: string | null;
  stage: Stage | null;
  commune: string | null;
  year: number | null;
}

/** What a workbook is judged by, besides its own cells. */
export interface ValidationContext {
  /** Path of the file inside `submissions`; its name may say "sơ bộ". */
  file: string;
  /** Year of the folder the file lies in; it checks the file's own year. */
  folderYear: number | null;
  receipt: ReceiptFacts | null;
  /** Present code of the workspace's own province: it decides between communes of one name where the file names no province. */
  homeProvince?: string | null;
  register: Register;
  forms: Forms;
}
