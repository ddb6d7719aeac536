import { expect, test } from "vitest";
import { type Option, sectionsOf } from "./options.ts";

const option = (section: string, name: string, source = "default"): Option => ({
  section,
  option: name,
  value: "1",
  standard: "1",
  source,
  about: `what ${name} does`,
  is_secret: false,
});
const ALL = [option("core", "parallelism", "flag"), option("core", "dags"), option("server", "port")];
const names = (given: Parameters<typeof sectionsOf>[1]) =>
  sectionsOf(ALL, given).map(([section, options]) => [section, options.map((each) => each.option)]);

test("options stand under their sections", () => {
  expect(names({ q: "", isSet: false })).toEqual([
    ["core", ["parallelism", "dags"]],
    ["server", ["port"]],
  ]);
});

test("what was typed is sought in names and in what they are for, and only what was set can be asked for", () => {
  expect(names({ q: "SERVER.po", isSet: false })).toEqual([["server", ["port"]]]);
  expect(names({ q: "what dags", isSet: false })).toEqual([["core", ["dags"]]]);
  expect(names({ q: "", isSet: true })).toEqual([["core", ["parallelism"]]]);
});
