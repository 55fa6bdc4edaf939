import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {unzipSync as unzip} from "fflate";
import {describe, expect, test} from "vitest";
import {parse} from "yaml";
import {makeTemplate, templateName} from "../../../loaders/template/makeTemplate.ts";
import type {TemplateFill, TemplateUnit} from "../../../loaders/template/templateFill.ts";
import {templateForms} from "../../../loaders/template/templateForms.ts";
import {parseForms} from "../../../loaders/validate/form.ts";
import {
  CLASSES,
  EXCLUSION_REASONS,
  MANAGED_LEVELS,
  MODEL_CLASSES,
  UNIT_TYPES,
  type UnitType
} from "../../../loaders/vocabulary.ts";
import type {Reading} from "../../../loaders/validate/reading.ts";
import {found} from "../validate/build.ts";
import {
  fillOf,
  handedOut,
  headOf,
  listWords,
  opened,
  openedByOthers,
  readBack,
  unit,
  validationsOf,
  type WrittenValidation
} from "./build.ts";
import {typeInto} from "./typeInto.ts";

const LIST = "Danh sách đơn vị";
const bytesOf = (fill: TemplateFill): Uint8Array => makeTemplate(fill, handedOut).bytes;

const UNITS: readonly TemplateUnit[] = [
  unit({unit_name: "Phố 1"}),
  unit({unit_name: "Phố 1", former_commune: "Phường Trường Thi"}),
  unit({unit_name: "TỔ DÂN PHỐ 7", managed_by: null}),
  unit({unit_name: "Tòa án nhân dân khu vực 1", unit_type: "co_quan", unit_code: "007", managed_level: "tinh"}),
  unit({
    unit_name: 'Tổng công ty "A & B" <C>',
    unit_type: "doanh_nghiep",
    managed_level: "trung_uong",
    former_commune: null
  }),
  unit({unit_name: "Công ty CP D", unit_type: "doanh_nghiep", exclusion_reason: "doanh_nghiep_nho"}),
  unit({unit_name: "Trường THCS Điện Biên", unit_type: "co_so_giao_duc"}),
  unit({
    unit_name: "Phường Hạc Thành",
    unit_type: "phuong",
    former_commune: null,
    managed_level: "tinh",
    managed_by: null
  })
];
const FORMER: Readonly<Record<string, string>> = {"14767": "Phường Điện Biên", "14764": "Phường Trường Thi"};

/** What a reading says of its units, in the words of a fill. */
function unitsRead(bytes: Uint8Array): TemplateUnit[] {
  return readBack(bytes).units.map(
    ({unit_code, unit_name, unit_type, former_commune_code, managed_level, managed_by, exclusion_reason}) => ({
      unit_code,
      unit_name,
      unit_type: unit_type as UnitType,
      commune: null,
      former_commune: former_commune_code === null ? null : (FORMER[former_commune_code] ?? former_commune_code),
      managed_level: managed_level as TemplateUnit["managed_level"],
      managed_by,
      exclusion_reason: exclusion_reason as TemplateUnit["exclusion_reason"]
    })
  );
}

