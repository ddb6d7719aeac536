/** A connection to an engine through `ssh HOST docker system dial-stdio`, as Docker's own client makes it. */
import { spawn } from "node:child_process";
import { Duplex } from "node:stream";
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
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said = `${said}${text}`.slice(-2000)));
  // What the other end could not read, and why, is told by how `ssh` ends.
  child.stdin.on("error", () => undefined);
  const stream = new Duplex({
    read: () => void child.stdout.resume(),
    write: (chunk: Buffer, _encoding, done) => void child.stdin.write(chunk, () => done()),
    final: (done) => void child.stdin.end(() => done()),
    destroy(error, done) {
      child.kill();
      done(error);
    },
  });
  child.stdout.on("data", (chunk: Buffer) => {
    if (!stream.push(chunk)) child.stdout.pause();
  });
  child.on("error", (error) => void stream.destroy(new SshFailure(`ssh cannot be started: ${error.message}`)));
  child.on("close", (exitCode) => {
    if (exitCode === 0) stream.push(null);
    else stream.destroy(new SshFailure(said.trim() || `ssh ended with exit code ${exitCode}`));
  });
  return stream;
}
