/** What zod found, in the words of Airflow's 422 answers (those of pydantic): type, place, message, what was given. */
import type { z } from "zod";
import type { Problem } from "./errors.ts";

type Issue = z.core.$ZodIssue;

/** Every problem of a value that stands at `place` of the request (`body`, `query`, `path`). */
export function problemsOf(issues: readonly Issue[], { place, value }: { place: string; value: unknown }): Problem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    const input = path.reduce<unknown>(
      (part, name) => (part as { [name: string]: unknown } | undefined)?.[name],
      value,
    );
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField(key, { path, place, input }));
    if (issue.code === "invalid_union") return unionProblem(issue, { place, path, input });
    const { type, message } = wordsOf(issue, input);
    if (type !== "missing") return [{ loc: [place, ...path], message, type, input }];
    const around = path
      .slice(0, -1)
      .reduce<unknown>((part, name) => (part as { [name: string]: unknown })?.[name], value);
    return [{ loc: [place, ...path], message, type, input: path.length === 0 ? null : around }];
  });
}

/** A body that is not there at all lacks itself, whatever its fields would be. */
export function bodyProblems({ issues }: z.ZodError, body: unknown): Problem[] {
  if (body !== undefined && body !== null) return problemsOf(issues, { place: "body", value: body });
  return [{ loc: ["body"], message: "Field required", type: "missing", input: null }];
}

interface At {
  readonly place: string;
  readonly path: readonly (string | number)[];
  readonly input: unknown;
}

function unknownField(key: string, { path, place, input }: At): Problem {
  const given = (input as { readonly [name: string]: unknown } | undefined)?.[key];
  const message = "Extra inputs are not permitted";
  return { loc: [place, ...path, key], message, type: "extra_forbidden", input: given };
}

/** Of the branches of a union, what the last one says: the first is for what comes by the usual way. */
function unionProblem(issue: Extract<Issue, { code: "invalid_union" }>, { place, path, input }: At): Problem[] {
  const last = issue.errors.at(-1) ?? [];
  const found = problemsOf(last, { place, value: input });
  if (found.length === 0) return [{ loc: [place, ...path], message: issue.message, type: "value_error", input }];
  return found.map((problem) => ({ ...problem, loc: [place, ...path, ...problem.loc.slice(1)] }));
}

/** Pydantic's types by what was expected. */
const TYPES: { readonly [expected: string]: readonly [type: string, message: string] } = {
  string: ["string_type", "Input should be a valid string"],
  number: ["float_type", "Input should be a valid number"],
  int: ["int_type", "Input should be a valid integer"],
  boolean: ["bool_type", "Input should be a valid boolean"],
  array: ["list_type", "Input should be a valid list"],
  object: ["dict_type", "Input should be a valid dictionary"],
  record: ["dict_type", "Input should be a valid dictionary"],
};

function wordsOf(issue: Issue, input: unknown): { readonly type: string; readonly message: string } {
  const { message } = issue;
  switch (issue.code) {
    case "invalid_type": {
      if (input === undefined) return { type: "missing", message: "Field required" };
      const [type, words] = TYPES[issue.expected] ?? ["value_error", message];
      return { type, message: words };
    }
    case "invalid_value": {
      const words = issue.values.map((value) => `'${String(value)}'`);
      const all = [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(" or ");
      return { type: "enum", message: `Input should be ${all}` };
    }
    case "too_small":
      if (issue.origin === "string") return { type: "string_too_short", message };
      if (issue.origin === "array") return { type: "too_short", message };
      return issue.inclusive === false
        ? { type: "greater_than", message: `Input should be greater than ${issue.minimum}` }
        : { type: "greater_than_equal", message: `Input should be greater than or equal to ${issue.minimum}` };
    case "too_big":
      if (issue.origin === "string") return { type: "string_too_long", message };
      if (issue.origin === "array") return { type: "too_long", message };
      return { type: "less_than_equal", message: `Input should be less than or equal to ${issue.maximum}` };
    case "invalid_format":
      return { type: issue.format === "regex" ? "string_pattern_mismatch" : "value_error", message };
    case "custom": {
      const type = (issue.params as { readonly type?: string } | undefined)?.type;
      return { type: type ?? "value_error", message };
    }
    default:
      return { type: "value_error", message };
  }
}
