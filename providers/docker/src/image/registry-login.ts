/** The login of an image's registry: from a connection, else from where `docker login` keeps it on the worker. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { connectionOf, type EngineContext } from "../engine/find-engine.ts";
import { dockerEnvironment } from "../engine/environment.ts";
import type { ImageParams } from "../run-params.ts";
import { imageName } from "./image-name.ts";

interface Login {
  readonly username?: string;
  readonly password?: string;
  readonly identitytoken?: string;
  readonly serveraddress?: string;
}

interface DockerConfig {
  readonly auths?: { readonly [server: string]: { readonly auth?: string; readonly identitytoken?: string } };
  readonly credsStore?: string;
  readonly credHelpers?: { readonly [server: string]: string };
}

/** How Docker Hub is called in `config.json`. */
const DOCKER_HUB = "https://index.docker.io/v1/";

/** The header that a pull takes; empty: nobody is logged in. */
export async function registryHeaders(ctx: EngineContext, params: ImageParams): Promise<{ [name: string]: string }> {
  const login =
    params.registryConnection === undefined
      ? await keptLogin(imageName(params.image).registry)
      : await connectionLogin(ctx, params.registryConnection);
  if (login === null) return {};
  return { "X-Registry-Auth": Buffer.from(JSON.stringify(login)).toString("base64url") };
}

async function connectionLogin(ctx: EngineContext, id: string): Promise<Login> {
  const { login = "", password = "", host = "" } = await connectionOf(ctx, id);
  return { username: login, password, serveraddress: host };
}

async function keptLogin(registry: string): Promise<Login | null> {
  const server = registry === "docker.io" ? DOCKER_HUB : registry;
  const config = await readConfig();
  const helper = config.credHelpers?.[server] ?? config.credsStore;
  const kept = helper === undefined ? null : await askHelper(helper, server);
  if (kept !== null) return kept;
  const { auth = "", identitytoken } = config.auths?.[server] ?? {};
  if (identitytoken !== undefined && identitytoken !== "") return { identitytoken, serveraddress: server };
  const [, username, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(auth, "base64").toString()) ?? [];
  return username === undefined || password === undefined ? null : { username, password, serveraddress: server };
}

/** Without a file that can be read nobody is logged in, as for Docker's own client. */
async function readConfig(): Promise<DockerConfig> {
  try {
    return JSON.parse(await readFile(join(dockerEnvironment().configFolder, "config.json"), "utf8")) as DockerConfig;
  } catch {
    return {};
  }
}

/** Programs of this name are how Docker keeps logins in keychains and gets them from clouds. */
function askHelper(helper: string, server: string): Promise<Login | null> {
  return new Promise((resolve) => {
    const child = execFile(`docker-credential-${helper}`, ["get"], { timeout: 30_000 }, (error, stdout) => {
      if (error !== null) return resolve(null);
      try {
        const { Username, Secret } = JSON.parse(stdout) as { Username: string; Secret: string };
        resolve(
          Username === "<token>"
            ? { identitytoken: Secret, serveraddress: server }
            : { username: Username, password: Secret, serveraddress: server },
        );
      } catch {
        resolve(null);
      }
    });
    child.stdin?.on("error", () => undefined).end(server);
  });
}