describe("a form as it is handed out", () => {
  const bytes = bytesOf(fillOf(UNITS, {models: [{model_name: "Tổ liên gia", unit_name: "Phố 1"}]}));
  const reading = readBack(bytes);

  test("is read back as the forms, the commune, the year and the stage it was made for", () => {
    expect(reading).toMatchObject({
      form: "unit_list+models+commune_facts",
      area_level: "commune",
      area_code: "14797",
      year: 2026,
      period: "nam",
      stage: "so_bo",
      is_simulated: false
    });
  });

  test("gives back every unit with code, name, type, former commune, level, manager and reason of exclusion, and no result", () => {
    expect(unitsRead(bytes)).toEqual(UNITS);
    for (const {is_registered, is_certified, class: level, score, note} of reading.units)
      expect([is_registered, is_certified, level, score, note]).toEqual([null, null, null, null, null]);
    expect(reading.models).toMatchObject([{model_name: "Tổ liên gia", unit_name: "Phố 1", class: null}]);
    expect(reading.facts).toEqual([]);
  });

  test("has no fault but that it is not filled in yet, told once a sheet, and who is outside the norm", () => {
    expect(found(reading)).toEqual(["form_not_filled", "excluded_kind C27", "form_not_filled"]);
    expect(reading.issues[0]?.message).toBe("Biểu chưa điền: 8 dòng chỉ có tên, chưa có số liệu nào.");
    expect(reading.rows_read).toBe(reading.rows_accepted);
  });

  test("says that its units are simulated where they are, in every sheet that is read", () => {
    const simulated = bytesOf(fillOf(UNITS, {isSimulated: true}));
    expect(readBack(simulated).is_simulated).toBe(true);
    for (const sheet of opened(simulated).sheets.filter(({isHidden}) => !isHidden))
      expect(
        sheet.cells.some(({text}) => text.startsWith("Số liệu mô phỏng")),
        sheet.name
      ).toBe(true);
  });

  test("is the same bytes whatever the time zone", () => {
    const zone = process.env["TZ"];
    process.env["TZ"] = "Asia/Ho_Chi_Minh";
    const elsewhere = bytesOf(fillOf(UNITS, {models: [{model_name: "Tổ liên gia", unit_name: "Phố 1"}]}));
    process.env["TZ"] = zone;
    expect(elsewhere).toEqual(bytes);
  });

  test("is called by code, name and year", () => {
    expect(templateName(fillOf([]))).toBe("14797_hac-thanh_2026.xlsx");
    expect(templateName({owner: null, year: 2026})).toBe("bieu-trong_2026.xlsx");
  });

  test("is opened by the library of others: sheets, the hidden one, names as text and never as formulas", () => {
    const hostile = bytesOf(fillOf([unit({unit_name: '=HYPERLINK("x")'}), unit({unit_name: "+84"})]));
    const book = openedByOthers(hostile);
    expect(book.SheetNames).toEqual(["Hướng dẫn", LIST, "Mô hình", "Thông tin chung", "Danh mục"]);
    expect(book.Workbook?.Sheets?.map(({Hidden}) => Hidden)).toEqual([0, 0, 0, 0, 1]);
    const cells = Object.values(book.Sheets[LIST] ?? {}) as {v?: unknown; f?: string; t?: string}[];
    const found = cells.filter(({v}) => v === '=HYPERLINK("x")' || v === "+84");
    expect(found.map(({t, f}) => [t, f])).toEqual([
      ["s", undefined],
      ["s", undefined]
    ]);
  });

  test("keeps the head and the names in view and repeats them on every page of A4", () => {
    const {row, column} = headOf(bytes, LIST, "Tên đơn vị");
    const xml = rawSheet(bytes, 2);
    expect(xml).toContain(`<pane xSplit="${column}" ySplit="${row}"`);
    expect(xml).toContain('paperSize="9" orientation="landscape"');
    expect(xml).toMatch(/<colBreaks count="1"/);
    const names = openedByOthers(bytes).Workbook?.Names?.filter(({Name}) => Name.endsWith("Print_Titles"));
    expect(names?.map(({Ref}) => Ref)).toContain(`'${LIST}'!$A:$C,'${LIST}'!$${row}:$${row}`);
  });
});

describe("any units", () => {
  const name = fc
    .tuple(
      fc.constantFrom("Phố", "Thôn", "Trạm Y tế", "Công ty", "HTX", "Tổng công ty", "Cộng đồng", "Xóm", "BAN"),
      fc.constantFrom(
        "1",
        "12",
        "Đông Thọ",
        "A & B",
        "“Mới”",
        "<x>",
        "số 7/2",
        "Tổng cộng",
        "- 2",
        "ngày 01 tháng 5 năm 1975"
      )
    )
    .map((parts) => parts.join(" "));
  const anyUnit = fc.record({
    unit_code: fc.option(fc.constantFrom("007", "TH-1", "12", "A.1"), {nil: null}),
    unit_name: name,
    unit_type: fc.constantFrom<UnitType>("khu_dan_cu", "co_quan", "doanh_nghiep", "co_so_giao_duc"),
    commune: fc.constant(null),
    former_commune: fc.constantFrom(null, "Phường Điện Biên", "Phường Trường Thi"),
    managed_level: fc.constantFrom<TemplateUnit["managed_level"]>("xa", "tinh", "trung_uong"),
    managed_by: fc.constantFrom(null, "Sở Y tế", "UBND phường Hạc Thành", "Bộ Công an"),
    exclusion_reason: fc.constantFrom(null, ...(Object.keys(EXCLUSION_REASONS) as (keyof typeof EXCLUSION_REASONS)[]))
  });
  const order: readonly UnitType[] = ["khu_dan_cu", "co_quan", "doanh_nghiep", "co_so_giao_duc"];

  test("come back as they went in, group by group", () => {
    fc.assert(
      fc.property(fc.array(anyUnit, {maxLength: 25}), (units) => {
        const grouped = order.flatMap((type) => units.filter(({unit_type}) => unit_type === type));
        expect(unitsRead(bytesOf(fillOf(units)))).toEqual(grouped);
      }),
      {numRuns: 60}
    );
  });
});

