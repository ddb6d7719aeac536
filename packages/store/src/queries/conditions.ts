/** Collects the conditions of a query that lists, with their values: what a filter leaves out adds nothing. */
import type { DagScope } from "../dag-scope.ts";
import { parameterList, type SqlValue } from "../dialect.ts";

export class Conditions {
  readonly #parts: string[] = [];
  readonly values: SqlValue[] = [];

  add(condition: string, ...values: readonly SqlValue[]): void {
    this.#parts.push(condition);
    this.values.push(...values);
  }

  addIf(condition: string, value: SqlValue | undefined): void {
    if (value !== undefined) this.add(condition, value);
  }

  /** Null stands for rows without a value. */
  addOneOf(column: string, words: readonly (string | null)[] | undefined): void {
    if (words === undefined) return;
    const texts = words.filter((word) => word !== null);
    const isNull = words.includes(null) ? [`${column} IS NULL`] : [];
    const isIn = texts.length === 0 ? [] : [`${column} IN ${parameterList(texts)}`];
    this.add(`(${[...isNull, ...isIn].join(" OR ") || "1 = 0"})`, ...texts);
  }

  /** Only rows of the DAGs of the scope; with `orNone` also those about no DAG. */
  addScope(column: string, scope: DagScope, { orNone = false } = {}): void {
    const { roles, action, only } = scope;
    const within = (set: string): string =>
      orNone ? `(${column} IS NULL OR ${column} IN ${set})` : `${column} IN ${set}`;
    if (roles !== null) {
      const granted = roles.length === 0 ? "1 = 0" : `role IN ${parameterList(roles)} AND action = ?`;
      const select = `SELECT dag_id FROM dag_access WHERE ${granted}`;
      this.add(within(`(${select})`), ...(roles.length === 0 ? [] : [...roles, action]));
    }
    if (only !== null) this.add(within(only.length === 0 ? "(SELECT 1 WHERE 1 = 0)" : parameterList(only)), ...only);
  }

  /** With a space before it; empty if there is no condition. */
  get where(): string {
    return this.#parts.length === 0 ? "" : ` WHERE ${this.#parts.join(" AND ")}`;
  }
}
