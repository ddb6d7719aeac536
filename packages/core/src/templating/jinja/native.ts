/** Native rendering: a template's result as a Python value (`render_template_as_native_obj`). */
import { isKind } from "../errors.ts";
import { strOf } from "../python/protocol.ts";
import { type PyValue, type Runtime, stringOf } from "../python/value.ts";
import { readLiteral } from "./python-literal.ts";

/**
 * Nothing printed is None, one value that is no text is itself; anything else is joined, and if the text is a Python
 * literal it becomes that value.
 */
export function nativeConcat(chunks: readonly PyValue[], rt: Runtime): PyValue {
  const [first] = chunks;
  if (first === undefined) return null;
  if (chunks.length === 1 && stringOf(first) === undefined) return first;
  const text = chunks.map((chunk) => strOf(chunk, rt)).join("");
  try {
    return readLiteral(text, rt);
  } catch (error) {
    if (isKind(error, "SyntaxError", "ValueError", "TemplateSyntaxError")) return chunks.length === 1 ? first : text;
    throw error;
  }
}
