import {writtenDay} from "../../../loaders/write/plannedSheet.ts";
import {type ListFile, type Reporter} from "../plan/plannedFile.ts";
import {daysAfter} from "../plan/sending.ts";
import {type Random} from "../random.ts";
import {type TitleBlock} from "./titleBlock.ts";

/** First rows and signature of a reporter's papers: the committee itself, or its steering committee 138 (Ban Chỉ đạo 138). */
export interface Letterhead {
  superior: string;
  body: string;
  office: string;
  signer: string;
}

export function letterhead({level, code, title}: Reporter, random: Random): Letterhead {
  const isCommittee = level === "commune" && random.chance(`letterhead/${code}`, 0.55);
  return isCommittee
    ? {superior: "ỦY BAN NHÂN DÂN", body: title.toUpperCase(), office: "TM. ỦY BAN NHÂN DÂN", signer: "CHỦ TỊCH"}
    : {
        superior: `UBND ${title.toUpperCase()}`,
        body: "BAN CHỈ ĐẠO 138",
        office: "TM. BAN CHỈ ĐẠO",
        signer: "TRƯỞNG BAN"
      };
}

const STAGE_TITLES = {so_bo: "(Số liệu sơ bộ)", chinh_thuc: "(Số liệu chính thức)"} as const;

/** The stage as a title row, where the sender writes it there or the file has no other place for it. */
function stageTitle({layout, contents, stage}: ListFile): string | null {
  const isInTitle = layout.stageIn === "title" || (layout.stageIn === "facts" && contents.facts === null);
  return isInTitle ? STAGE_TITLES[stage] : null;
}

/** The title block of a sheet of the file; `subject` is its first line in capitals. */
export function titleOf(
  file: ListFile,
  subject: readonly string[],
  {superior, body}: Letterhead,
  random: Random
): TitleBlock {
  const {reporter, year, layout} = file;
  const signed = daysAfter(file.receivedDate, -1);
  const [signedYear = "", month = "", day = ""] = signed.split("-");
  const number = random.integer(`reportNumber/${reporter.level}/${reporter.code}/${year}`, 40, 690);
  const issuer = body === "BAN CHỈ ĐẠO 138" ? `Ban Chỉ đạo 138 ${reporter.title}` : `UBND ${reporter.title}`;
  if (layout.isNameless) {
    return {
      superior: "BAN CHỈ ĐẠO 138",
      body: "TỔ GIÚP VIỆC",
      placeAndDay: `Ngày ${day} tháng ${month} năm ${signedYear}`,
      title: [...subject, `NĂM ${year}`],
      attachedTo: null,
      stage: stageTitle(file)
    };
  }
  const where = reporter.level === "province" ? "DO TỈNH QUẢN LÝ" : reporter.title.toUpperCase();
  const province = reporter.level === "province" ? reporter.title : reporter.province;
  return {
    superior,
    body,
    placeAndDay: `${reporter.name}, ngày ${day} tháng ${month} năm ${signedYear}`,
    title: [...subject, `${where}, ${province.toUpperCase()}, NĂM ${year}`],
    attachedTo: layout.isPlainTitle
      ? null
      : `(Kèm theo Báo cáo số ${number}/BC-${body === "BAN CHỈ ĐẠO 138" ? "BCĐ" : "UBND"} ngày ${writtenDay(signed)} của ${issuer})`,
    stage: stageTitle(file)
  };
}
