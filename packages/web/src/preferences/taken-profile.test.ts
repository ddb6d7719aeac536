import { expect, test } from "vitest";
import type { Preferences } from "./read-preferences.ts";
import { takenOfProfile } from "./taken-profile.ts";

const BEGUN = { language: "en", zone: "local", theme: "auto", columns: {} } as unknown as Preferences;

test("a profile holds where nobody has changed anything", () => {
  expect(takenOfProfile({ begun: BEGUN, own: BEGUN, profile: { language: "ja", zone: "UTC" } })).toEqual({
    language: "ja",
    zone: "UTC",
  });
});

test("what was changed before the profile came stays as it was changed", () => {
  const own: Preferences = { ...BEGUN, theme: "dark", columns: { dags: ["id"] } };
  const profile = { theme: "light", columns: {}, zone: "UTC" } as const;
  expect(takenOfProfile({ begun: BEGUN, own, profile })).toEqual({ zone: "UTC" });
});
