/** One step of the schema. Steps are never edited once they were released: a later step corrects an earlier one. */
export interface Migration {
  /** Counts from 1 without gaps; the same number does the same in every database. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** `schemaHash` of the schema after this step, by which it is verified that it ran on what it was written for. */
  readonly schemaHash: string;
}
