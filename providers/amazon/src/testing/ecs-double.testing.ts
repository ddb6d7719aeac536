/**
 * A strict double of ECS for what no emulator has: client tokens that are honoured, failures of RunTask, tasks that are not shown at
 * once, interruptions, late logs. What it takes and gives is checked against AWS's own service model.
 */
import { AwsRefusal, type AwsCall } from "./aws-front.testing.ts";
import { checkCaller, checkInput } from "./double-checks.testing.ts";
import { DoubleLogs } from "./double-logs.testing.ts";
import { DoubleTask, type Play } from "./double-task.testing.ts";

const LOG_GROUP = "/ecs/double";
const ACCOUNT = "us-east-1:123456789012";
/** RunTask takes no more. */
const MOST_TASKS = 10;
const LISTED_AT_ONCE = 100;

interface KnownToken {
  readonly request: string;
  readonly tasks: readonly DoubleTask[];
}

export class EcsDouble {
  readonly logs = new DoubleLogs();
  readonly tasks = new Map<string, DoubleTask>();
  /** Answers of the next RunTask calls instead of tasks. */
  readonly runFailures: { readonly reason: string; readonly detail?: string; readonly arn?: string }[][] = [];
  /** From PROVISIONING to RUNNING. */
  startMillis = 20;
  /** How long a task is not shown after it was started. */
  lagMillis = 0;
  readonly #tokens = new Map<string, KnownToken>();
  #made = 0;

  constructor() {
    this.logs.createGroup(LOG_GROUP);
  }

  readonly handle = (call: AwsCall): object => {
    const { operation, input } = call;
    checkCaller(call);
    checkInput(call);
    switch (operation) {
      case "RunTask":
        return this.#runTask(input);
      case "DescribeTasks":
        return this.#describeTasks(input);
      case "ListTasks":
        return this.#listTasks(input);
      case "StopTask":
        return this.#stopTask(input);
      case "DescribeTaskDefinition":
        return { taskDefinition: definition(String(input["taskDefinition"])) };
      default:
        return this.logs.getLogEvents(input);
    }
  };

  /** All that were ever started for an attempt. */
  of(attemptId: string): readonly DoubleTask[] {
    return [...this.tasks.values()].filter((task) => (task.view() as { startedBy?: string }).startedBy === attemptId);
  }

  /** As if it had never been. */
  forget(attemptId: string): void {
    for (const task of this.of(attemptId)) {
      task.end({ stopCode: "", stoppedReason: "" });
      this.tasks.delete(task.arn);
    }
  }

  close(): void {
    for (const task of this.tasks.values()) task.end({ stopCode: "UserInitiated", stoppedReason: "the test is over" });
  }

  #runTask(input: Record<string, unknown>): object {
    checkCluster(input);
    const { taskDefinitionArn } = definition(String(input["taskDefinition"]));
    const count = (input["count"] as number | undefined) ?? 1;
    if (count < 1 || count > MOST_TASKS) throw invalid("count must be between 1 and 10.");
    if (input["networkConfiguration"] === undefined)
      throw invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
    const { clientToken: token, ...request } = input;
    const clientToken = textOf(token);
    const known = this.#tokens.get(clientToken);
    if (known !== undefined) return this.#again(known, JSON.stringify(request));
    const failures = this.runFailures.shift();
    const made = failures === undefined ? count : Math.max(0, count - failures.length);
    const tasks = Array.from({ length: made }, () => this.#start(input, taskDefinitionArn));
    if (clientToken !== "" && tasks.length > 0)
      this.#tokens.set(clientToken, { request: JSON.stringify(request), tasks });
    return { tasks: tasks.map((task) => task.view()), failures: failures ?? [] };
  }

