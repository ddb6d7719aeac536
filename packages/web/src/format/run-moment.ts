/** Ids of runs that nobody gave a name: `scheduled__2026-11-21T18:00:00+00:00`. */

const MADE = /^[a-z_]+__(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))/;

/** @returns when the run was due, ISO 8601, as its id has it; null: somebody gave it a name */
export function momentOfRun(runId: string): string | null {
  return MADE.exec(runId)?.[1] ?? null;
}
