/** The Docker engine of the benchmarks of jobs: the one that `DOCKER_HOST` names. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** Made by `.ci/docker-engine.sh`, and small. */
export const IMAGE = "busybox:1";

/** Null: there is no engine, or no image; that is said. */
export function dockerHost(benchmark: string): string | null {
  const host = process.env["MOMIJI_TEST_DOCKER_HOST"] ?? process.env["DOCKER_HOST"] ?? "unix:///var/run/docker.sock";
  try {
    execFileSync("docker", ["--host", host, "image", "inspect", IMAGE], { stdio: "ignore" });
    return host;
  } catch {
    const how = 'eval "$(.ci/docker-engine.sh start /tmp/dk)" starts one';
    process.stderr.write(`${benchmark}: not measured, no Docker engine with the image ${IMAGE} at ${host}; ${how}\n`);
    return null;
  }
}

/** The engine's own client: milliseconds from its start until it shows the container's first line. */
export async function dockerRunFirstLine(host: string, command: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = spawn("docker", ["--host", host, "run", "--rm", IMAGE, ...command], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  await once(createInterface(child.stdout), "line");
  const millis = performance.now() - start;
  await ended;
  return millis;
}
