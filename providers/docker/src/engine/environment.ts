/** Docker's own variables in the worker's environment, which mean the same to every tool of Docker. */
import { homedir } from "node:os";
import { join } from "node:path";
import { DEFAULT_ADDRESS } from "./engine-address.ts";
import type { TlsPaths } from "./tls-files.ts";

export interface DockerEnvironment {
  readonly host: string;
  readonly tls: TlsPaths | null;
  /** With `config.json`, where `docker login` keeps logins. */
  readonly configFolder: string;
}

export function dockerEnvironment(): DockerEnvironment {
  const { DOCKER_HOST, DOCKER_TLS_VERIFY, DOCKER_CERT_PATH, DOCKER_CONFIG } = process.env;
  const configFolder = DOCKER_CONFIG || join(homedir(), ".docker");
  const usesTls = (DOCKER_TLS_VERIFY ?? "") !== "" || (DOCKER_CERT_PATH ?? "") !== "";
  return {
    host: DOCKER_HOST || DEFAULT_ADDRESS,
    tls: usesTls ? { folder: DOCKER_CERT_PATH || configFolder, verify: (DOCKER_TLS_VERIFY ?? "") !== "" } : null,
    configFolder,
  };
}