describe("drop-down lists", () => {
  const bytes = bytesOf(fillOf(UNITS));
  const validations = validationsOf(bytes, 2);
  const under = (title: string): WrittenValidation => {
    const {letter} = headOf(bytes, LIST, title);
    const found = validations.find(({ranges: [range = ""]}) => range.replace(/\d.*$/, "") === letter);
    if (found === undefined) throw new Error(`the column ${title} takes anything`);
    return found;
  };
  const words = (title: string): string[] => listWords(bytes, under(title).formula);

  test("hold the words of the field", () => {
    expect(words("Kết quả xét")).toEqual(["Đạt", "Chưa đạt"]);
    expect(words("Phân loại")).toEqual(Object.values(CLASSES));
    expect(words("Loại hình")).toEqual(Object.values(UNIT_TYPES).filter((word) => word !== "Thị trấn"));
    expect(words("Diện loại trừ")).toEqual(Object.values(EXCLUSION_REASONS));
    expect(words("Thuộc xã trước 1/7/2025")).toEqual(["Phường Điện Biên", "Phường Trường Thi", "Phường An Hưng"]);
    expect(words("Đăng ký")).toEqual(["x", "Không"]);
    expect(words("Cấp quản lý")).toHaveLength(Object.keys(MANAGED_LEVELS).length - 1);
  });

  test("reach from the first row under the head to the last blank one, in every column with a list or a bound", () => {
    const {row} = headOf(bytes, LIST, "Tên đơn vị");
    const rows = new Set(validations.map(({ranges: [range = ""]}) => range.replaceAll(/[A-Z]+/g, "")));
    expect(rows.size).toBe(1);
    expect([...rows][0]).toMatch(new RegExp(`^${row + 1}:\\d+$`));
    const bound = handedOut.forms.unit_list.fields.filter(
      ({type}) => !["ordinal", "code", "name", "text", "commune", "commune_code", "district", "year"].includes(type)
    );
    expect(validations).toHaveLength(bound.length);
  });

  test("tell in Vietnamese what to write, within what Excel can show", () => {
    for (let sheet = 2; sheet <= 4; sheet++) {
      for (const {error, errorTitle, prompt} of validationsOf(bytes, sheet)) {
        expect(error).toMatch(/^(Ghi|Chọn) .*[.?]$/);
        expect(error.length).toBeLessThanOrEqual(255);
        expect(errorTitle.length).toBeLessThanOrEqual(32);
        expect(prompt.length).toBeLessThanOrEqual(255);
      }
    }
  });

  const LISTED = ["unit_type", "former_commune", "managed_level", "exclusion", "tick", "result", "class"];
  test.each(handedOut.forms.unit_list.fields.filter(({type}) => LISTED.includes(type)))(
    "every word of the column “$title”, typed by another program, is read as what it says",
    ({id, title}) => {
      const choices = words(title);
      const {row} = headOf(bytes, LIST, title);
      // The first rows of the form are residential areas; each takes one word.
      const many = bytesOf(fillOf(choices.map((_, index) => unit({unit_name: `Phố ${index}`, former_commune: null}))));
      const typed = choices.map((value, index) => ({sheet: LIST, title, row: row + 2 + index, value}));
      const reading = readBack(typeInto(many, typed));
      const column = id === "former_commune" ? "former_commune_code" : id;
      const values = reading.units.map((row) => row[column as keyof typeof row]);
      expect(values).toEqual(choices.map((word) => MEANT[word]));
      expect(reading.issues.filter(({severity}) => severity.endsWith("error"))).toEqual([]);
    }
  );

  test("of Mô hình and Thông tin chung are read as what they say", () => {
    const models = Object.values(MODEL_CLASSES).map((_, index) => ({model_name: `Mô hình ${index}`, unit_name: null}));
    const form = bytesOf(fillOf([], {models}));
    const {row} = headOf(form, "Mô hình", "Phân loại");
    const facts = headOf(form, "Thông tin chung", "Nội dung").row;
    const [classes] = validationsOf(form, 3).filter(({errorTitle}) => errorTitle === "Phân loại");
    const typed = listWords(form, classes?.formula ?? "").map((value, index) => ({
      sheet: "Mô hình",
      title: "Phân loại",
      row: row + 1 + index,
      value
    }));
    expect(readBack(typeInto(form, typed)).models.map((model) => model.class)).toEqual(Object.keys(MODEL_CLASSES));
    const lists = validationsOf(form, 4).filter(({type}) => type === "list");
    const [answers, period, stage] = lists.map(({formula}) => listWords(form, formula));
    expect([answers, period, stage]).toEqual([
      ["Có", "Không"],
      ["Năm", "6 tháng"],
      ["Sơ bộ", "Chính thức"]
    ]);
    const saying = (title: string, row: number, value: string): Reading =>
      readBack(typeInto(form, [{sheet: "Thông tin chung", title, row: facts + row, value}]));
    expect((period ?? []).map((word) => saying("Giá trị", 4, word).period)).toEqual(["nam", "6_thang"]);
    expect((stage ?? []).map((word) => saying("Giá trị", 5, word).stage)).toEqual(["so_bo", "chinh_thuc"]);
    expect((answers ?? []).map((word) => saying("Đạt / Có", 9, word).facts[0]?.is_met)).toEqual([true, false]);
  });
});

