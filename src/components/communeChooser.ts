import type {IndexedCommune} from "../data/queries/communeIndex.ts";
import {element} from "./element.js";
import {formatShare} from "./format.js";

/** All communes with a profile as links in columns, by province: the page without a choice. */
export function communeChooser(communes: readonly IndexedCommune[]): HTMLElement {
  if (communes.length === 0) {
    return element(
      "p",
      {class: "empty"},
      "Chưa có tệp nào được nạp. Chép tệp vào data/submissions rồi chạy lại npm start."
    );
  }
  const provinces = [...new Set(communes.map(({province}) => province))].sort(
    (a, b) => count(communes, b) - count(communes, a)
  );
  return element(
    "div",
    {class: "commune-chooser"},
    ...provinces.map((province) =>
      element(
        "section",
        {class: "section"},
        element("h2", {}, `${province}: ${count(communes, province)} xã, phường`),
        element("ul", {class: "commune-list"}, ...communes.filter((commune) => commune.province === province).map(item))
      )
    )
  );
}

function item({code, name, type, year, numerator, denominator}: IndexedCommune): HTMLElement {
  const rate = numerator === null || denominator === null ? "chưa nộp" : formatShare(numerator, denominator);
  return element(
    "li",
    {},
    element("a", {href: `./xa?ma=${code}`}, name),
    element("span", {class: "note"}, type === "phuong" ? " phường" : type === "dac_khu" ? " đặc khu" : " xã"),
    element("span", {class: "rate", title: year === null ? null : `năm ${year}`}, rate)
  );
}

function count(communes: readonly IndexedCommune[], province: string): number {
  return communes.filter((commune) => commune.province === province).length;
}
