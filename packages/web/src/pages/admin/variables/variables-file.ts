/** Files of variables, as `momiji variables export` writes them: an object of keys, each with a value or with value and description. */

export interface FileVariable {
  readonly key: string;
  readonly value: string;
  readonly description: string | null;
}

export type Problem =
  | { readonly code: "not_json" | "not_object" | "empty" }
  | { readonly code: "bad_key" | "bad_value"; readonly key: string };

export type ReadFile = { readonly variables: readonly FileVariable[] } | { readonly problem: Problem };

const LONGEST_KEY = 250;

export function readVariablesFile(text: string): ReadFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { problem: { code: "not_json" } };
  }
  if (typeof content !== "object" || content === null || Array.isArray(content))
    return { problem: { code: "not_object" } };
  const entries = Object.entries(content);
  if (entries.length === 0) return { problem: { code: "empty" } };
  const variables: FileVariable[] = [];
  for (const [key, given] of entries) {
    if (key === "" || key.length > LONGEST_KEY) return { problem: { code: "bad_key", key } };
    const variable = readOne(key, given);
    if (variable === null) return { problem: { code: "bad_value", key } };
    variables.push(variable);
  }
  return { variables };
}

/** An object with `value` and `description` alone is Airflow's long form; any other is a value that is kept as its JSON. */
function readOne(key: string, given: unknown): FileVariable | null {
  if (given === null || given === undefined) return null;
  if (typeof given === "string") return { key, value: given, description: null };
  if (typeof given === "object" && !Array.isArray(given) && "value" in given) {
    const { value, description = null, ...more } = given as { value: unknown; description?: unknown };
    const isLong = Object.keys(more).length === 0 && (description === null || typeof description === "string");
    if (isLong) return { key, value: valueText(value), description };
  }
  return { key, value: valueText(given), description: null };
}

function valueText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

export const ON_EXISTENCE = ["overwrite", "skip", "fail"] as const;
export type OnExistence = (typeof ON_EXISTENCE)[number];

export type Effect = "create" | "overwrite" | "skip" | "fail";

/** What becomes of each, given the keys that are there already. */
export function plan(
  variables: readonly FileVariable[],
  existing: ReadonlySet<string>,
  mode: OnExistence,
): readonly { readonly key: string; readonly effect: Effect }[] {
  return variables.map(({ key }) => ({ key, effect: existing.has(key) ? mode : "create" }));
}

/** The text of a file that can be imported again. */
export function variablesFile(variables: readonly FileVariable[]): string {
  const entries = variables
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, value, description }) => [key, description === null ? value : { value, description }]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