const MEANT: Readonly<Record<string, string | boolean>> = {
  "Phường Điện Biên": "14767",
  "Phường Trường Thi": "14764",
  "Phường An Hưng": "16435",
  x: true,
  Không: false,
  Đạt: true,
  "Chưa đạt": false,
  "Trung ương": "trung_uong",
  Tỉnh: "tinh",
  ...Object.fromEntries(Object.entries(CLASSES).map(([code, word]) => [word, code])),
  ...Object.fromEntries(Object.entries(EXCLUSION_REASONS).map(([code, word]) => [word, code])),
  ...Object.fromEntries(Object.entries(UNIT_TYPES).map(([code, word]) => [word, code]))
};

describe("a form that another program filled in", () => {
  const bytes = bytesOf(fillOf(UNITS));
  const {row: head} = headOf(bytes, LIST, "Tên đơn vị");
  const at = (title: string, row: number, value: string | number) => ({sheet: LIST, title, row, value});

  test("is read with its results, dates, counts and facts", () => {
    const first = head + 2;
    const facts = headOf(bytes, "Thông tin chung", "Nội dung").row;
    const fact = (title: string, row: number, value: string | number) => ({
      sheet: "Thông tin chung",
      title,
      row: facts + row,
      value
    });
    const reading = readBack(
      typeInto(bytes, [
        at("Đăng ký", first, "x"),
        at("Ngày đăng ký", first, "14/02/2026"),
        at("Ngày nghị quyết", first, 46042),
        at("Kết quả xét", first, "Đạt"),
        at("Số quyết định", first, "118/QĐ-UBND"),
        at("Điểm", first, 84.5),
        at("Phân loại", first, "Khá"),
        at("Tổng số người", first, 61),
        at("Người được phổ biến", first, 59),
        at("Đầu mối đạt danh hiệu", first, "không thuộc diện"),
        fact("Giá trị", 5, "Chính thức"),
        fact("Đã phổ biến", 6, 4120),
        fact("Tổng số", 6, 4356),
        fact("Đạt / Có", 9, "Có"),
        fact("Ngày", 11, "10/01/2026"),
        fact("Đạt / Có", 15, "Có"),
        fact("Ngày", 15, "19/08/2026")
      ])
    );
    expect(reading.stage).toBe("chinh_thuc");
    expect(reading.units[0]).toMatchObject({
      is_registered: true,
      registered_date: "2026-02-14",
      resolution_date: "2026-01-20",
      is_certified: true,
      decision_number: "118/QĐ-UBND",
      score: 84.5,
      class: "kha",
      informed_count: 59,
      informed_total: 61,
      is_title_eligible: false
    });
    expect(reading.units[1]?.is_registered).toBe(false);
    expect(reading.facts).toMatchObject([
      {fact: "households", reached_count: 4120, total_count: 4356},
      {fact: "ntm_19_2", is_met: true},
      {fact: "resolution_date", value_date: "2026-01-10"},
      {fact: "festival", is_met: true, value_date: "2026-08-19"}
    ]);
    expect(reading.issues.filter(({severity}) => severity.endsWith("error"))).toEqual([]);
  });

  test("takes a new unit in a blank row of each group, by its heading alone", () => {
    const {units} = readBack(bytes);
    const blankAfter = (type: string): number =>
      Math.max(...units.filter((one) => one.unit_type === type).map((one) => one.row_number)) + 1;
    const types = ["khu_dan_cu", "co_quan", "doanh_nghiep", "co_so_giao_duc"];
    const reading = readBack(
      typeInto(
        bytes,
        types.map((type) => at("Tên đơn vị", blankAfter(type), `Đơn vị mới ${type}`))
      )
    );
    expect(reading.rows_rejected).toBe(0);
    for (const type of types)
      expect(reading.units.find(({unit_name}) => unit_name === `Đơn vị mới ${type}`)).toMatchObject({unit_type: type});
  });
});

