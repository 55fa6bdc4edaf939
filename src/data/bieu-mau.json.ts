import {readForms} from "../../loaders/submissions/readForms.ts";
import {formsBook, ownerFills} from "./queries/formsBook.ts";
import {templateSources} from "./queries/templateSources.ts";
import {siteWorkspace, withWarehouseIfAny} from "./warehouse.ts";
import {print} from "./print.ts";

/** The forms explained and whose can be had filled in; a public edition hands out blank forms only, for names of units are internal. */
const {settings, forms} = siteWorkspace();
const {home, publication} = settings;
const book = await withWarehouseIfAny(async (db, workspace) => {
  const sources = await templateSources(db, workspace);
  const owners = publication === "internal" ? (await ownerFills(sources, home)).map(({owner}) => owner) : [];
  return formsBook(readForms(forms), sources, {owners, home});
});
print(JSON.stringify(book));
