/** Switching a DAG on and off: what that would begin, and doing it. */
import type { components } from "@momiji/client";
import { client } from "../api/client.ts";

export type UnpausePreview = components["schemas"]["UnpausePreview"];

export async function previewOfSwitch(dagId: string): Promise<UnpausePreview> {
  const body = { action: "unpause", path: { dag_id: dagId } } as const;
  return (await client.post("/api/momiji/v1/preview", { body })) as UnpausePreview;
}

/** @param etag of the preview that was shown: 409 if more runs would begin by now */
export async function switchDag(dagId: string, isOn: boolean, etag?: string): Promise<void> {
  await client.patch("/api/v2/dags/{dag_id}", {
    params: { path: { dag_id: dagId } },
    body: { is_paused: !isOn },
    ...(etag === undefined ? {} : { headers: { "if-match": etag } }),
  });
}

/** What begins within a minute is looked at before it is switched on. */
const SOON_MILLIS = 60_000;

/** Whether somebody should see first what switching it on begins. */
export function needsLook({ onEnable, rows }: UnpausePreview, nowMillis: number): boolean {
  const [next] = rows;
  return onEnable.now > 0 || (next !== undefined && Date.parse(next.runAfter) - nowMillis < SOON_MILLIS);
}
