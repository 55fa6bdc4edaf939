import {segmentedControl} from "../controls.js";

/** Which columns a phone shows beside the name; wider screens show all. */
export function columnSwitch(): {node: HTMLElement; follow: (table: HTMLElement) => void} {
  let table: HTMLElement | null = null;
  const node = segmentedControl(
    [
      {value: "plan", text: "Chỉ tiêu"},
      {value: "detail", text: "Theo loại"},
      {value: "other", text: "Khác"}
    ],
    {label: "Cột của bảng", value: "plan", onChange: (value) => table?.setAttribute("data-columns", value)}
  );
  node.classList.add("column-switch");
  return {
    node,
    follow: (next) => {
      table = next;
      table.setAttribute("data-columns", node.value);
    }
  };
}
