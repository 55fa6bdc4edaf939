import type {PipelineSummary} from "./runPipeline.ts";

const count = (n: number): string => n.toLocaleString("vi-VN");

/** The closing line of the pipeline: what arrived, what became of it, how long and how much memory it took. */
export function summarySentence(summary: PipelineSummary): string {
  const {files, read, from_cache, accepted, partly_accepted, rejected, duplicate, withdrawn} = summary;
  const outcomes = [
    `${count(accepted)} nhận`,
    `${count(partly_accepted)} nhận một phần`,
    `${count(rejected)} từ chối`,
    `${count(duplicate)} trùng`,
    ...(withdrawn > 0 ? [`${count(withdrawn)} rút lại`] : [])
  ];
  return (
    `${summary.is_unchanged ? "Không có gì thay đổi, giữ kho số liệu lần trước" : "Xong"}: ${count(files)} tệp (${outcomes.join(", ")}; đọc mới ${count(read)}, giữ lại ${count(from_cache)}): ` +
    `${count(summary.rows_read)} dòng = ${count(summary.rows_accepted)} nạp + ${count(summary.rows_rejected)} không nạp. ` +
    `${count(summary.seconds)} giây, bộ nhớ cao nhất ${count(summary.peak_megabytes)} MB.`
  );
}
