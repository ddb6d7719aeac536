/** A connection to an engine through `ssh HOST docker system dial-stdio`, as Docker's own client makes it. */
import { spawn } from "node:child_process";
import { Duplex } from "node:stream";
import type { ReadableWritablePair } from "node:stream/web";
import type { EngineAddress } from "./engine-address.ts";

const CONNECT_TIMEOUT_SECONDS = 30;

/** What `ssh` said when it ended before it was done. */
class SshFailure extends Error {
  readonly code = "ESSH";
}

/** Keys, hosts and everything else are as `ssh` on this machine is set up; it is never asked for a password. */
export function openSsh({ host, user, port }: EngineAddress & { readonly kind: "ssh" }): Duplex {
  const options = ["-o", "BatchMode=yes", "-o", `ConnectTimeout=${CONNECT_TIMEOUT_SECONDS}`, "-T"];
  const login = user === null ? [] : ["-l", user];
  const at = port === null ? [] : ["-p", String(port)];
  const child = spawn("ssh", [...options, ...login, ...at, "--", host, "docker", "system", "dial-stdio"], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  // Node takes streams here, its types only those of the web.
  const both = { readable: child.stdout, writable: child.stdin } as unknown as ReadableWritablePair;
  const stream = Duplex.from(both);
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said = `${said}${text}`.slice(-2000)));
  const fail = (words: string): void => void stream.destroy(new SshFailure(words));
  child.on("error", (error) => fail(`ssh cannot be started: ${error.message}`));
  child.on("close", (exitCode) => {
    if (exitCode !== 0 && !stream.destroyed) fail(said.trim() || `ssh ended with exit code ${exitCode}`);
  });
  stream.on("close", () => child.kill());
  return stream;
}
