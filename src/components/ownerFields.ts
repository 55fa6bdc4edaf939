import type {CheckedFile, CommuneChoice, SaidOfFile} from "../../loaders/checkFile/messages.ts";
import {selectControl} from "./controls.js";
import {element} from "./element.js";

/** The years that a file may be of, latest first. */
const FIRST_YEAR = 2021;

/**
 * Fields for what a file does not say of itself: its commune, its year. What is chosen lets the rows be checked; the file must say it
 * all the same, since whoever receives it does not see the choice.
 * @param options.thisYear the latest year offered is the one after it.
 */
export function ownerFields(
  {lacks}: CheckedFile,
  said: SaidOfFile,
  {
    communes,
    thisYear,
    onChange
  }: {communes: readonly CommuneChoice[]; thisYear: number; onChange: (said: SaidOfFile) => void}
): HTMLElement | null {
  if (!lacks.commune && !lacks.year) return null;
  const missing = [...(lacks.commune ? ["của xã, phường nào"] : []), ...(lacks.year ? ["của năm nào"] : [])].join(", ");
  const years = Array.from({length: thisYear + 2 - FIRST_YEAR}, (_, i) => `${thisYear + 1 - i}`);
  const year = selectControl([{value: "", text: "Chọn năm"}, ...years.map((value) => ({value, text: value}))], {
    label: "Năm của số liệu",
    value: said.year === null ? "" : `${said.year}`,
    onChange: (value) => onChange({...said, year: value === "" ? null : Number(value)})
  });
  const commune = selectControl(
    [{value: "", text: "Chọn xã, phường"}, ...communes.map(({code, title}) => ({value: code, text: title}))],
    {
      label: "Xã, phường",
      value: said.communeCode ?? "",
      onChange: (value) => onChange({...said, communeCode: value === "" ? null : value})
    }
  );
  return element(
    "section",
    {class: "check-owner", "aria-label": "Tệp của ai, năm nào"},
    element(
      "p",
      {},
      element("strong", {}, `Tệp không ghi số liệu ${missing}.`),
      " Chọn ở đây để xem các dòng có đúng không; trước khi gửi vẫn phải ghi vào tệp."
    ),
    element(
      "div",
      {class: "check-owner-fields"},
      lacks.year ? year : null,
      lacks.commune && communes.length > 0 ? commune : null
    )
  );
}
