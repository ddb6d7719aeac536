import { expect, test } from "vitest";
import { foreignStrings } from "./web-strings.ts";

const textsIn = (jsx: string) => foreignStrings("a.tsx", `const a = ${jsx};`).map(({ text }) => text);

test("words between tags are found", () => expect(textsIn("<p>Nothing here</p>")).toEqual(["Nothing here"]));
test("so are those in braces", () => expect(textsIn('<p>{"Nothing here"}</p>')).toEqual(["Nothing here"]));
test("and attributes that are read or spoken", () =>
  expect(textsIn('<a title="Go home" aria-label="Home" className="place" />')).toEqual(["Go home", "Home"]));
test("a line of the file goes with it", () =>
  expect(foreignStrings("a.tsx", "const a = (\n  <b>\n    Bad\n  </b>\n);")[0]?.text).toBe("Bad"));
test("signs, numbers, names that are alike everywhere, and what comes from the catalogue are none", () =>
  expect(textsIn('<p title={t("a.b")}>· 12 → {t("c")} / DAG</p>')).toEqual([]));
