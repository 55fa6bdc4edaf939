import {describe, expect, test} from "vitest";
import {fileBytes} from "../../../data/demo/files/fileBytes.ts";
import {type DemoSheet} from "../../../data/demo/files/styles.ts";
import {planDemo} from "../../../data/demo/plan/planDemo.ts";
import {type ListFile} from "../../../data/demo/plan/plannedFile.ts";
import {createRandom} from "../../../data/demo/random.ts";
import {areaNames} from "../../../data/demo/sheets/areaNames.ts";
import {layOutFile} from "../../../data/demo/sheets/layOutFile.ts";
import {readWorkbook} from "../../../loaders/read/readWorkbook.ts";
import {register} from "./demoRegister.ts";

const random = createRandom(138);
const names = areaNames(register);
const lists = planDemo(register, 138).files.filter((file) => file.kind === "lists");

function texts(sheet: DemoSheet): string[] {
  return sheet.rows.flatMap(({cells}) => cells.map(({value}) => (typeof value === "string" ? value : "")));
}

/** One file of each layout habit, which differ most in how they are written. */
const habits = new Map<string, ListFile>();
for (const file of lists) {
  const {typeBy, headRows, result, classes, columns} = file.layout;
  habits.set(`${file.reporter.level} ${file.format} ${typeBy} ${headRows} ${result} ${classes} ${columns}`, file);
}

describe("a file as its sender lays it out", () => {
  test("every sheet of every file says Số liệu mô phỏng above its table", () => {
    for (const file of lists)
      for (const sheet of layOutFile(file, names, random).sheets)
        expect(texts(sheet).indexOf("Số liệu mô phỏng"), file.file).toBeGreaterThan(-1);
  });

  test("merged ranges never overlap", () => {
    for (const file of habits.values())
      for (const {merges, name} of layOutFile(file, names, random).sheets) {
        const taken = new Set<string>();
        for (const range of merges) {
          const [, left = "", top = "", right = "", bottom = ""] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(range) ?? [];
          for (let row = Number(top); row <= Number(bottom); row += 1)
            for (let column = columnNumber(left); column <= columnNumber(right); column += 1) {
              expect(taken.has(`${row}/${column}`), `${file.file} ${name} ${range}`).toBe(false);
              taken.add(`${row}/${column}`);
            }
        }
      }
  });

  test("the reader finds each unit in the cell it was written to, in every layout and format", () => {
    expect(habits.size).toBeGreaterThan(30);
    for (const file of habits.values()) {
      const bytes = fileBytes(file, names, random);
      if (bytes === null) throw new Error(`no bytes: ${file.file}`);
      const result = readWorkbook(bytes, {fileName: file.file});
      if (!result.ok) throw new Error(`${file.file}: ${result.refusal.message}`);
      const {placed} = layOutFile(file, names, random);
      for (const [index, {sheet, row}] of placed.entries()) {
        const unit = file.contents.units?.[index];
        const slip = file.slips.find((one) => one.index === index && one.field === "unit_name");
        const cells = result.workbook.sheets.find(({name}) => name === sheet || file.format !== "xlsx")?.cells;
        const found = cells?.filter((cell) => cell.row === row).map(({text}) => text.normalize("NFC"));
        expect(found, `${file.file} ${sheet} row ${row}`).toContain(slip?.text ?? unit?.unit_name);
      }
    }
  });
});

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
