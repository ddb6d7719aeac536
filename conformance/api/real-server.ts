/** A real server with the DAGs of `dags/`, and those of Airflow's users that the recorded requests name. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startStandalone } from "momiji/standalone";

export interface Answer {
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query?: { readonly [name: string]: unknown };
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
  /** Whose token; null: none. */
  readonly as: string | null;
}

export interface RealServer {
  readonly address: string;
  /** Of `admin` or `viewer`. */
  tokenOf(user: string): string;
  ask(asked: Asked): Promise<Answer>;
  /** Takes a DAG file away. */
  remove(file: string): void;
  stop(): Promise<void>;
}

export const ADMIN_PASSWORD = "a password of admin";

const BROKEN = {
  // Airflow shows two of its three broken files at the moment of the recording; two are enough here.
  "broken_cron.ts":
    'import { dag } from "momiji";\nexport default dag({ id: "broken_cron", schedule: "61 * * * *" }, () => {});\n',
  "cycle.ts":
    'import { dag } from "momiji";\nimport { empty } from "momiji/operators";\nexport default dag({ id: "cycle" }, ({ chain }) => {\n  const [a, b] = [empty("a"), empty("b")];\n  chain(a, b, a);\n});\n',
};

export async function startRealServer(): Promise<RealServer> {
  const scratch = mkdtempSync(join(tmpdir(), "momiji-conformance-"));
  const folder = join(scratch, "dags");
  cpSync(join(import.meta.dirname, "dags"), folder, { recursive: true });
  for (const [name, text] of Object.entries(BROKEN)) writeFileSync(join(folder, name), text);
  const home = join(scratch, "home");
  mkdirSync(home);
  const server = await startStandalone({
    home,
    folders: [folder],
    flags: new Map<string, string | number>([
      ["server.port", 0],
      ["logging.level", "error"],
    ]),
    env: { ...process.env, MOMIJI_ADMIN_PASSWORD: ADMIN_PASSWORD },
  });
  await server.loaded;
  const local = (JSON.parse(readFileSync(join(home, "server.json"), "utf8")) as { readonly token: string }).token;
  const tokens = new Map([["bad token", "no.such.token"]]);
  const send = (asked: Asked, token: string | undefined) => request(server.address, asked, token);
  const password = "a password of the viewer";
  const body = { username: "viewer", email: "viewer@example.org", roles: [{ name: "Viewer" }], password };
  await send({ method: "POST", path: "/auth/fab/v1/users", body, as: null }, local);
  for (const [username, word] of [
    ["admin", ADMIN_PASSWORD],
    ["viewer", password],
  ] as const) {
    const { text } = await send(
      { method: "POST", path: "/auth/token", body: { username, password: word }, as: null },
      undefined,
    );
    tokens.set(username, (JSON.parse(text) as { readonly access_token: string }).access_token);
  }
  return {
    address: server.address,
    tokenOf: (user) => tokens.get(user) ?? "",
    ask: (asked) => send(asked, asked.as === null ? undefined : tokens.get(asked.as)),
    remove: (file) => rmSync(join(folder, file)),
    stop: async () => {
      await server.stop();
      rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function request(address: string, asked: Asked, token: string | undefined): Promise<Answer> {
  const { method, path, query = {}, body, headers } = asked;
  const url = new URL(`${address}${path}`);
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) url.searchParams.append(name, String(one));
  }
  const response = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(headers ?? { accept: "application/json" }),
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, contentType: response.headers.get("content-type"), text: await response.text() };
}
