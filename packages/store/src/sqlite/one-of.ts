/**
 * A condition for CHECK: the column holds one of these texts. Not `IN`, for which SQLite builds a table of the list each
 * time a row is written: that took two thirds of the time of every update.
 */
export function oneOf(column: string, values: readonly string[]): string {
  return values.map((value) => `${column} = '${value}'`).join(" OR ");
}
