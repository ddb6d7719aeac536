/** `docker`: from queued to the container's first line in the task's log, beside `docker run` of the engine's own client. */
import { startEngine } from "../engine-under-test.ts";
import { median, repeat } from "../measure.ts";
import type { Bench, Report } from "../result.ts";
import { dockerHost, dockerRunFirstLine, IMAGE } from "./docker-engine.ts";
import { firstLine, LINE } from "./first-line.ts";

const REPEATS = 10;
const COMMAND = ["echo", LINE];
/** What may be added to the engine's own time. */
const TARGET_MILLIS = 150;

const dagFile = (host: string): string => `import { dag } from "momiji";
import { dockerRun } from "@momiji/docker";
export default dag({ id: "docker_bench", schedule: null }, () => {
  dockerRun("t", { image: "${IMAGE}", dockerHost: "${host}", command: ${JSON.stringify(COMMAND)}, autoRemove: "always" });
});\n`;

async function docker(report: Report): Promise<void> {
  const host = dockerHost("docker");
  if (host === null) return;
  const engine = await startEngine({ "docker_bench.ts": dagFile(host) });
  try {
    // One after the other, so that both see the same machine.
    const floors: number[] = [];
    const values = await repeat(REPEATS, async () => {
      floors.push(await dockerRunFirstLine(host, COMMAND));
      return firstLine(engine, "docker_bench");
    });
    const [value, floor] = [median(values), median(floors.slice(1))];
    const name = "docker";
    report({ name, metric: "queued to first line", value, unit: "ms", floor });
    report({
      name,
      metric: "beyond docker run",
      value: value - floor,
      unit: "ms",
      target: { of: "value", atMost: TARGET_MILLIS },
    });
  } finally {
    await engine.stop();
  }
}

export const dockers: readonly Bench[] = [{ name: "docker", group: "jobs", run: docker }];
