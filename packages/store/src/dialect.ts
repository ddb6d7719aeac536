/**
 * What differs between databases in the query texts that they share. Texts mark parameters with `?`; a database that
 * counts them (`$1`) numbers them when it prepares a text.
 */
export interface Dialect {
  /** A sub-select of the texts in a JSON array that is bound as one parameter. */
  readonly textSet: string;
  /** A sub-select of the whole numbers in a JSON array that is bound as one parameter. */
  readonly numberSet: string;
  /** The database's own clock in microseconds; only leases may ask it. */
  readonly clock: string;
}

/** What a column holds: flags are 0 and 1, instants are microseconds, documents are JSON text. */
export type SqlValue = string | number | null;

export interface Query {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** `(?, ?, ?)` for so many columns. */
export function parameterList(columns: readonly string[]): string {
  return `(${columns.map(() => "?").join(", ")})`;
}
