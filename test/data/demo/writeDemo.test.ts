import {createHash} from "node:crypto";
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {strFromU8, unzipSync} from "fflate";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type PlannedFile} from "../../../data/demo/plan/plannedFile.ts";
import {planDemo} from "../../../data/demo/plan/planDemo.ts";
import {writeDemo} from "../../../data/demo/writeDemo.ts";
import {register} from "./demoRegister.ts";

/** A small demo: the places of two other plans, the stray files and the CSV files of Thanh Hóa. */
const plan = planDemo(register, 138);
const original = plan.files.find((file) => file.kind === "copy")?.original;
const isSmall = (file: PlannedFile): boolean =>
  file.kind !== "lists" ||
  file.file === original ||
  file.format !== "xlsx" ||
  /tỉnh (Thái Nguyên|Yên Bái|Lào Cai)/u.test(file.reporter.province);

let root = "";
const folder = (name: string): string => join(root, name);

async function hashes(directory: string): Promise<Record<string, string>> {
  const names = (await readdir(directory, {recursive: true, withFileTypes: true})).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath, entry.name)).sort();
  const result: Record<string, string> = {};
  for (const path of paths)
    result[path.slice(directory.length)] = createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
  return result;
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "demo-"));
  await writeDemo(folder("first"), {seed: 138, register, only: isSmall});
  await writeDemo(folder("second"), {seed: 138, register, only: isSmall});
});
afterAll(async () => rm(root, {recursive: true, force: true}));

describe("written demo", () => {
  test("is the same to the byte each time", async () => {
    const first = await hashes(folder("first"));
    expect(Object.keys(first).length).toBeGreaterThan(15);
    expect(await hashes(folder("second"))).toEqual(first);
  });

  test("every file says that its figures are simulated, workbooks also in their properties", async () => {
    for (const file of plan.files.filter(isSmall)) {
      const bytes = new Uint8Array(await readFile(join(folder("first"), file.file)));
      const format = file.kind === "lists" ? file.format : "xlsx";
      if (file.kind === "not_a_spreadsheet") expect(strFromU8(bytes)).toContain("Số liệu mô phỏng");
      else if (format !== "xlsx")
        expect(new TextDecoder(format).decode(bytes).normalize("NFC")).toContain("Số liệu mô phỏng");
      else {
        const parts = unzipSync(bytes);
        expect(strFromU8(parts["xl/sharedStrings.xml"] ?? new Uint8Array())).toContain("Số liệu mô phỏng");
        expect(strFromU8(parts["docProps/core.xml"] ?? new Uint8Array())).toContain("<dc:subject>Số liệu mô phỏng");
      }
    }
  });

  test("receipts name every file with the day it was received and its sender", async () => {
    const [head, ...lines] = (await readFile(join(folder("first"), "receipts.csv"), "utf8")).trimEnd().split("\n");
    expect(head).toBe("file,received_date,sender,stage,note");
    expect(lines.length).toBe(plan.files.filter(isSmall).length);
    for (const line of lines)
      expect(line).toMatch(/^"?20\d\d\/.+\.(xlsx|csv)"?,20\d\d-\d\d-\d\d,[^,]+,(so_bo|chinh_thuc|),Số liệu mô phỏng$/u);
  });

  test("a file sent twice has the same bytes under another name", async () => {
    const copy = plan.files.find((file) => file.kind === "copy");
    if (copy === undefined) throw new Error("no file is sent twice");
    const [one, two] = await Promise.all(
      [copy.file, copy.original].map((file) => readFile(join(folder("first"), file)))
    );
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
  });

  test("takes the place of an earlier demo, and leaves no file of it behind", async () => {
    const again = folder("again");
    const only = (province: RegExp) => (file: PlannedFile) =>
      file.kind === "lists" && province.test(file.reporter.province);
    await writeDemo(again, {seed: 138, register, only: only(/Thái Nguyên/u)});
    const before = Object.keys(await hashes(again));
    await writeDemo(again, {seed: 138, register, only: only(/Yên Bái/u)});
    const after = Object.keys(await hashes(again));
    expect(before.length).toBeGreaterThan(1);
    expect(after.filter((file) => before.includes(file))).toEqual(["/receipts.csv"]);
  });

  test("is never mixed with files of one's own", async () => {
    const own = folder("own");
    await mkdir(join(own, "2025"), {recursive: true});
    await writeFile(join(own, "2025", "xã ta.xlsx"), "của tôi");
    await expect(writeDemo(own, {seed: 138, register, only: isSmall})).rejects.toThrow("2025/xã ta.xlsx");
    await writeFile(join(own, "receipts.csv"), "file,received_date\n2025/xã ta.xlsx,2025-11-05\n");
    await expect(writeDemo(own, {seed: 138, register, only: isSmall})).rejects.toThrow("không phải số liệu mô phỏng");
    expect(await readFile(join(own, "2025", "xã ta.xlsx"), "utf8")).toBe("của tôi");
  });
});
