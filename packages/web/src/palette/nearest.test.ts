import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

const named = (...names: readonly string[]) => names.map((name) => ({ name }));

test("a slip of the finger is understood, what is quite another word is not", () => {
  expect(nearest("nigthly", named("nightly", "billing", "nightly_report"))).toEqual([{ name: "nightly" }]);
});

test("a part of a name leads to it", () => expect(nearest("report", named("nightly_report"))).toHaveLength(1));
