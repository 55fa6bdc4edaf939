import {afterEach, describe, expect, it} from "vitest";
import {locatorMap} from "../../../../src/components/profile/locatorMap.ts";
import {profilePage} from "../../../../src/components/profilePage.ts";
import {smallProfile} from "../../smallProfile.ts";
import {smallMap} from "../../views/smallOverview.ts";

const code = smallMap.communes[0]?.code ?? "";
const profile = smallProfile({code});

async function open(search: string): Promise<HTMLElement> {
  history.replaceState(null, "", `/xa${search}`);
  const page = profilePage({
    communes: [
      {code, name: "Hạc Thành", type: "phuong", province: "Thanh Hóa", year: 2025, numerator: 188, denominator: 252}
    ],
    strips: {labels: [], strips: []},
    map: smallMap,
    homeName: "Tỉnh Thanh Hóa",
    load: () => Promise.resolve(profile),
    years: [2024, 2025],
    defaultYear: 2025,
    isSimulated: true,
    asOf: "2025-11-18"
  });
  document.body.replaceChildren(page);
  await new Promise((done) => setTimeout(done, 0));
  return page;
}

afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, "", "/");
});

describe("the page Hồ sơ xã", () => {
  it("says where one is: home area, page, commune; the page leads back to the list and keeps the year", async () => {
    const trail = (await open(`?ma=${code}&nam=2024`)).querySelector(".breadcrumb");
    expect(trail?.textContent).toBe("Thanh Hóa / Hồ sơ xã / Phường Hạc Thành");
    expect([...(trail?.querySelectorAll("a") ?? [])].map((link) => link.getAttribute("href"))).toEqual([
      "./",
      "?nam=2024"
    ]);
    expect(trail?.querySelector("[aria-current=page]")?.textContent).toBe("Phường Hạc Thành");
  });
  it("rings the commune on a small map of the home area, said in words too; none before one is chosen", async () => {
    const svg = (await open(`?ma=${code}`)).querySelector(".locator");
    expect(svg?.getAttribute("aria-label")).toBe("Vị trí Phường Hạc Thành, Tỉnh Thanh Hóa");
    expect(svg?.querySelectorAll(".locator-own, .locator-ring")).toHaveLength(2);
    const list = await open("");
    expect(list.querySelector(".locator")).toBeNull();
    expect(list.querySelector(".breadcrumb")?.textContent).toBe("Thanh Hóa / Hồ sơ xã");
  });
  it("has no such map of a commune that the map does not hold", () => {
    expect(locatorMap(smallMap, "99999", {label: "x"})).toBeNull();
  });
});
