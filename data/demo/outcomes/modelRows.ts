import {type Commune} from "../../../loaders/reference/register.ts";
import {type RawModel} from "../../../loaders/rawTables.ts";
import {type ModelClass} from "../../../loaders/vocabulary.ts";
import {type Random} from "../random.ts";

/** What a list of models (mô hình) says of one model: the fields of `raw_models` a sender writes. */
export type ModelRow = Omit<
  RawModel,
  "submission_id" | "sheet" | "row_number" | "year" | "period" | "stage" | "name_key"
>;

const NAMES = [
  "Camera an ninh",
  "Tiếng kẻng an ninh",
  "Tổ liên gia an toàn phòng cháy, chữa cháy",
  "Dòng họ tự quản về an ninh, trật tự",
  "Cổng trường an toàn giao thông",
  "Nhóm Zalo an ninh",
  "Khu dân cư không có ma túy",
  "Đoạn đường tự quản",
  "Ánh sáng an ninh",
  "Tổ tự quản biên giới",
  "Họ đạo bình yên",
  "Nhà trọ tự quản",
  "Doanh nghiệp tự phòng, tự quản",
  "3 không, 3 có",
  "Công sở văn minh, an toàn",
  "Trường học không bạo lực",
  "Loa an ninh",
  "Tổ thu hồi vũ khí, vật liệu nổ"
] as const;
const CLASSES: readonly ModelClass[] = ["tot", "tot", "tot", "kha", "kha", "kha", "trung_binh", "yeu"];

/**
 * The models a commune keeps in a year; most go on from year to year.
 * @param strength how well the commune does: more and better models where it is high.
 */
export function modelRows(
  commune: Commune,
  year: number,
  placeNames: readonly string[],
  strength: number,
  random: Random
): ModelRow[] {
  const place = `${commune.valid_from ?? "former"}/${commune.code}`;
  const most = commune.valid_from === null ? 3 : 5;
  const kept =
    1 + random.integer(`modelCount/${place}`, 0, most - 1) + (random.chance(`newModel/${place}/${year}`, 0.3) ? 1 : 0);
  const names = random.shuffle(`models/${place}`, NAMES).slice(0, kept);
  return names.map((model_name, order): ModelRow => {
    const key = `model/${place}/${order}/${year}`;
    const rank = random.integer(key, 0, CLASSES.length - 1) - (strength > 0.3 ? 2 : 0);
    const modelClass = CLASSES[Math.max(0, rank)] ?? "kha";
    const sites = random.integer(`${key}/sites`, 1, 9);
    return {
      commune_code: commune.code,
      commune_valid_from: commune.valid_from,
      model_name: `"${model_name}"`,
      unit_name: random.pick(`${key}/place`, placeNames),
      class: modelClass,
      site_count: sites,
      team_count: sites + random.integer(`${key}/teams`, 0, 6),
      is_replicated_province: modelClass === "tot" && random.chance(`replicated/${place}/${order}`, 0.08),
      plan_done_share:
        ((modelClass === "tot" ? 90 : modelClass === "kha" ? 78 : 55) + random.integer(`${key}/done`, 0, 10)) / 100
    };
  });
}
