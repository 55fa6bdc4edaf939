import {existsSync} from "node:fs";
import {readdir, readFile, rm} from "node:fs/promises";
import {join, relative} from "node:path";
import {demoFilesOf} from "./files/receipts.ts";

/**
 * Makes room in a folder of submissions: an earlier demo, known by its receipts, is removed file by file.
 * @throws Error when the folder holds anything else: nobody's own files are mixed with simulated ones, nor overwritten.
 */
export async function clearDemo(directory: string): Promise<void> {
  if (!existsSync(directory)) return;
  const receipts = join(directory, "receipts.csv");
  const earlier = existsSync(receipts) ? demoFilesOf(await readFile(receipts, "utf8")) : [];
  const ofDemo = new Set(["receipts.csv", ...(earlier ?? [])]);
  const entries = await readdir(directory, {recursive: true, withFileTypes: true});
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  const isOfDemo = (file: string): boolean => earlier !== null && ofDemo.has(file.normalize("NFC"));
  const foreign = files.find((file) => !isOfDemo(file));
  if (foreign !== undefined)
    throw new Error(
      `${directory} có tệp không phải số liệu mô phỏng: ${foreign}. Chọn thư mục khác bằng --data, hoặc chuyển các tệp ấy đi.`
    );
  for (const file of files) await rm(join(directory, file));
}
