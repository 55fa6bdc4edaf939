import {existsSync, readFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {parse} from "yaml";
import {z} from "zod";

/** The repository's own `data` folder: what a workspace leaves out is taken from here. */
const OWN_DATA = join(dirname(fileURLToPath(import.meta.url)), "..", "data");

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day as 2025-11-18");

const settingsSchema = z.strictObject({
  /** Area whose dashboard this is. */
  home: z.strictObject({level: z.enum(["province", "district", "commune"]), code: z.string()}),
  /** Year the pages open on; left out: the latest with a governing plan and data. */
  default_year: z.int().optional(),
  /** Day on which "overdue" is judged; files received later are not counted. Left out: the latest received date. */
  as_of: isoDate.optional(),
  /** Who may see the pages. `public` leaves out unit names, discipline, petitions, incidents and denominators under 5. */
  publication: z.enum(["internal", "public"]).default("internal")
});
export type WorkspaceSettings = z.infer<typeof settingsSchema>;

/** A data folder: where things are, and its settings. */
export interface Workspace {
  directory: string;
  submissions: string;
  boundaries: string;
  build: string;
  warehouse: string;
  /** The warehouse that pages are built from: the whole one, or what of it may be known outside. */
  shownWarehouse: string;
  reference: string;
  plans: string;
  forms: string;
  settings: WorkspaceSettings;
}

/** A data folder that a person named must be there: a slip of the pen must not make an empty warehouse somewhere. */
export function requireFolder(directory: string): string {
  if (!existsSync(directory)) {
    throw new Error(
      `Không có thư mục ${resolve(directory)}. Kiểm tra lại tên sau --data, hoặc tạo thư mục rồi chạy lại.`
    );
  }
  return directory;
}

/**
 * Opens the data folder `directory`. Missing `reference`, `plans`, `forms`, `workspace.yaml` fall back to the repository's own.
 * @param asOf ISO day that takes the place of the setting.
 * @throws Error naming the file and the setting that is wrong.
 */
export function openWorkspace(directory: string, {asOf}: {asOf?: string | undefined} = {}): Workspace {
  const root = resolve(directory);
  const orOwn = (name: string): string => (existsSync(join(root, name)) ? join(root, name) : join(OWN_DATA, name));
  const file = orOwn("workspace.yaml");
  const parsed = settingsSchema.safeParse(parse(readFileSync(file, "utf8")));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  if (asOf !== undefined && !isoDate.safeParse(asOf).success)
    throw new Error(`--as-of: got "${asOf}", expected a day as 2025-11-18`);
  return {
    directory: root,
    submissions: join(root, "submissions"),
    boundaries: join(root, "boundaries"),
    build: join(root, "build"),
    warehouse: join(root, "build", "warehouse.duckdb"),
    shownWarehouse: join(root, "build", parsed.data.publication === "public" ? "public.duckdb" : "warehouse.duckdb"),
    reference: orOwn("reference"),
    plans: orOwn("plans"),
    forms: orOwn("forms"),
    settings: {...parsed.data, ...(asOf === undefined ? {} : {as_of: asOf})}
  };
}
