import {describe, expect, it} from "vitest";
import {
  dutiesTitle,
  listTitle,
  progressSubtitle,
  progressTitle,
  receivedTitle
} from "../../../src/sentences/progressSentences.ts";
import {
  crossTitle,
  fieldsTitle,
  isOddPair,
  qualitySubtitle,
  qualityTitle,
  rulesTitle,
  summaryWords
} from "../../../src/sentences/qualitySentences.ts";
import {reportDuty, silentDuty, smallProgress, smallQuality} from "../smallKeeper.ts";

const of = {year: 2025, files: 4};
const year = smallQuality.years[0] as (typeof smallQuality.years)[number];

describe("the title of Tiến độ nộp", () => {
  it("says how many of how many reported, and how many did not", () => {
    expect(progressTitle(reportDuty, of)).toBe("2 trong 4 xã đã nộp báo cáo năm 2025, 2 xã chưa nộp");
  });
  it("names the late ones when all have come, and says so when none is late", () => {
    expect(progressTitle({...reportDuty, counts: {dung_han: 3, tre: 1}}, of)).toBe(
      "Cả 4 xã đã nộp báo cáo năm 2025, 1 xã trễ"
    );
    expect(progressTitle({...reportDuty, counts: {dung_han: 4}}, of)).toBe(
      "Cả 4 xã đã nộp báo cáo năm 2025, đều đúng hạn"
    );
  });
  it("praises no punctuality where no day is set", () => {
    expect(progressTitle({...reportDuty, counts: {da_nop: 4}, last_day: null}, of)).toBe(
      "Cả 4 xã đã nộp báo cáo năm 2025"
    );
  });
  it("speaks of the duty's own deed and of the areas of its day", () => {
    const registered = {...reportDuty, evidence: "registration" as const, register: "former" as const};
    expect(progressTitle(registered, of)).toBe(
      "2 trong 4 xã cũ đã đăng ký đủ đơn vị năm 2025, 2 xã cũ chưa đăng ký đủ"
    );
    const districts = {...reportDuty, evidence: "half_year_report" as const, level: "district"};
    expect(progressTitle(districts, of)).toBe("2 trong 4 huyện đã nộp báo cáo 6 tháng năm 2025, 2 huyện chưa nộp");
  });
  it("counts nobody as missing where files cannot tell, or the day has not come", () => {
    expect(progressTitle(silentDuty, of)).toBe("Không theo dõi được “Công nhận khu dân cư” qua các tệp đã nộp");
    expect(progressTitle({...reportDuty, counts: {chua_den_han: 4}}, of)).toBe("Chưa đến hạn: báo cáo năm năm 2025");
  });
  it("says what came where nobody owes anything", () => {
    expect(progressTitle(null, {year: 2021, files: 1})).toBe("Đã nhận 1 tệp năm 2021, không có việc nào phải nộp");
    expect(progressTitle(null, {year: 2027, files: 0})).toBe("Chưa có tệp nào năm 2027");
    expect(progressTitle(null, {year: 0, files: 2})).toBe("Đã nhận 2 tệp chưa rõ năm, không có việc nào phải nộp");
  });
  it("under it: in time and late, the day, the clause, the day of the figures", () => {
    expect(progressSubtitle(reportDuty, "2025-11-30")).toBe(
      "**1 đúng hạn**, 1 trễ. Hạn: trước 15/11/2025, mục IV.1, Kế hoạch 60/KH-UBND. Tính đến 30/11/2025."
    );
    expect(progressSubtitle(null, null)).toBe("");
  });
});

