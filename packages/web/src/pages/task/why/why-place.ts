/** What does not run. */
export interface WhyPlace {
  readonly dagId: string;
  readonly runId: string;
  /** Absent: the run itself. */
  readonly taskId?: string;
  readonly mapIndex?: number;
}
