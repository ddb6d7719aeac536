/** What the server of these benchmarks is told to do, at a constant rate (a second). */
export type StageOrder =
  /** Of task instances of the newest run of a DAG. */
  | { readonly kind: "changes"; readonly dagId: string; readonly count: number; readonly rate: number }
  /** Lines of the log that grows. */
  | { readonly kind: "lines"; readonly count: number; readonly rate: number };
