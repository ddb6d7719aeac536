/** The container beside the job's that keeps its file for the return value within reach (Airflow's xcom sidecar). */
import type { JsonObject } from "../client/objects.ts";

export const XCOM_SIDECAR = "momiji-xcom-sidecar";
/** Where Airflow's images write theirs. */
export const XCOM_FILE = "/airflow/xcom/return.json";

const NAME = "momiji-xcom";

export const xcomVolume = {
  volume: { name: NAME, emptyDir: {} },
  mount: { name: NAME, mountPath: "/airflow/xcom" },
} as const;

export function xcomSidecar({
  image = "alpine:3",
  resources,
}: { readonly image?: string; readonly resources?: JsonObject } = {}): JsonObject {
  return {
    name: XCOM_SIDECAR,
    image,
    command: ["sh", "-c", "trap 'exit 0' INT TERM; while true; do sleep 1; done"],
    volumeMounts: [xcomVolume.mount],
    resources: resources ?? { requests: { cpu: "1m", memory: "10Mi" } },
  };
}