describe("titles under it", () => {
  it("the curve says what had come by the last good day, the day itself included", () => {
    expect(receivedTitle(reportDuty)).toBe("1 xã nộp đúng hạn, 1 xã sau hạn, muộn nhất 20/11/2025");
    expect(receivedTitle({...reportDuty, received: [["2025-11-14", 4]]})).toBe("4 xã nộp đều đúng hạn");
    expect(receivedTitle({...reportDuty, received: [["2025-11-15", 4]]})).toBe(
      "0 xã nộp đúng hạn, 4 xã sau hạn, muộn nhất 15/11/2025"
    );
    expect(receivedTitle({...reportDuty, received: []})).toBe("Chưa xã nào có ngày nhận");
    expect(receivedTitle({...reportDuty, last_day: null})).toBe("2 xã nộp từ 10/11/2025 đến 20/11/2025");
  });
  it("the bars say how many duties files tell of", () => {
    expect(dutiesTitle([reportDuty, silentDuty], 2025)).toBe("Theo dõi được 1 trong 2 việc năm 2025 qua tệp đã nộp");
    expect(dutiesTitle([], 2021)).toBe("Không có việc nào phải nộp năm 2021");
    expect(dutiesTitle(smallProgress.duties.slice(0, 1), 2024)).toBe("Theo dõi được cả 1 việc năm 2024 qua tệp đã nộp");
  });
  it("the list says what it was filtered by", () => {
    expect(listTitle(2, {duty: reportDuty, status: "chua_nop", total: 4})).toBe("2 xã chưa nộp khi đã hết hạn");
    expect(listTitle(4, {duty: reportDuty, status: "all", total: 4})).toBe("4 xã phải làm");
    expect(listTitle(1, {duty: reportDuty, status: "all", total: 4})).toBe("1 trong 4 xã");
  });
});

describe("the title of Chất lượng", () => {
  it("counts files and places to mend, and refused files apart", () => {
    expect(qualityTitle(year)).toBe("1 tệp còn 2 ô phải sửa, 1 tệp bị từ chối");
    expect(qualityTitle({...year, must_fix: {files: 0, places: 0}})).toBe("Không còn ô nào phải sửa, 1 tệp bị từ chối");
    expect(qualityTitle({...year, must_fix: {files: 0, places: 0}, files: {accepted: 3}})).toBe(
      "Không còn ô nào phải sửa trong 3 tệp năm 2025"
    );
    expect(qualityTitle({...year, files: {}})).toBe("Chưa có tệp nào năm 2025");
    expect(qualityTitle(null)).toBe("Chưa có tệp nào");
  });
  it("under it stands the sum of rows", () => {
    expect(qualitySubtitle(year, "2025-11-30")).toBe(
      "Năm 2025: 4 tệp, đọc **1.041** dòng = nạp 1.040 + không nạp 1. Tính đến 30/11/2025."
    );
  });
  it("contradictions are the two pairs and no other", () => {
    expect(isOddPair({result: "dat", class: "yeu"})).toBe(true);
    expect(isOddPair({result: "chua_dat", class: "xuat_sac"})).toBe(true);
    expect(isOddPair({result: "chua_ro", class: "xuat_sac"})).toBe(false);
    expect(isOddPair({result: "dat", class: "trung_binh"})).toBe(false);
    expect(crossTitle(year.cross)).toBe("2 đơn vị đạt nhưng loại Yếu, 1 đơn vị Xuất sắc nhưng chưa đạt");
    expect(crossTitle(year.cross.slice(0, 1))).toBe("Không đơn vị nào vừa đạt vừa Yếu, hay Xuất sắc mà chưa đạt");
  });
  it("the rule named is the most frequent of those that must be mended", () => {
    const rules = [
      {title: "Ngoài diện xét", count: 90, mustFix: false},
      {title: "Mức phân loại lạ", count: 3, mustFix: true}
    ];
    expect(rulesTitle(rules)).toBe("Phải sửa nhiều nhất: mức phân loại lạ, 3 chỗ");
    expect(rulesTitle(rules.slice(0, 1))).toBe("Gặp nhiều nhất: ngoài diện xét, 90 chỗ");
    expect(rulesTitle([])).toBe("Không kiểm tra nào tìm thấy gì");
  });
  it("fields nobody filled are counted, in words", () => {
    expect(fieldsTitle({units: 60, no_result: 2, no_class: 0, no_registration: 1})).toBe(
      "2 đơn vị chưa có kết quả, 1 chưa rõ đăng ký"
    );
    expect(fieldsTitle({units: 60, no_result: 0, no_class: 0, no_registration: 0})).toBe(
      "Cả 60 đơn vị có đủ đăng ký, kết quả, phân loại"
    );
  });
  it("a comparison that found nothing is not one that was not made", () => {
    expect(summaryWords({compared: 12, differing: 0})).toContain("12 dòng");
    expect(summaryWords({compared: 0, differing: 0})).toContain("Không có biểu tổng hợp nào");
    expect(summaryWords({compared: 12, differing: 3})).toContain("3 trong 12");
  });
});
