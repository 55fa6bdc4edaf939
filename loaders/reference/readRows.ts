import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParseRows} from "d3";
import type {z} from "zod";

/** Beyond this the rest is only counted: the same slip repeated on every line is one slip. */
const MAX_PROBLEMS = 10;

/**
 * Reads a reference table (`directory/file`, UTF-8, comma, header row) and checks each row; a blank cell is null before any rule.
 * @param optional columns of the schema that the file may leave out; they are then absent from its rows.
 * @throws Error listing file, line, column, what stands there and what to write instead.
 */
export function readRows<Shape extends z.ZodRawShape>(
  directory: string,
  file: string,
  schema: z.ZodObject<Shape>,
  optional: readonly (keyof Shape & string)[] = []
): z.infer<z.ZodObject<Shape>>[] {
  const [header = [], ...lines] = csvParseRows(readFileSync(join(directory, file), "utf8").replace(/^\uFEFF/, ""));
  const expected = Object.keys(schema.shape).filter((column) => !optional.includes(column) || header.includes(column));
  const missing = expected.filter((column) => !header.includes(column));
  const unknown = header.filter((column) => !expected.includes(column));
  if (missing.length > 0 || unknown.length > 0 || header.length !== expected.length) {
    throw new Error(
      `${file}, dòng 1: có các cột "${header.join(", ")}", cần đúng các cột "${expected.join(", ")}". ` +
        "Sửa lại dòng tiêu đề, hoặc xóa tệp khỏi thư mục reference của mình để dùng bản kèm theo chương trình."
    );
  }
  const problems: string[] = [];
  const rows = lines.map((cells, i) => {
    const line = `${file}, dòng ${i + 2}`;
    if (cells.length !== header.length) {
      problems.push(`${line}: có ${cells.length} ô, cần ${header.length}. Thêm hoặc bỏ dấu phẩy cho đủ số ô.`);
      return null;
    }
    const row = Object.fromEntries(header.map((column, k) => [column, blankToNull(cells[k])]));
    const parsed = schema.safeParse(row);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const column = String(issue.path[0]);
      problems.push(`${line}, cột ${column}: có "${row[column] ?? ""}", cần ${issue.message}.`);
    }
    return null;
  });
  if (problems.length > 0) throw new Error(listProblems(problems));
  return rows.filter((row) => row !== null);
}

/** One problem a line; what is beyond the first ten is counted. */
export function listProblems(problems: readonly string[]): string {
  const shown = problems.slice(0, MAX_PROBLEMS);
  const rest = problems.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… và ${rest} lỗi khác.`] : [])].join("\n");
}

function blankToNull(cell: string | undefined): string | null {
  const text = (cell ?? "").normalize("NFC").trim();
  return text === "" ? null : text;
}
