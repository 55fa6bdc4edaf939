import {describe, expect, it} from "vitest";
import {chipsControl, segmentedControl, selectControl} from "../../../src/components/controls.ts";

const years = [
  {value: "2026", text: "2026"},
  {value: "2025", text: "2025"}
];

describe("a control", () => {
  it("opens on the first choice when a link asks for one that is not there", () => {
    expect(selectControl(years, {label: "Năm", value: "1999"}).value).toBe("2026");
    expect(segmentedControl(years, {label: "Năm", value: "1999"}).value).toBe("2026");
    expect(selectControl(years, {label: "Năm", value: "2025"}).value).toBe("2025");
  });
  it("has its label above a list, and read out on buttons", () => {
    expect(selectControl(years, {label: "Năm"}).firstElementChild?.textContent).toBe("Năm");
    expect(segmentedControl(years, {label: "Năm"}).getAttribute("aria-label")).toBe("Năm");
  });
  it("presses one button, tells of it once, and fires input", () => {
    const heard: string[] = [];
    const control = chipsControl(
      [
        {value: "all", text: "Tất cả", count: 64},
        {value: "kdc", text: "Khu dân cư", count: 30}
      ],
      {label: "Loại", onChange: (value) => heard.push(value)}
    );
    control.addEventListener("input", () => heard.push("input"));
    const buttons = [...control.querySelectorAll("button")];
    expect(buttons.map((button) => button.textContent)).toEqual(["Tất cả 64", "Khu dân cư 30"]);
    buttons[1]?.click();
    buttons[1]?.click();
    expect(heard).toEqual(["kdc", "input"]);
    expect(buttons.map((button) => button.getAttribute("aria-pressed"))).toEqual(["false", "true"]);
  });
});
