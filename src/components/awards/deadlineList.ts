import type {AwardDeadline} from "../../data/queries/awardBook.ts";
import {element} from "../element.js";
import {formatCount, formatDate} from "../format.js";

const STATUS_WORDS: Readonly<Record<string, string>> = {
  dung_han: "đúng hạn",
  tre: "trễ",
  chua_nop: "chưa gửi",
  chua_den_han: "chưa đến hạn",
  khong_theo_doi: "không theo dõi được"
};

/** The days by which an award is registered for and its dossier sent, with how many did in `year`. */
export function deadlineList(deadlines: readonly AwardDeadline[], year: number): HTMLElement {
  if (deadlines.length === 0)
    return element("p", {class: "note"}, "Văn bản không nêu hạn đăng ký hay gửi hồ sơ khen thưởng.");
  return element(
    "ul",
    {class: "award-deadlines"},
    ...deadlines.map(({title, who, to, due, clause, years}) => {
      const entry = years.find((known) => known.year === year);
      const counts = Object.keys(STATUS_WORDS)
        .filter((status) => (entry?.counts[status] ?? 0) > 0)
        .map((status) => `${formatCount(entry?.counts[status] ?? 0)} ${STATUS_WORDS[status] ?? status}`);
      const last = entry?.due_date ? ` (ngày cuối ${formatDate(entry.due_date)})` : "";
      return element(
        "li",
        {},
        element("strong", {}, title),
        element("span", {class: "award-due"}, `${due}${last}`),
        element("span", {class: "clause"}, `${who}${to === null ? "" : ` → ${to}`}. ${clause}.`),
        counts.length > 0 ? element("span", {class: "clause"}, `Năm ${year}: ${counts.join(", ")}`) : null
      );
    })
  );
}
