import type {CheckRules} from "../../../loaders/checkFile/messages.ts";
import {packRegister} from "../../../loaders/reference/packRegister.ts";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import {readForms} from "../../../loaders/submissions/readForms.ts";
import type {Workspace} from "../../../loaders/workspace.ts";

/**
 * What Kiểm tra tệp checks by: forms and the whole register, as `npm run pipeline` reads them, so that a file of any commune in the
 * country is recognised alike. Fetched when the first file is dropped.
 * @param priorCommunes communes that `data/nam-truoc/<code>.json` is there for.
 */
export function checkRules(
  {reference, forms, settings: {home}}: Workspace,
  priorCommunes: readonly string[]
): CheckRules {
  return {
    register: packRegister(readRegister(reference)),
    forms: readForms(forms),
    homeProvince: home.level === "province" ? home.code : null,
    priorCommunes
  };
}
