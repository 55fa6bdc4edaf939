import {describe, expect, it} from "vitest";
import {pageFooter, pageHead, pageHeader} from "../../../src/publish/frame.ts";

const pages = [
  {title: "Tổng quan", path: "index"},
  {title: "Hồ sơ xã", path: "xa"},
  {title: "Phương pháp", path: "phuong-phap", isAside: true}
];
const facts = {
  place: "Tỉnh Thanh Hóa",
  isSimulated: true,
  asOf: "2026-11-18",
  years: [2024, 2025],
  edition: {id: "2026-11-18.2", changed: 3},
  isPublic: false
};

describe("the frame of every page", () => {
  it("says whose data these are and that they are simulated", () => {
    const header = pageHeader("/xa", pages, facts);
    expect(header).toContain("Tỉnh Thanh Hóa");
    expect(header).toContain("Số liệu mô phỏng");
    expect(pageHeader("/xa", pages, {...facts, isSimulated: false})).not.toContain("mô phỏng");
    expect(pageFooter(facts)).toContain("Số liệu tính đến 18/11/2026");
  });
  it("marks the page that is open, once", () => {
    const header = pageHeader("/xa", pages, facts);
    expect(header.match(/aria-current/g)).toHaveLength(1);
    expect(header).toContain('<a href="/xa" aria-current="page">Hồ sơ xã</a>');
    expect(pageHeader("/index", pages, facts)).toContain('<a href="/" aria-current="page">Tổng quan</a>');
  });
  it("shows names as text: neither markup nor code of a page", () => {
    const header = pageHeader("/", pages, {...facts, place: "<img onerror=x> ${1+1} `"});
    expect(header).not.toContain("<img");
    expect(header).not.toContain("${");
    expect(pageHead({data: {description: '"><script>'}})).not.toContain('"><script>');
  });
  it("says in its foot which edition it shows and how many communes changed since the one before", () => {
    expect(pageFooter(facts)).toContain(
      'Bản số liệu 2026-11-18.2 · <a href="/thay-doi">So bản trước: 3 xã thay đổi</a>'
    );
    const first = {...facts, edition: {id: "2026-11-18.1", changed: null}};
    expect(pageFooter(first)).toContain('<a href="/thay-doi">Bản lần đầu</a>');
    expect(pageFooter({...facts, edition: null})).not.toContain("Bản số liệu");
  });
  it("says what a public edition leaves out", () => {
    expect(pageFooter(facts)).not.toContain("Bản công khai");
    expect(pageFooter({...facts, isPublic: true})).toContain("Bản công khai: không có tên đơn vị");
  });
  it("is honest while there is nothing to show", () => {
    const empty = {place: "", isSimulated: false, asOf: null, years: [], edition: null, isPublic: false};
    expect(pageHeader("/", pages, empty)).not.toContain('class="place"');
    expect(pageFooter(empty)).toContain("Chưa có số liệu");
  });
});
