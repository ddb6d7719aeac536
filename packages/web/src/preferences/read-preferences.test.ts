import { expect, test } from "vitest";
import { readPreferences } from "./read-preferences.ts";

test("what fits is taken, the rest is left out", () => {
  expect(
    readPreferences({
      zone: "Asia/Tokyo",
      theme: "dark",
      overview: "closed",
      language: "fr",
      hours: 24,
      columns: { dags: ["id"] },
      x: 1,
    }),
  ).toEqual({ zone: "Asia/Tokyo", theme: "dark", overview: "closed", columns: { dags: ["id"] } });
});

test.each([null, "text", 5, [], { zone: "Mars/Base" }, { columns: { dags: [1] } }, { muted: { etl: 5 } }])(
  "%j holds nothing of ours",
  (kept) => expect(readPreferences(kept)).toEqual({}),
);
