import {type Random} from "../random.ts";
import {communeTitle, districtTitle} from "./areaTitles.ts";
import {type DemoUnit, demoUnit} from "./demoUnit.ts";
import {type Place} from "./places.ts";
import {currentCommune} from "./residentialAreas.ts";

const DEPARTMENT = "Sở Giáo dục và Đào tạo";
/** Share of communes that also list a preschool or primary school, which Thông tư 124/2021/TT-BCA Art. 1 leaves out. */
const EXCLUDED_SHARE = 0.14;

/**
 * The education institutions (cơ sở giáo dục): a lower secondary school in each commune (district until 2024, commune since),
 * upper secondary schools and continuing education centres of the province, and some the Circular leaves out.
 */
export function schools(place: Place, random: Random): DemoUnit[] {
  const ofSites = place.sites.flatMap((site): DemoUnit[] => {
    const {former, district} = site;
    const id = `${former.code}/gd`;
    const current = currentCommune(site, id, random);
    const common = {
      type: "co_so_giao_duc",
      site,
      current,
      formerManagement: {level: "huyen", by: `UBND ${districtTitle(district)}`},
      currentManagement: {level: "xa", by: `UBND ${communeTitle(current)}`}
    } as const;
    const kind = random.chance(`combined/${id}`, 0.12) ? "TH&THCS" : "THCS";
    const units = [demoUnit({...common, id: `${id}/thcs`, name: `Trường ${kind} ${former.name}`})];
    if (random.chance(`excluded/${id}`, EXCLUDED_SHARE)) {
      const isPreschool = random.chance(`preschool/${id}`, 0.6);
      units.push(
        demoUnit({
          ...common,
          id: `${id}/${isPreschool ? "mn" : "th"}`,
          name: `Trường ${isPreschool ? "Mầm non" : "Tiểu học"} ${former.name}`,
          exclusion: isPreschool ? "mam_non" : "tieu_hoc"
        })
      );
    }
    return units;
  });
  const ofDistricts = place.districtsWithSites.flatMap((district, order): DemoUnit[] => {
    const sites = place.sites.filter((site) => site.district.code === district.code);
    const perDistrict = place.sizes.highSchoolsPerDistrict;
    if (perDistrict === 0) return [];
    const count = Math.floor(perDistrict * (order + 1)) - Math.floor(perDistrict * order);
    return Array.from({length: count + 1}, (_, turn): DemoUnit => {
      const id = `d${district.code}/gd/${turn}`;
      const site = random.pick(`site/${id}`, sites);
      const isCentre = turn === count;
      return demoUnit({
        id,
        type: "co_so_giao_duc",
        name: isCentre ? `Trung tâm GDNN-GDTX ${district.name}` : `Trường THPT ${district.name} ${turn + 1}`,
        site,
        current: currentCommune(site, id, random),
        formerManagement: {level: "tinh", by: DEPARTMENT}
      });
    });
  });
  return [...ofSites, ...ofDistricts];
}
