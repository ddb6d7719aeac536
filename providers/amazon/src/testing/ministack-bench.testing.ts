/** An account of MiniStack with a cluster, a log group and a task definition of one container in busybox. */
import { CloudWatchLogsClient, CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  CreateClusterCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  paginateListTasks,
  RegisterTaskDefinitionCommand,
  StopTaskCommand,
} from "@aws-sdk/client-ecs";
import type { EcsRunTaskParams } from "../ecs/ecs-params.ts";
import { ministack, newAccount, REGION } from "./emulators.testing.ts";

const CLUSTER = "momiji";

export class MiniStackBench {
  /** Of its root: MiniStack gives each an account. */
  readonly accessKey = newAccount();
  readonly ecs: ECSClient;

  constructor() {
    this.ecs = new ECSClient(this.#settings());
  }

  #settings() {
    const credentials = { accessKeyId: this.accessKey, secretAccessKey: "test" };
    return { region: REGION, endpoint: ministack, credentials };
  }

  async build(image = "busybox:1"): Promise<void> {
    const logs = new CloudWatchLogsClient(this.#settings());
    await logs.send(new CreateLogGroupCommand({ logGroupName: "/ecs/momiji" }));
    logs.destroy();
    await this.ecs.send(new CreateClusterCommand({ clusterName: CLUSTER }));
    await this.define("app", image);
    await this.define("on-host", image, "host");
  }

  /** `host`: without a network of its own, which is dear for an engine to make for many. */
  async define(family: string, image: string, networkMode: "awsvpc" | "host" = "awsvpc"): Promise<void> {
    const options = { "awslogs-group": "/ecs/momiji", "awslogs-region": REGION, "awslogs-stream-prefix": "ecs" };
    await this.ecs.send(
      new RegisterTaskDefinitionCommand({
        family,
        networkMode,
        requiresCompatibilities: [networkMode === "host" ? "EC2" : "FARGATE"],
        cpu: "256",
        memory: "512",
        containerDefinitions: [
          { name: "app", image, essential: true, logConfiguration: { logDriver: "awslogs", options } },
        ],
      }),
    );
  }

  /** ARNs of an attempt's tasks. */
  async tasksOf(attemptId: string, desiredStatus: "RUNNING" | "STOPPED"): Promise<readonly string[]> {
    const command = new ListTasksCommand({ cluster: CLUSTER, startedBy: attemptId, desiredStatus });
    return (await this.ecs.send(command)).taskArns ?? [];
  }

  async started(attemptId: string): Promise<readonly string[]> {
    const running = await this.tasksOf(attemptId, "RUNNING");
    return [...new Set([...running, ...(await this.tasksOf(attemptId, "STOPPED"))])];
  }

  /** Who has started each of the tasks that there ever were. */
  async starters(): Promise<readonly string[]> {
    const arns = [...new Set([...(await this.running()), ...(await this.#list("STOPPED"))])];
    const parts = Array.from({ length: Math.ceil(arns.length / 100) }, (_, at) => arns.slice(at * 100, at * 100 + 100));
    const answers = parts.map((tasks) => this.ecs.send(new DescribeTasksCommand({ cluster: CLUSTER, tasks })));
    return (await Promise.all(answers)).flatMap(({ tasks = [] }) => tasks.map(({ startedBy = "" }) => startedBy));
  }

  /** Tasks that are to run. */
  running(): Promise<readonly string[]> {
    return this.#list("RUNNING");
  }

  async #list(desiredStatus: "RUNNING" | "STOPPED"): Promise<readonly string[]> {
    const pages = paginateListTasks({ client: this.ecs }, { cluster: CLUSTER, desiredStatus });
    return (await Array.fromAsync(pages)).flatMap(({ taskArns = [] }) => taskArns);
  }

  async stop(arn: string): Promise<void> {
    await this.ecs.send(new StopTaskCommand({ cluster: CLUSTER, task: arn, reason: "the test is over" }));
  }

  async close(): Promise<void> {
    for (const arn of await this.running()) await this.stop(arn);
    this.ecs.destroy();
  }
}

/** A shell in the container. */
export function shell(script: string, params: Partial<EcsRunTaskParams> = {}): EcsRunTaskParams {
  return {
    cluster: CLUSTER,
    taskDefinition: "app",
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"] } },
    overrides: { containerOverrides: [{ name: "app", command: ["sh", "-c", script] }] },
    awslogsSettleSeconds: 1,
    ...params,
  };
}

/** The same without a network of its own. */
export function shellOnHost(script: string, params: Partial<EcsRunTaskParams> = {}): EcsRunTaskParams {
  const { networkConfiguration: _, ...rest } = shell(script);
  return { ...rest, taskDefinition: "on-host", launchType: "EC2", ...params };
}
