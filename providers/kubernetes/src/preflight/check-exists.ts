/** Is what a pod refers to there? */
import type { PreflightCheck, PreflightContext } from "@momiji/sdk";
import { isNotFound } from "../client/api-error.ts";
import type { Cluster } from "../client/cluster.ts";
import type { ApiObject, JsonObject } from "../client/objects.ts";

export interface Wanted {
  /** For people: "secret". */
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  /** Entries that must be in it. */
  readonly keys?: readonly string[];
}

export async function checkExists(
  ctx: PreflightContext,
  { cluster, wanted }: { cluster: Cluster; wanted: Wanted },
): Promise<PreflightCheck> {
  const { kind, name, path, keys = [] } = wanted;
  const check = { code: `kubernetes.${kind.replaceAll(" ", "_")}`, title: `the ${kind} ${name} exists` };
  try {
    const found = await cluster.call<ApiObject & { data?: JsonObject }>({ method: "GET", path, signal: ctx.signal });
    const missing = keys.filter((key) => !(key in (found.data ?? {})));
    if (missing.length === 0) return { ...check, verdict: "ok" };
    return {
      ...check,
      verdict: "failed",
      detail: `it has no entry ${missing.join(", ")}`,
      remedy: `Add ${missing.join(", ")} to the ${kind} ${name}`,
    };
  } catch (error) {
    const detail = (error as Error).message;
    // Who may start pods need not be allowed to read secrets.
    if (!isNotFound(error)) return { ...check, verdict: "unknown", detail };
    return { ...check, verdict: "failed", detail, remedy: `Create the ${kind} ${name}, or mend its name` };
  }
}
