import type {AwardEntry} from "../../src/data/queries/awardBook.ts";
import type {AwardYear} from "../../src/data/queries/awardCandidates.ts";

/** An award of Bắc Quang: two conditions the forms ask for, one they do not. */
export const smallAward: AwardEntry = {
  id: "S1-A1",
  plan_id: "bac-quang-2024",
  title: "Khen thưởng Nhân dân và cán bộ xã, thị trấn",
  document: "Kế hoạch của Ban Chỉ đạo 138 huyện Bắc Quang, tháng 4 năm 2024",
  area: "Bắc Quang",
  clause: "mục V.2.1",
  locator: "đối với Nhân dân và cán bộ xã, thị trấn",
  quote: "được công nhận đạt tiêu chuẩn",
  who: "Nhân dân và cán bộ xã, thị trấn",
  candidates: "communes",
  conditions: [
    {id: "certified", text: "Được công nhận đạt tiêu chuẩn", is_tracked: true},
    {id: "class_excellent", text: "Phong trào xếp loại Xuất sắc", is_tracked: true},
    {id: "party_clean", text: "Tổ chức đảng trong sạch", is_tracked: false}
  ],
  years: [{year: 2024, candidates: 3}],
  deadlines: [
    {
      id: "S1-D2",
      title: "Gửi hồ sơ đề nghị khen thưởng",
      clause: "mục V.3.2",
      who: "Cơ quan, đơn vị, địa phương",
      to: "Công an huyện",
      due: "Trước 05/11/2024",
      years: [{year: 2024, due_date: "2024-11-05", counts: {dung_han: 1, chua_nop: 2}}]
    }
  ],
  is_home: false
};

export const smallAwardYear: AwardYear = {
  award_id: "S1-A1",
  year: 2024,
  communes: [
    {code: "01186", name: "Bằng Hành", type: "xa", profile: "01180"},
    {code: "01219", name: "Đông Thành", type: "xa", profile: "01156"},
    {code: "01156", name: "Vĩnh Tuy", type: "thi_tran", profile: null}
  ],
  reasons: [
    "Được công nhận đạt",
    "Xếp loại Xuất sắc",
    "Xếp loại Khá",
    "Chưa có kết quả xét công nhận",
    "Biểu mẫu không có mục này"
  ],
  candidates: [
    {
      id: "01219",
      level: "commune",
      name: "Đông Thành",
      type: "xa",
      commune: 1,
      outcomes: "10?",
      reasons: [0, 2, 4],
      dossier: null,
      figures: {}
    },
    {
      id: "01156",
      level: "commune",
      name: "Vĩnh Tuy",
      type: "thi_tran",
      commune: 2,
      outcomes: "?0?",
      reasons: [3, 2, 4],
      dossier: null,
      figures: {}
    },
    {
      id: "01186",
      level: "commune",
      name: "Bằng Hành",
      type: "xa",
      commune: 0,
      outcomes: "11?",
      reasons: [0, 1, 4],
      dossier: "2024-10-18",
      figures: {
        certified: {
          indicator: "certified_of_eligible",
          area: "01186",
          year: 2024,
          group: "commune",
          boundary: "as_reported",
          managed: "all"
        }
      }
    }
  ]
};
