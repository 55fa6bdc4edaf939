import type {Kysely} from "kysely";
import type {Issue} from "../../loaders/validate/reading.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {normalPath} from "../../loaders/submissions/receipts.ts";
import {RECEIPTS_FILE} from "../../loaders/submissions/listSubmissionFiles.ts";

/** A received file as the warehouse knows it, with every problem found in it: by the reader and by the pipeline. */
export interface ReceivedFile {
  submission_id: string;
  /** Path inside `submissions`. */
  file: string;
  sha256: string;
  issues: Issue[];
}

const ISSUE_COLUMNS = [
  "submission_id",
  "commune_code",
  "severity",
  "rule",
  "sheet",
  "cell",
  "row_number",
  "field",
  "raw_value",
  "message",
  "remedy"
] as const;

/**
 * The received files that `wanted` names, each by submission id or by path inside `submissions`; all files with problems worth a mark
 * if `wanted` is null. A file that repeats another has the problems of the one that was read.
 * @throws Error naming what no received file is called.
 */
export async function receivedFiles(
  db: Kysely<PublicTables>,
  wanted: readonly string[] | null
): Promise<ReceivedFile[]> {
  const submissions = await db
    .selectFrom("submissions")
    .select(["submission_id", "file", "sha256", "status"])
    .where("file", "<>", RECEIPTS_FILE)
    .orderBy("file")
    .execute();
  const issues = await db.selectFrom("issues").select(ISSUE_COLUMNS).orderBy("issue_id").execute();
  const byFile = new Map<string, Issue[]>();
  for (const {submission_id, ...issue} of issues) {
    const own = byFile.get(submission_id);
    if (own === undefined) byFile.set(submission_id, [issue]);
    else own.push(issue);
  }
  const read = new Map(
    submissions
      .filter(({status}) => status !== "duplicate" && status !== "withdrawn")
      .map((one) => [one.sha256, one.submission_id])
  );
  const withIssues = ({submission_id, file, sha256, status}: (typeof submissions)[number]): ReceivedFile => {
    const source = status === "duplicate" ? (read.get(sha256) ?? submission_id) : submission_id;
    return {submission_id, file, sha256, issues: byFile.get(source) ?? []};
  };
  if (wanted === null) {
    return submissions
      .filter(({status}) => status !== "duplicate" && status !== "withdrawn")
      .map(withIssues)
      .filter(({issues: own}) => own.some(({severity}) => severity !== "info"));
  }
  return wanted.map((name) => {
    const path = normalPath(name);
    const found =
      submissions.find(({submission_id, file}) => submission_id === name || file === path) ??
      submissions.find(({file}) => path.endsWith(`/submissions/${file}`));
    if (found === undefined) {
      throw new Error(
        `Không có tệp nào đã nhận mang mã hay đường dẫn "${name}". Ghi mã trong cột submission_id, hoặc đường dẫn trong thư mục submissions; tệp mới chép vào thì chạy npm run pipeline trước.`
      );
    }
    return withIssues(found);
  });
}
