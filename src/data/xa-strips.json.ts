import {communeStrips, STRIPS} from "./queries/communeStrips.ts";
import {writeJson} from "./warehouse.ts";

await writeJson(async (db) => ({labels: STRIPS.map(({label}) => label), strips: await communeStrips(db)}), {
  empty: {labels: [], strips: []}
});
