/** What runs were given lately, each once: to be given again. Pure. */
import { type Conf, type ParamField, textOf } from "./params.ts";
import { withSecrets } from "./secret-params.ts";

/** Inputs that are offered. */
const MOST = 10;

/** What is needed of a run. */
interface Given {
  readonly dag_run_id: string;
  readonly conf: object | null;
  readonly run_after: string;
  readonly triggering_user_name: string | null;
}

export interface RecentInput {
  readonly runId: string;
  readonly at: string;
  readonly who: string | null;
  readonly conf: Conf;
}

/** @param runs the newest first @param by null: whoever gave them */
export function recentInputs(runs: readonly Given[], by: string | null): readonly RecentInput[] {
  const found = new Map<string, RecentInput>();
  for (const { dag_run_id: runId, conf, run_after: at, triggering_user_name: who } of runs) {
    const key = JSON.stringify(conf ?? {});
    if (key === "{}" || found.has(key) || (by !== null && who !== by)) continue;
    found.set(key, { runId, at, who, conf: conf as Conf });
  }
  return [...found.values()].slice(0, MOST);
}

/** In one line; secrets are covered. */
export function inputWords(conf: Conf, fields: readonly ParamField[]): string {
  return Object.entries(withSecrets(fields, conf, () => "•••"))
    .map(([name, value]) => `${name}: ${textOf(value)}`)
    .join(", ");
}
