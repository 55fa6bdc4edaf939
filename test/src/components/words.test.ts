import {expect, it} from "vitest";
import {STAGES, UNIT_GROUPS, UNIT_TYPES, VERDICTS} from "../../../loaders/vocabulary.ts";
import {GROUP_TYPES, STAGE_WORDS, UNIT_GROUP_WORDS, VERDICT_WORDS} from "../../../src/components/words.ts";

it("the words of the pages are those of the vocabulary", () => {
  expect(VERDICT_WORDS).toEqual(VERDICTS);
  expect(STAGE_WORDS).toEqual(STAGES);
  expect(GROUP_TYPES).toEqual(
    Object.fromEntries(Object.entries(UNIT_GROUPS).map(([group, {types}]) => [group, types]))
  );
  const groups = Object.entries(UNIT_GROUPS).map(([group, {title}]) => [group, title] as const);
  expect(UNIT_GROUP_WORDS).toEqual({...Object.fromEntries(groups), ...UNIT_TYPES});
});
