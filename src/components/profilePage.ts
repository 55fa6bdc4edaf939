import type {IndexedCommune} from "../data/queries/communeIndex.ts";
import type {CommuneStrip} from "../data/queries/communeStrips.ts";
import type {CommuneProfile} from "../data/queries/communeProfiles.ts";
import type {MapFile} from "../../pipelines/geography/mapFile.ts";
import {communeTitleName} from "../sentences/communeSentences.js";
import {communeChooser} from "./communeChooser.js";
import {communeProfile, profileHead} from "./communeProfile.js";
import {selectControl} from "./controls.js";
import {element} from "./element.js";
import {pageHead} from "./pageHead.js";
import {locatorMap} from "./profile/locatorMap.js";
import type {ProfileView} from "./profile/profileView.ts";
import {stateLink} from "./stateLink.js";
import type {StripDot} from "./stripChart.js";
import {observeUrlState, writeUrlState} from "./urlState.js";

export interface ProfilePage {
  communes: readonly IndexedCommune[];
  /** Counts of all communes, year by year, for the place of one among them. */
  strips: {labels: readonly string[]; strips: readonly CommuneStrip[]};
  /** The map of the home area, for the place of the commune in it; null where there is none. */
  map: MapFile | null;
  /** Whose site it is: "Tỉnh Thanh Hóa". */
  homeName: string;
  /** Fetches the profile of a commune by code. */
  load: (code: string) => Promise<CommuneProfile>;
  years: readonly number[];
  defaultYear: number;
  isSimulated: boolean;
  asOf: string;
}

/** The page Hồ sơ xã: the commune of `ma` in the year of `nam`, or the list of all when none is chosen. */
export function profilePage({
  communes,
  strips,
  map,
  homeName,
  load,
  years,
  defaultYear,
  ...rest
}: ProfilePage): HTMLElement {
  const chooser = selectControl(
    [{value: "", text: "Chọn xã, phường"}, ...communes.map(({code, name}) => ({value: code, text: name}))],
    {label: "Xã, phường", onChange: (ma) => writeUrlState({ma})}
  );
  const yearControl = selectControl(
    years.map((year) => ({value: `${year}`, text: `${year}`})),
    {label: "Năm", value: `${defaultYear}`, onChange: (nam) => writeUrlState({nam})}
  );
  const head = pageHead([chooser, yearControl]);
  const body = element("div", {class: "profile-body", "aria-live": "polite"});
  const trail = element("nav", {class: "breadcrumb", "aria-label": "Đang xem"});
  const place = element("div", {class: "locator-slot"});
  head.node.lastElementChild?.before(place);
  const node = element("div", {class: "profile-page"}, trail, head.node, body);
  const profiles = new Map<string, Promise<CommuneProfile>>();
  observeUrlState(({ma = "", nam}) => {
    const year = years.find((known) => `${known}` === nam) ?? defaultYear;
    chooser.value = ma;
    yearControl.value = `${year}`;
    if (!communes.some(({code}) => code === ma)) {
      const unknown = ma === "" ? "" : `Không có xã, phường nào mang mã ${ma}. `;
      trail.replaceChildren(...steps(null));
      place.replaceChildren();
      head.say("Chọn một xã, phường để xem hồ sơ", `${unknown}Tỷ lệ là của năm gần nhất đã nộp.`);
      body.replaceChildren(communeChooser(communes));
      return;
    }
    const profile = profiles.get(ma) ?? load(ma);
    profiles.set(ma, profile);
    profile.then(
      (loaded) => {
        if (chooser.value !== ma || yearControl.value !== `${year}`) return;
        show(loaded, {year, years, ...rest, strips: stripsOf(ma, year)});
      },
      () => {
        profiles.delete(ma);
        trail.replaceChildren(...steps(null));
        place.replaceChildren();
        head.say("Không mở được hồ sơ", "");
        body.replaceChildren(
          element(
            "p",
            {class: "empty"},
            "Không đọc được tệp số liệu của xã này. Tải lại trang; nếu vẫn vậy, chạy lại npm run build."
          )
        );
      }
    );
  });
  return node;

  /** Where one is: the home area, the page, the commune. */
  function steps(name: string | null): Node[] {
    const home = element("a", {href: "./"}, homeName.replace(/^(Tỉnh|Thành phố) /, ""));
    const page = "Hồ sơ xã";
    const separator = (): HTMLElement => element("span", {"aria-hidden": "true"}, " / ");
    if (name === null) return [home, separator(), element("span", {"aria-current": "page"}, page)];
    const own = element("span", {"aria-current": "page"}, name);
    return [home, separator(), stateLink({ma: undefined}, {}, page), separator(), own];
  }

  /** The communes of the chosen one's own province. */
  function stripsOf(chosen: string, year: number): ProfileView["strips"] {
    const byCode = new Map(communes.map((commune) => [commune.code, commune]));
    const province = byCode.get(chosen)?.province;
    const dots: StripDot[] = strips.strips
      .filter((strip) => strip.year === year)
      .flatMap(({strip, code, numerator, denominator}) =>
        code.flatMap((of, i) => {
          const commune = byCode.get(of);
          if (commune?.province !== province) return [];
          return {
            label: strips.labels[strip] ?? "",
            name: commune?.name ?? of,
            numerator: numerator[i] ?? 0,
            denominator: denominator[i] ?? 0,
            isChosen: of === chosen
          };
        })
      );
    return {labels: strips.labels, dots};
  }

  function show(profile: CommuneProfile, view: ProfileView): void {
    const {title, subtitle} = profileHead(profile, view);
    const name = communeTitleName(profile);
    head.say(title, subtitle);
    trail.replaceChildren(...steps(name));
    place.replaceChildren(
      map === null ? "" : (locatorMap(map, profile.code, {label: `Vị trí ${name}, ${homeName}`}) ?? "")
    );
    body.replaceChildren(communeProfile(profile, view));
  }
}