  #again({ request, tasks }: KnownToken, now: string): object {
    if (request === now) return { tasks: tasks.map((task) => task.view()), failures: [] };
    throw new AwsRefusal("ConflictException", "the client token was used with other parameters", {
      resourceIds: tasks.map(({ arn }) => arn),
    });
  }

  #start(input: Record<string, unknown>, definitionArn: string): DoubleTask {
    this.#made += 1;
    const id = this.#made.toString(16).padStart(8, "0").padEnd(32, "0");
    const clusterArn = `arn:aws:ecs:${ACCOUNT}:cluster/prod`;
    const arn = `arn:aws:ecs:${ACCOUNT}:task/prod/${id}`;
    const stream = `double/app/${id}`;
    const facts = { arn, clusterArn, definitionArn, container: "app", input };
    const task = new DoubleTask(facts, playOf(input), (line) => this.logs.put(LOG_GROUP, stream, line));
    this.tasks.set(arn, task);
    task.start(this.startMillis);
    return task;
  }

  #describeTasks(input: Record<string, unknown>): object {
    checkCluster(input);
    const arns = input["tasks"] as readonly string[];
    if (arns.length > LISTED_AT_ONCE) throw invalid("Tasks cannot be more than 100.");
    const found = arns.map((arn) => ({ arn, task: this.#shown(arn) }));
    return {
      tasks: found.flatMap(({ task }) => task?.view() ?? []),
      failures: found.flatMap(({ arn, task }) => (task === undefined ? [{ arn, reason: "MISSING" }] : [])),
    };
  }

  #listTasks(input: Record<string, unknown>): object {
    checkCluster(input);
    const { startedBy, desiredStatus = "RUNNING" } = input;
    const all = this.of(String(startedBy)).filter((task) => task.desired === desiredStatus && this.#shown(task.arn));
    const begin = Number(input["nextToken"] ?? 0);
    const page = all.slice(begin, begin + LISTED_AT_ONCE).map(({ arn }) => arn);
    const rest = begin + page.length < all.length ? { nextToken: String(begin + page.length) } : {};
    return { taskArns: page, ...rest };
  }

  #stopTask(input: Record<string, unknown>): object {
    checkCluster(input);
    const task = this.tasks.get(String(input["task"]));
    if (task === undefined) throw invalid("The referenced task was not found.");
    task.end({
      stopCode: "UserInitiated",
      stoppedReason: textOf(input["reason"]) || "Task stopped by user",
      exitCode: 143,
    });
    return { task: task.view() };
  }

  #shown(arn: string): DoubleTask | undefined {
    const task = this.tasks.get(arn);
    return task === undefined || Date.now() - task.createdAt < this.lagMillis ? undefined : task;
  }
}

function checkCluster({ cluster }: Record<string, unknown>): void {
  if (cluster !== "prod") throw new AwsRefusal("ClusterNotFoundException", "Cluster not found.");
}

/** `app`, with or without a revision; of awsvpc, with one container. */
function definition(name: string) {
  if (!/^app(:\d+)?$/.test(name)) throw new AwsRefusal("ClientException", "Unable to describe task definition.");
  const options = {
    "awslogs-group": LOG_GROUP,
    "awslogs-region": "us-east-1",
    "awslogs-stream-prefix": "double",
  };
  return {
    taskDefinitionArn: `arn:aws:ecs:${ACCOUNT}:task-definition/app:1`,
    family: "app",
    revision: 1,
    status: "ACTIVE",
    networkMode: "awsvpc",
    containerDefinitions: [
      { name: "app", image: "app:1", essential: true, logConfiguration: { logDriver: "awslogs", options } },
    ],
  };
}

interface Overrides {
  readonly containerOverrides?: readonly { readonly name?: string; readonly command?: readonly string[] }[];
}

function playOf({ overrides }: Record<string, unknown>): Play {
  const [one] = (overrides as Overrides | undefined)?.containerOverrides ?? [];
  if (one !== undefined && one.name !== "app")
    throw invalid(`Override for container named ${one.name} is not a container in the TaskDefinition.`);
  const [verb, play = "{}"] = one?.command ?? [];
  if (verb !== "play") return { lines: 0, pauseSeconds: 0, exitCode: 0 };
  return JSON.parse(play) as Play;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function invalid(message: string): AwsRefusal {
  return new AwsRefusal("InvalidParameterException", message);
}
