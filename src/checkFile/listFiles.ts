import {statSync} from "node:fs";
import {basename} from "node:path";
import {listSubmissionFiles} from "../../loaders/submissions/listSubmissionFiles.ts";

/** A file to check: its path as a person may type it, and its own name. */
export interface FileToCheck {
  path: string;
  name: string;
}

/**
 * The files that paths name: a file itself, a folder all that is in it, without what programs leave behind.
 * @throws Error naming the path that is not there, or the folder that holds nothing.
 */
export function listFiles(paths: readonly string[]): FileToCheck[] {
  return paths.flatMap((path) => {
    const status = statSync(path, {throwIfNoEntry: false});
    if (status === undefined) throw new Error(`Không có tệp hay thư mục "${path}". Kiểm tra lại đường dẫn.`);
    if (!status.isDirectory()) return [{path, name: basename(path).normalize("NFC")}];
    const files = listSubmissionFiles(path);
    if (files.length === 0) throw new Error(`Thư mục "${path}" không có tệp nào.`);
    return files.map((file) => ({path: file.path, name: basename(file.file)}));
  });
}
