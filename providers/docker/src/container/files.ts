/** What a container sees of disks and devices, for `HostConfig`. */
import type { DockerMount, FileParams } from "../run-params.ts";
import { bytesOf } from "./sizes.ts";

export function filesOf({ mounts, tmpfs, tmpDir, readOnly, devices }: FileParams): object {
  const all = [...(mounts ?? []), ...(tmpDir === undefined ? [] : [{ target: tmpDir }])];
  return {
    Mounts: all.length === 0 ? undefined : all.map(mount),
    Tmpfs: tmpfs,
    ReadonlyRootfs: readOnly,
    Devices: devices?.map(device),
  };
}

function mount({ type = "volume", source, target, readOnly = false, ...rest }: DockerMount): object {
  const { size, mode, propagation } = rest;
  const tmpfs = {
    ...(size === undefined ? {} : { SizeBytes: bytesOf(size) }),
    ...(mode === undefined ? {} : { Mode: Number.parseInt(mode, 8) }),
  };
  return {
    Type: type,
    Target: target,
    ReadOnly: readOnly,
    ...(source === undefined ? {} : { Source: source }),
    ...(type === "tmpfs" ? { TmpfsOptions: tmpfs } : {}),
    ...(propagation === undefined ? {} : { BindOptions: { Propagation: propagation } }),
  };
}

/** `OUTSIDE[:INSIDE[:rwm]]` */
function device(text: string): object {
  const [outside = text, inside = outside, permissions = "rwm"] = text.split(":");
  return { PathOnHost: outside, PathInContainer: inside, CgroupPermissions: permissions };
}
