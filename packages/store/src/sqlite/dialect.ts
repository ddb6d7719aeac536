import type { Dialect } from "../dialect.ts";

/** SQLite's words for what databases say differently. */
export const SQLITE: Dialect = {
  textSet: "SELECT value FROM json_each(?)",
  numberSet: "SELECT value FROM json_each(?)",
  clock: "CAST(unixepoch('subsec') * 1000000 AS INTEGER)",
};
