import {type RawBuilder, sql} from "kysely";
import type {ConditionTest} from "../plans/planSchema.ts";

/** What a candidate's rows answer to a test: whether it is met (null: unknown) and what is found, in Vietnamese. */
export interface Answer {
  isMet: RawBuilder<boolean | null>;
  found: RawBuilder<string>;
}

const yesNo = (value: string, yes: string, no: string, unknown: string): Answer => {
  const field = sql<boolean | null>`${sql.ref(value)}`;
  return {isMet: field, found: sql`case when ${field} then ${yes} when not ${field} then ${no} else ${unknown} end`};
};

/** A condition of none: met at 0. */
const none = (value: string, noun: string): Answer => {
  const field = sql<number | null>`${sql.ref(value)}`;
  return {
    isMet: sql`${field} = 0`,
    found: sql`case when ${field} is null then ${`Chưa ghi số ${noun}`} when ${field} = 0 then ${`Không có ${noun}`}
      else ${"Có "} || ${field} || ${` ${noun}`} end`
  };
};

const enough = (value: string, noun: string): Answer => {
  const field = sql<number | null>`${sql.ref(value)}`;
  return {
    isMet: sql`${field} >= minimum`,
    found: sql`case when ${field} is null then ${`Chưa ghi số ${noun}`}
      else ${"Có "} || ${field} || ${` ${noun}, cần ít nhất `} || minimum end`
  };
};

/** Enough models of a kind; fewer is only certain when no other model could be one, and none of unknown home is. */
const models = (count: string, unsaid: string, homeless: string, words: {kind: string; unsaid: string}): Answer => {
  const [found, open, unplaced] = [sql.ref(count), sql.ref(unsaid), sql.ref(homeless)];
  return {
    isMet: sql`case when ${found} >= minimum then true when ${open} = 0 and ${unplaced} = 0 then false end`,
    found: sql`case when ${found} is null then 'Chưa có danh sách mô hình của xã'
      when ${found} >= minimum then 'Có ' || ${found} || ${` mô hình ${words.kind}`}
      when ${open} > 0 then ${words.unsaid}
      when ${unplaced} > 0 then 'Có mô hình của xã chưa rõ thuộc đơn vị nào'
      when ${found} = 0 then ${`Không có mô hình ${words.kind}`}
      else 'Có ' || ${found} || ${` mô hình ${words.kind}, cần ít nhất `} || minimum end`
  };
};

/** Each test, answered from the columns of a candidate (see award_results) and `minimum`, the fewest that suffice. */
export const ANSWERS: Record<ConditionTest, Answer> = {
  certified: yesNo("is_certified", "Được công nhận đạt", "Chưa được công nhận đạt", "Chưa có kết quả xét công nhận"),
  class_excellent: {
    isMet: sql`class = 'xuat_sac'`,
    found: sql`case class when 'xuat_sac' then 'Xếp loại Xuất sắc' when 'kha' then 'Xếp loại Khá'
      when 'trung_binh' then 'Xếp loại Trung bình' when 'yeu' then 'Xếp loại Yếu' else 'Chưa phân loại' end`
  },
  good_model: models("good_model_count", "unclassed_model_count", "homeless_good_count", {
    kind: "phân loại Tốt",
    unsaid: "Có mô hình chưa phân loại"
  }),
  replicated_model: models("replicated_model_count", "unsaid_replication_count", "homeless_replicated_count", {
    kind: "được nhân rộng toàn tỉnh",
    unsaid: "Có mô hình chưa ghi nhân rộng hay không"
  }),
  block_leader: yesNo("is_block_leader", "Dẫn đầu khối", "Không dẫn đầu khối", "Chưa ghi kết quả xếp khối"),
  merit_certificates: enough("merit_certificate_count", "Bằng khen"),
  no_complex_case: none("complex_case_count", "vụ việc phức tạp"),
  no_petition: none("petition_count", "đơn thư"),
  has_plan: {
    isMet: sql`case when plan_date is not null then true end`,
    found: sql`case when plan_date is not null then 'Kế hoạch ngày ' || strftime(plan_date, '%d/%m/%Y')
      else 'Chưa ghi ngày kế hoạch' end`
  },
  award_registered: yesNo(
    "is_award_registered",
    "Đã đăng ký khen thưởng",
    "Không đăng ký khen thưởng",
    "Chưa ghi có đăng ký khen thưởng hay không"
  ),
  plan_done: {
    isMet: sql`round(plan_done_share * 10000) >= minimum * 100`,
    found: sql`case when plan_done_share is null then 'Chưa ghi mức hoàn thành kế hoạch'
      else 'Hoàn thành ' || replace(rtrim(rtrim(printf('%.2f', plan_done_share * 100), '0'), '.'), '.', ',')
        || '% kế hoạch, cần từ ' || minimum || '%' end`
  },
  graded: {
    isMet: sql`case when class is not null then true end`,
    found: sql`case when class is null then 'Mô hình chưa phân loại' else 'Mô hình đã phân loại' end`
  },
  not_tracked: {isMet: sql`null::boolean`, found: sql`'Biểu mẫu không có mục này'`}
};
