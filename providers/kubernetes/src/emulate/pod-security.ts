/** As whom a pod's container runs, and what it may do. The container's own word counts before the pod's. */
import type { RunParams } from "@momiji/docker/emulate";
import type { JsonObject } from "../client/objects.ts";

export function securityOfPod(container: JsonObject, spec: JsonObject): Partial<RunParams> {
  const pod = (spec["securityContext"] ?? {}) as JsonObject;
  const own = (container["securityContext"] ?? {}) as JsonObject;
  const { runAsUser: user, runAsGroup: group } = { ...pod, ...own } as { readonly [field: string]: number | undefined };
  const { add, drop } = (own["capabilities"] ?? {}) as { readonly [list: string]: readonly string[] | undefined };
  const groups = [pod["fsGroup"], ...((pod["supplementalGroups"] ?? []) as readonly number[])];
  const groupAdd = groups.filter((each) => each !== undefined).map(String);
  return {
    ...(user === undefined ? {} : { user: group === undefined ? String(user) : `${user}:${group}` }),
    ...(groupAdd.length === 0 ? {} : { groupAdd }),
    ...(own["privileged"] === true ? { privileged: true } : {}),
    ...(own["readOnlyRootFilesystem"] === true ? { readOnly: true } : {}),
    ...(add === undefined ? {} : { capAdd: add }),
    ...(drop === undefined ? {} : { capDrop: drop }),
  };
}
