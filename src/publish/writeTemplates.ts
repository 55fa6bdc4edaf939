import {existsSync} from "node:fs";
import {mkdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {Kysely} from "kysely";
import type {Progress} from "../../loaders/progress.ts";
import {readForms} from "../../loaders/submissions/readForms.ts";
import {makeTemplate} from "../../loaders/template/makeTemplate.ts";
import type {TemplateFill} from "../../loaders/template/templateFill.ts";
import {templateForms} from "../../loaders/template/templateForms.ts";
import type {Workspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {homeCommunes} from "../data/queries/home.ts";
import {
  blankFill,
  communeFills,
  FIRST_TEMPLATE_YEAR,
  presentCommunes,
  provinceFill,
  provinceOf,
  type TemplateSources
} from "../data/queries/templateFills.ts";
import {templateSources} from "../data/queries/templateSources.ts";

/** Whose forms to write. */
export type TemplateOwners =
  {kind: "commune"; code: string} | {kind: "province"; code: string} | {kind: "home"} | {kind: "blank"};

export interface TemplatesWritten {
  files: number;
  units: number;
  bytes: number;
  /** The file, or the folder of several. */
  path: string;
}

/**
 * Writes forms filled with the units of the last lists before `year`.
 * @param out file of a single form, folder of several; null: `build/templates/<year>` of the workspace.
 * @throws Error in Vietnamese for a year without such forms and for a code that no present area has.
 */
export async function writeTemplates(
  workspace: Workspace,
  {owners, year, out, progress}: {owners: TemplateOwners; year: number; out: string | null; progress: Progress}
): Promise<TemplatesWritten> {
  if (year < FIRST_TEMPLATE_YEAR)
    throw new Error(
      `Không lập biểu cho năm ${year}: xã, phường hiện nay có từ 1/7/2025. Ghi --year từ ${FIRST_TEMPLATE_YEAR} trở đi.`
    );
  const hasWarehouse = existsSync(workspace.warehouse);
  const db = hasWarehouse ? await openDatabase<PublicTables>(workspace.warehouse, {mode: "READ_ONLY"}) : null;
  let fills: TemplateFill[];
  try {
    progress.step("Lấy đơn vị của năm trước");
    fills = await fillsOf(owners, year, await templateSources(db, workspace), db, workspace);
  } finally {
    await db?.destroy();
  }
  const forms = templateForms(readForms(workspace.forms));
  const folder = join(workspace.build, "templates", String(year));
  const written: TemplatesWritten = {files: 0, units: 0, bytes: 0, path: out ?? folder};
  progress.step("Ghi biểu mẫu");
  for (const fill of fills) {
    const {fileName, bytes} = makeTemplate(fill, forms);
    const path = out === null ? join(folder, fileName) : owners.kind === "home" ? join(out, fileName) : out;
    await mkdir(dirname(path), {recursive: true});
    await writeFile(path, bytes);
    written.files++;
    written.units += fill.units.length;
    written.bytes += bytes.length;
    if (owners.kind !== "home") written.path = path;
    progress.advance(written.files, fills.length, fileName);
  }
  return written;
}

async function fillsOf(
  owners: TemplateOwners,
  year: number,
  sources: TemplateSources,
  db: Kysely<PublicTables> | null,
  {settings: {home}}: Workspace
): Promise<TemplateFill[]> {
  const {register} = sources;
  const present = presentCommunes(register, year);
  if (owners.kind === "blank") {
    const province = home.level === "province" ? provinceOf(register, home.code) : null;
    return [blankFill(sources, {year, province})];
  }
  if (owners.kind === "province") {
    const province = register.provinces.find(({code, valid_to}) => code === owners.code && valid_to === null);
    if (province === undefined)
      throw new Error(`Không có tỉnh, thành phố nào hiện nay mang mã "${owners.code}". Ghi mã hai chữ số, ví dụ 38.`);
    return [await provinceFill(sources, {province, year})];
  }
  if (owners.kind === "commune") {
    const communes = present.filter(({code}) => code === owners.code);
    if (communes.length === 0)
      throw new Error(
        `Không có xã, phường nào của năm ${year} mang mã "${owners.code}". Ghi mã năm chữ số như trong reference/communes_current.csv, ví dụ 14797.`
      );
    return await communeFills(sources, {communes, year});
  }
  if (db === null) throw new Error("Chưa có số liệu đã nạp. Chạy npm run pipeline rồi lập biểu cho cả địa bàn.");
  const codes = new Set((await homeCommunes(db, home)).map(({code}) => code));
  return await communeFills(sources, {communes: present.filter(({code}) => codes.has(code)), year});
}