describe("a blank form", () => {
  const bytes = bytesOf(fillOf([], {owner: null, formerCommunes: [], unitYears: []}));

  test("holds no row, and is whose it says once that is written in", () => {
    expect(readBack(bytes)).toMatchObject({rows_read: 0, area_code: null, year: 2026});
    const name = headOf(bytes, LIST, "Tên đơn vị");
    const facts = headOf(bytes, "Thông tin chung", "Nội dung").row;
    const reading = readBack(
      typeInto(bytes, [
        {sheet: "Thông tin chung", title: "Giá trị", row: facts + 1, value: "Tỉnh Thanh Hóa"},
        {sheet: "Thông tin chung", title: "Giá trị", row: facts + 2, value: "Phường Hạc Thành"},
        {sheet: LIST, title: "Tên đơn vị", row: name.row + 2, value: "Phố 1"},
        {sheet: LIST, title: "Kết quả xét", row: name.row + 2, value: "Đạt"}
      ])
    );
    expect(reading).toMatchObject({area_level: "commune", area_code: "14797", rows_accepted: 1});
    expect(reading.units[0]).toMatchObject({unit_name: "Phố 1", unit_type: "khu_dan_cu", is_certified: true});
  });
});

describe("a province's form", () => {
  test("names the commune of each unit and is read as the province's", () => {
    const units = [
      unit({unit_name: "Sở Xây dựng", unit_type: "co_quan", commune: "Phường Hạc Thành", managed_level: "tinh"}),
      unit({
        unit_name: "Trường THPT A",
        unit_type: "co_so_giao_duc",
        commune: "Phường Hàm Rồng",
        former_commune: null,
        managed_level: "tinh"
      })
    ];
    const owner = {
      level: "province",
      code: "38",
      title: "Tỉnh Thanh Hóa",
      name: "Thanh Hóa",
      province: "Tỉnh Thanh Hóa"
    } as const;
    const reading = readBack(bytesOf(fillOf(units, {owner, communes: ["Phường Hạc Thành", "Phường Hàm Rồng"]})));
    expect(reading).toMatchObject({form: "unit_list+commune_facts", area_level: "province", area_code: "38"});
    expect(reading.units.map(({commune_code, managed_level}) => [commune_code, managed_level])).toEqual([
      ["14797", "tinh"],
      ["14758", "tinh"]
    ]);
    expect(found(reading)).toEqual(["form_not_filled"]);
  });
});

describe("the definition of a form", () => {
  test("gives the columns: one added to it stands in the form, in its place, and is read", () => {
    const directory = join(import.meta.dirname, "..", "..", "..", "data", "forms");
    const documents = Object.fromEntries(
      readdirSync(directory).map((file) => [file, parse(readFileSync(join(directory, file), "utf8")) as unknown])
    ) as Record<string, {fields: Record<string, unknown>}>;
    const list = documents["unit_list.yaml"];
    if (list === undefined) throw new Error("no unit list");
    const entries = Object.entries(list.fields);
    const at = entries.findIndex(([id]) => id === "score");
    entries.splice(at, 0, [
      "petition_letters",
      {title: "Số thư góp ý", type: "count", headers: ["Số thư góp ý"], maximum: 40}
    ]);
    list.fields = Object.fromEntries(entries);
    const forms = parseForms(documents);
    const {bytes} = makeTemplate(fillOf(UNITS), templateForms(forms));
    const added = headOf(bytes, LIST, "Số thư góp ý");
    expect(added.column).toBe(headOf(bytes, LIST, "Điểm").column - 1);
    expect(
      validationsOf(bytes, 2).find(({ranges}) => ranges[0]?.startsWith(`${added.letter}${added.row + 1}:`))?.error
    ).toContain("từ 0 đến 40");
    expect(readBack(bytes, forms).columns.map(({field}) => field)).toContain("petition_letters");
    const guide = opened(bytes).sheets.find(({name}) => name === "Hướng dẫn");
    expect(guide?.cells.some(({text}) => text === "Số thư góp ý")).toBe(true);
  });
});

function rawSheet(bytes: Uint8Array, number: number): string {
  return new TextDecoder().decode(unzip(bytes)[`xl/worksheets/sheet${number}.xml`]);
}
