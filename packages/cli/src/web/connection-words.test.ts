/** What the interface says of the fields of connections that come with Momiji is what the core says of them, and no field is left out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CONNECTION_TYPES } from "@momiji/core";
import { expect, test } from "vitest";

const CATALOGUE = join(import.meta.dirname, "..", "..", "..", "web", "src", "i18n", "en", "admin.json");

test("every field of every type of connection has its words in the catalogue", () => {
  const words = JSON.parse(readFileSync(CATALOGUE, "utf8")) as { readonly connections: { readonly about: object } };
  const said = CONNECTION_TYPES.map(({ type, fields, extra }) => [type, { ...fields, ...extra }]);
  expect(words.connections.about).toEqual(Object.fromEntries(said));
});
