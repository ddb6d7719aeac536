/** The ECS of the benchmarks: MiniStack at `MOMIJI_TEST_AWS_MINISTACK`. */
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

const ECS = "AmazonEC2ContainerServiceV20141113";
const LOG_GROUP = "/ecs/bench";

export interface EcsPlace {
  readonly cluster: string;
  readonly family: string;
  /** One request. @throws what it is refused with */
  ask<Answer>(target: string, body: object): Promise<Answer>;
}

/** Null: there is none; that is said. */
export function ministackUrl(benchmark: string): string | null {
  const url = process.env["MOMIJI_TEST_AWS_MINISTACK"];
  if (url !== undefined) return url;
  process.stderr.write(`${benchmark}: not measured, no MiniStack; eval "$(.ci/aws.sh start /tmp/aws)" starts one\n`);
  return null;
}

/** An account of its own, which this process and its children then mean by AWS; in it a cluster and a task definition. */
export async function buildEcs(url: string, image: string): Promise<EcsPlace> {
  const account = String(randomInt(100_000_000_000, 999_999_999_999));
  const variables = {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: account,
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: "us-east-1",
  };
  Object.assign(process.env, variables);
  const ask: EcsPlace["ask"] = async (target, body) => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${account}/20260101/us-east-1/ecs/aws4_request, SignedHeaders=host, Signature=0`;
    const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": target, authorization };
    const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    const told: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${target}: ${JSON.stringify(told)}`);
    return told as never;
  };
  const options = { "awslogs-group": LOG_GROUP, "awslogs-region": "us-east-1", "awslogs-stream-prefix": "bench" };
  const place: EcsPlace = { cluster: "bench", family: "bench", ask };
  await ask("Logs_20140328.CreateLogGroup", { logGroupName: LOG_GROUP });
  await ask(`${ECS}.CreateCluster`, { clusterName: place.cluster });
  await ask(`${ECS}.RegisterTaskDefinition`, {
    family: place.family,
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "256",
    memory: "512",
    containerDefinitions: [
      { name: "app", image, essential: true, logConfiguration: { logDriver: "awslogs", options } },
    ],
  });
  return place;
}

/**
 * A bare client: milliseconds from RunTask until the task's line is in CloudWatch, which is asked again at once. AWS would not have it:
 * an account may ask 25 times a second for events of its streams.
 */
export async function bareTaskFirstLine(place: EcsPlace, command: readonly string[]): Promise<number> {
  const start = performance.now();
  const { tasks } = await place.ask<{ readonly tasks: readonly { readonly taskArn: string }[] }>(`${ECS}.RunTask`, {
    cluster: place.cluster,
    taskDefinition: place.family,
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"] } },
    overrides: { containerOverrides: [{ name: "app", command }] },
  });
  const task = tasks[0]?.taskArn ?? "";
  const stream = { logGroupName: LOG_GROUP, logStreamName: `bench/app/${task.split("/").at(-1)}` };
  while ((await eventsOf(place, stream)) === 0) await sleep(10);
  const millis = performance.now() - start;
  while (!(await hasStopped(place, task))) await sleep(100);
  return millis;
}

/** None of a stream that is not there yet. */
async function eventsOf({ ask }: EcsPlace, stream: object): Promise<number> {
  const none = { events: [] };
  const { events } = await ask<{ readonly events: readonly object[] }>("Logs_20140328.GetLogEvents", stream).catch(
    () => none,
  );
  return events.length;
}

async function hasStopped({ ask, cluster }: EcsPlace, task: string): Promise<boolean> {
  const answer = await ask<{ readonly tasks: readonly { readonly lastStatus: string }[] }>(`${ECS}.DescribeTasks`, {
    cluster,
    tasks: [task],
  });
  return answer.tasks[0]?.lastStatus === "STOPPED";
}
