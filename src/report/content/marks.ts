import {formatCount, formatDate} from "../../components/format.ts";
import type {ReportMarks} from "../reportShape.ts";

/** What every page says of the figures: files behind them, cut-off day, stage. */
export function reportMarks({
  files,
  as_of,
  is_provisional,
  is_simulated
}: {
  files: number;
  as_of: string | null;
  is_provisional: boolean;
  is_simulated: boolean;
}): ReportMarks {
  const until = as_of === null ? "" : `, tính đến ${formatDate(as_of)}`;
  return {
    is_simulated,
    is_provisional,
    as_of,
    source: `Nguồn: ${formatCount(files)} tệp báo cáo đang có hiệu lực${until}; số liệu ${is_provisional ? "sơ bộ" : "chính thức"}`
  };
}

/** The marks in words, for a header: "Số liệu mô phỏng · Sơ bộ"; "" where there is nothing to warn of. */
export function markWords({is_simulated, is_provisional}: ReportMarks): string {
  return [is_simulated && "Số liệu mô phỏng", is_provisional && "Sơ bộ"].filter(Boolean).join(" · ");
}

/** What "mô phỏng" means. */
export const SIMULATED_SENTENCE = "Số liệu mô phỏng: xã, phường và kế hoạch là thật, kết quả là giả lập.";
