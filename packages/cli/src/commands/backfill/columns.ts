/** What is shown of a backfill. */
export const BACKFILL_COLUMNS = [
  "id",
  "dag_id",
  "from_date",
  "to_date",
  "reprocess_behavior",
  "max_active_runs",
  "is_paused",
  "completed_at",
] as const;
