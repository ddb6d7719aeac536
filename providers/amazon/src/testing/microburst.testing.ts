/** microburst before an emulator: faults that a test sets while it runs. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, connect } from "node:net";

const { MOMIJI_TEST_AWS_MICROBURST } = process.env;

export interface Faults {
  readonly url: string;
  /** In the place of all that were set. */
  set(rules: readonly object[]): Promise<void>;
  stop(): Promise<void>;
}

export async function startMicroburst(upstream: string): Promise<Faults> {
  const port = await freePort();
  const args = ["-u", upstream, "--host", "127.0.0.1", "-p", String(port), "--control-port", String(port)];
  const child = spawn(MOMIJI_TEST_AWS_MICROBURST ?? "microburst", args, { stdio: "ignore" });
  await listening(child, port);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    set: async (rules) => {
      const headers = { "content-type": "application/json" };
      const how = { method: "POST", headers, body: JSON.stringify(rules) };
      const answer = await fetch(`${url}/_microburst/rules`, how);
      if (!answer.ok) throw new Error(`microburst answers ${answer.status}: ${await answer.text()}`);
    },
    stop: async () => {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`microburst ended with ${child.exitCode}`);
    const socket = connect(port, "127.0.0.1");
    const isThere = await new Promise<boolean>((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    socket.destroy();
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
