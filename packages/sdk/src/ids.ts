/** Which ids a DAG, a task or a group may have (Airflow's `validate_key` and `validate_group_key`). */
import { DagDefinitionError } from "./definition-error.ts";

const KEY = /^[A-Za-z0-9_.-]+$/;
const GROUP_KEY = /^[A-Za-z0-9_-]+$/;
const MAX_LENGTH = 250;

/** Checks the full id of a DAG or a task. */
export function checkId(id: unknown, place: string): void {
  check(id, { pattern: KEY, allowed: "letters, digits, '-', '.' and '_'", place });
}

/** Checks the own part of a group's id: a dot would look like a group within a group. */
export function checkGroupId(id: unknown, place: string): void {
  check(id, { pattern: GROUP_KEY, allowed: "letters, digits, '-' and '_'", place });
}

function check(id: unknown, rule: { pattern: RegExp; allowed: string; place: string }): void {
  if (typeof id !== "string" || id === "")
    throw new DagDefinitionError(rule.place, "the id must be a text that is not empty");
  if (id.length > MAX_LENGTH) {
    throw new DagDefinitionError(rule.place, `the id has ${id.length} characters; ${MAX_LENGTH} are allowed`);
  }
  if (!rule.pattern.test(id)) {
    throw new DagDefinitionError(rule.place, `the id ${JSON.stringify(id)} may hold only ${rule.allowed} (ASCII)`);
  }
}
