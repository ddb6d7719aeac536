/** A pod's volumes as mounts of one container of this machine. */
import type { RunParams } from "@momiji/docker/emulate";
import type { JsonObject } from "../client/objects.ts";
import { quantity } from "./quantity.ts";

export interface PodMounts {
  readonly mounts: NonNullable<RunParams["mounts"]>;
  readonly leftOut: readonly string[];
}

type VolumeMount = {
  readonly name: string;
  readonly mountPath: string;
  readonly readOnly?: boolean;
  readonly subPath?: string;
};

type Mount = PodMounts["mounts"][number];

export function mountsOfPod(container: JsonObject, spec: JsonObject): PodMounts {
  const volumes = (spec["volumes"] ?? []) as readonly JsonObject[];
  const leftOut: string[] = [];
  const mounts = ((container["volumeMounts"] ?? []) as readonly VolumeMount[]).map((mount): Mount => {
    const { name, mountPath: target, readOnly = false, subPath } = mount;
    const place = { target, ...(readOnly ? { readOnly } : {}) };
    const { name: _, ...kinds } = volumes.find((volume) => volume["name"] === name) ?? { name };
    const [kind = "emptyDir", given] = Object.entries(kinds)[0] ?? [];
    const volume = (given ?? {}) as { readonly path: string; readonly medium?: string; readonly sizeLimit?: string };
    if (kind === "hostPath")
      return { type: "bind", source: subPath === undefined ? volume.path : `${volume.path}/${subPath}`, ...place };
    if (kind !== "emptyDir") {
      leftOut.push(`the volume ${name} (${kind}): ${place.target} is an empty folder`);
      return { target: place.target };
    }
    if (volume.medium !== "Memory") return place;
    const limit = volume.sizeLimit;
    return { type: "tmpfs", ...place, ...(limit === undefined ? {} : { size: quantity(limit) }) };
  });
  return { mounts, leftOut };
}
