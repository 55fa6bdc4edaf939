import {defineRule} from "../validate/rules/rule.ts";

/** Rules of a file that a person says something else of than the file itself does. The file's own words count. */

export const saidYearDiffers = defineRule({
  id: "said_year_differs",
  severity: "warning",
  title: "Năm khác với năm đã khai",
  message: ({text, detail}) =>
    `Tệp ghi năm ${text}, không phải năm ${detail ?? ""} như đã khai; tính theo năm ghi trong tệp.`,
  remedy: () => "Kiểm tra năm ghi trong tệp, hoặc khai lại năm."
});

export const saidCommuneDiffers = defineRule({
  id: "said_commune_differs",
  severity: "warning",
  title: "Xã khác với xã đã khai",
  message: ({text, detail}) =>
    `Tệp là số liệu của ${text}, không phải của ${detail ?? ""} như đã khai; tính theo xã ghi trong tệp.`,
  remedy: () => "Kiểm tra tên xã, phường ghi trong tệp, hoặc khai lại xã."
});
