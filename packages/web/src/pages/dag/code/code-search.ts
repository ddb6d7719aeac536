/** What the address of the code page keeps: which version, beside which other, and where in it. */
import { oneOf, readSearch, text, whole, yesNo } from "../../../url/search.ts";

export const readCodeSearch = readSearch({
  version: whole(1),
  /** Compared with it. */
  against: whole(1),
  shape: oneOf("side", "inline"),
  line: whole(1),
  /** Shown where it stands. */
  task: text,
  wrap: yesNo,
});

export type CodeSearch = Partial<{
  [Name in keyof ReturnType<typeof readCodeSearch>]: ReturnType<typeof readCodeSearch>[Name] | undefined;
}>;
