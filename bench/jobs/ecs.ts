/**
 * `ecs`: from queued to the container's first line in the task's log, beside a bare client of MiniStack, which starts the same task and
 * asks for its line without a pause, and beside `docker run` of the engine that MiniStack uses; and a hundred tasks at once.
 */
import { startEngine } from "../engine-under-test.ts";
import { median, repeat } from "../measure.ts";
import type { Bench, Report } from "../result.ts";
import { dockerHost, dockerRunFirstLine, IMAGE } from "./docker-engine.ts";
import { bareTaskFirstLine, buildEcs, type EcsPlace, ministackUrl } from "./ministack.ts";
import { firstLine } from "./first-line.ts";

const REPEATS = 10;
const COMMAND = ["echo", "here"];
const AT_ONCE = 100;
/** What may be added to the bare client's time. */
const TARGET_MILLIS = 150;

const task = ({ cluster, family }: EcsPlace): string => `{
  cluster: "${cluster}", taskDefinition: "${family}", launchType: "FARGATE", awslogsSettle: { seconds: 1 },
  networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"] } },
  overrides: { containerOverrides: [{ name: "app", command: ${JSON.stringify(COMMAND)} }] } }`;

const dagFile = (place: EcsPlace): string => `import { dag } from "momiji";
import { ecsRunTask } from "@momiji/amazon";
export const one = dag({ id: "ecs_bench", schedule: null }, () => { ecsRunTask("t", ${task(place)}); });
export const many = dag({ id: "ecs_many", schedule: null, maxActiveTasks: ${AT_ONCE} }, () => {
  for (let index = 0; index < ${AT_ONCE}; index++) ecsRunTask(\`t\${index}\`, ${task(place)});
});\n`;

async function ecs(report: Report): Promise<void> {
  const host = dockerHost("ecs");
  const url = ministackUrl("ecs");
  if (host === null || url === null) return;
  const place = await buildEcs(url, IMAGE);
  const flags = new Map([["core.parallelism", AT_ONCE]]);
  const engine = await startEngine({ "ecs_bench.ts": dagFile(place) }, flags);
  try {
    const [floors, dockers]: [number[], number[]] = [[], []];
    const values = await repeat(REPEATS, async () => {
      dockers.push(await dockerRunFirstLine(host, COMMAND));
      floors.push(await bareTaskFirstLine(place, COMMAND));
      return firstLine(engine, "ecs_bench");
    });
    const [value, floor, docker] = [median(values), median(floors.slice(1)), median(dockers.slice(1))];
    const target = { of: "value", atMost: TARGET_MILLIS } as const;
    report({ name: "ecs", metric: "queued to first line", value, unit: "ms", floor });
    report({ name: "ecs", metric: "docker run of its engine", value: docker, unit: "ms" });
    report({ name: "ecs", metric: "beyond a bare client", value: value - floor, unit: "ms", target });
    const seconds = (await engine.run("ecs_many")) / 1000;
    report({ name: "ecs", metric: `${AT_ONCE} tasks at once, all ended`, value: seconds, unit: "s" });
  } finally {
    await engine.stop();
  }
}

export const ecss: readonly Bench[] = [{ name: "ecs", group: "jobs", run: ecs }];
