/**
 * Whether an answer is the recorded one: the same fields of the same kinds, fixed values equal, volatile ones of the same
 * format. Words of messages are compared no more than names that belong to Python; what we say beside Airflow is allowed.
 */

export interface Recorded {
  readonly path: string;
  /** Lists that were cut in the recording. */
  readonly shortened?: { readonly [key: string]: number };
}

/** What a placeholder of the recording stands for. */
const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/<YYYY-MM-DDTHH:MM:SS(\.f+)?(Z|\+00:00)>/g, String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|\+00:00)`],
  [/<uuid7>/g, String.raw`[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}`],
  [/<8 random letters>/g, String.raw`\w+`],
  [/<[^<>]+>/g, ".+"],
];

/**
 * Fields whose texts belong to the language, the machine or the author of the DAG file, and the prose of messages: compared
 * by kind only. `null` stands for a value that this installation does not keep, or keeps while Airflow's local bundle has none.
 */
const BY_KIND = new Set(
  [
    "fileloc relative_fileloc filename stack_trace content file_token operator operator_name",
    "class_ref ui_color ui_fgcolor template_fields rendered_fields detail msg description",
    "timetable_description timetable_summary extra owner version git_version executor_class",
    "documentation_url package_name reason message error is_encrypted",
  ].flatMap((names) => names.split(" ")),
);
const MAY_BE_NULL = new Set(
  [
    "bundle_version pid unixname last_parse_duration rendered_map_index git_version hostname",
    "executor_class extra owner last_scheduling_decision run_id documentation_url",
  ].flatMap((names) => names.split(" ")),
);

/** Given back for people, and different in every client: not compared. */
const IGNORED = new Set(["input", "ctx", "url"]);

/** Why the answer is another one; null: it is not. */
export function difference(expected: unknown, actual: unknown, recorded: Recorded): string | null {
  return differenceAt(expected, actual, { recorded, path: [] });
}

interface At {
  readonly recorded: Recorded;
  readonly path: readonly string[];
}

function differenceAt(expected: unknown, actual: unknown, at: At): string | null {
  const name = at.path.findLast((part) => !/^\d+$/.test(part)) ?? "";
  if (MAY_BE_NULL.has(name) && (expected === null || actual === null)) return null;
  if (typeof expected === "string") return differenceOfText(expected, actual, { ...at, name });
  if (Array.isArray(expected)) return differenceOfLists(expected, actual, at);
  if (typeof expected === "object" && expected !== null) return differenceOfObjects(expected, actual, at);
  // Where a text is no JSON, how many runs there were: both depend on more than this request.
  if ((name === "loc" || name === "count") && typeof expected === "number") return kindOf(expected, actual, at);
  if (name === "total_entries" && typeof expected === "number" && isOpenCount(at.recorded))
    return kindOf(expected, actual, at);
  return Object.is(expected, actual) || BY_KIND.has(name) ? null : told(at, expected, actual);
}

function kindOf(expected: number, actual: unknown, at: At): string | null {
  return typeof actual === "number" ? null : told(at, expected, actual);
}

/** How many there are depends on requests that this file does not have. */
function isOpenCount({ path }: Recorded): boolean {
  return /\/dagRuns(\/list)?$|eventLogs|~|\/jobs|\/providers|clearTaskInstances|queuedEvents/.test(path);
}

function differenceOfText(expected: string, actual: unknown, at: At & { readonly name: string }): string | null {
  const isNumber = /^<(int|seconds:float)>$/.test(expected);
  if (isNumber) return typeof actual === "number" ? null : told(at, expected, actual);
  if (typeof actual !== "string") return told(at, expected, actual);
  if (BY_KIND.has(at.name) || isSameMoment(expected, actual)) return null;
  return patternOf(expected).test(actual) ? null : told(at, expected, actual);
}

/** However it is written. */
function isSameMoment(expected: string, actual: string): boolean {
  const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\dT/.test(text);
  return isMoment(expected) && isMoment(actual) && Date.parse(expected) === Date.parse(actual);
}

function patternOf(expected: string): RegExp {
  const parts = expected.split(/(<[^<>]+>)/).map((part) => {
    const format = /^<.+>$/.test(part)
      ? FORMATS.find(([placeholder]) => new RegExp(placeholder.source).test(part))
      : undefined;
    return format === undefined ? part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : format[1];
  });
  return new RegExp(`^${parts.join("")}$`, "s");
}

function differenceOfObjects(expected: object, actual: unknown, at: At): string | null {
  if (typeof actual !== "object" || actual === null || Array.isArray(actual)) return told(at, expected, actual);
  const name = at.path.at(-1) ?? "";
  if (BY_KIND.has(name) && name !== "detail") return null;
  const given = actual as { readonly [key: string]: unknown };
  for (const [key, value] of Object.entries(expected)) {
    if (IGNORED.has(key)) continue;
    if (!Object.hasOwn(given, key)) return `${[...at.path, key].join(".")}: missing`;
    const found = differenceAt(value, given[key], { ...at, path: [...at.path, key] });
    if (found !== null) return found;
  }
  return null;
}

function differenceOfLists(expected: readonly unknown[], actual: unknown, at: At): string | null {
  if (!Array.isArray(actual)) return told(at, expected, actual);
  const name = at.path.at(-1) ?? "";
  if (name === "template_fields") return null;
  if (name === "type") return expected.every((word) => actual.includes(word)) ? null : told(at, expected, actual);
  const isCut = at.recorded.shortened?.[name] !== undefined;
  if (isCut ? actual.length < expected.length : actual.length !== expected.length) {
    return `${at.path.join(".")}: ${actual.length} instead of ${expected.length}`;
  }
  const found = expected.flatMap(
    (value, index) => differenceAt(value, actual[index], { ...at, path: [...at.path, String(index)] }) ?? [],
  );
  if (found.length === 0) return null;
  // Task instances of one run come in the order of random ids there.
  const isAnyOrder = name === "task_instances" || name === "import_errors";
  return isAnyOrder && isPermutation(expected, actual, at) ? null : (found[0] ?? null);
}

function isPermutation(expected: readonly unknown[], actual: readonly unknown[], at: At): boolean {
  const left = [...actual];
  return expected.every((value) => {
    const index = left.findIndex((candidate) => differenceAt(value, candidate, at) === null);
    if (index < 0) return false;
    left.splice(index, 1);
    return true;
  });
}

function told({ path }: At, expected: unknown, actual: unknown): string {
  return `${path.join(".")}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`.slice(0, 400);
}
