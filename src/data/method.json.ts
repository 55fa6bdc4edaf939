import {readForms} from "../../loaders/submissions/readForms.ts";
import {readRegister} from "../../loaders/reference/readRegister.ts";
import {readPlans} from "../../pipelines/plans/readPlans.ts";
import {method} from "./queries/method.ts";
import {siteWorkspace} from "./warehouse.ts";
import {print} from "./print.ts";

const {forms, reference, plans} = siteWorkspace();
print(JSON.stringify(method({forms: readForms(forms), register: readRegister(reference), plans: readPlans(plans)})));
