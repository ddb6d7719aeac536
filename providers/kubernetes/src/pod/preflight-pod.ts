/** What is missing for a pod to start. */
import type { PreflightCheck, PreflightContext } from "@momiji/sdk";
import type { KubernetesPodParams } from "./pod-params.ts";

export async function* preflightPod(_ctx: PreflightContext, _params: KubernetesPodParams): AsyncIterable<PreflightCheck> {
  yield { code: "todo", title: "todo", verdict: "unknown" };
}
