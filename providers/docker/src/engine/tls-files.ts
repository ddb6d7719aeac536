/** What secures a connection to an engine over TCP. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DockerError } from "../docker-error.ts";

/** PEM texts. */
export interface TlsFiles {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** False: any certificate will do. */
  readonly verify?: boolean;
  /** The name in the engine's certificate, where it is not the host's. */
  readonly hostname?: string;
}

/** As a task names them: paths on the worker. */
export interface TlsPaths {
  /** A folder with `ca.pem`, `cert.pem` and `key.pem`, as `DOCKER_CERT_PATH`. */
  readonly folder?: string;
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly verify?: boolean;
  readonly hostname?: string;
}

export function readTlsFiles({ folder, ca, cert, key, verify, hostname }: TlsPaths): TlsFiles {
  const inFolder = (name: string): string | undefined => (folder === undefined ? undefined : join(folder, name));
  return {
    ...read("ca", ca ?? inFolder("ca.pem")),
    ...read("cert", cert ?? inFolder("cert.pem")),
    ...read("key", key ?? inFolder("key.pem")),
    ...(verify === undefined ? {} : { verify }),
    ...(hostname === undefined ? {} : { hostname }),
  };
}

function read(name: "ca" | "cert" | "key", path: string | undefined): TlsFiles {
  if (path === undefined) return {};
  try {
    return { [name]: readFileSync(path, "utf8") };
  } catch (error) {
    throw new DockerError("docker_tls", `the file of tls.${name} cannot be read: ${(error as Error).message}`);
  }
}
