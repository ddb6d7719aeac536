/** The ECS of the benchmarks: MiniStack at `MOMIJI_TEST_AWS_MINISTACK`. */
import { randomInt } from "node:crypto";

export interface EcsPlace {
  readonly cluster: string;
  readonly family: string;
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
  const ask = async (target: string, body: object): Promise<void> => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${account}/20260101/us-east-1/ecs/aws4_request, SignedHeaders=host, Signature=0`;
    const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": target, authorization };
    const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${target}: ${await answer.text()}`);
  };
  const ecs = "AmazonEC2ContainerServiceV20141113";
  const options = { "awslogs-group": "/ecs/bench", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "bench" };
  const place: EcsPlace = { cluster: "bench", family: "bench" };
  await ask("Logs_20140328.CreateLogGroup", { logGroupName: "/ecs/bench" });
  await ask(`${ecs}.CreateCluster`, { clusterName: place.cluster });
  await ask(`${ecs}.RegisterTaskDefinition`, {
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
