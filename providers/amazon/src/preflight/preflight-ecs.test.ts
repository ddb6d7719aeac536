import type { ContainerDefinition, RegisterTaskDefinitionCommandInput } from "@aws-sdk/client-ecs";
import { DeregisterTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import { DeleteSecretCommand } from "@aws-sdk/client-secrets-manager";
import type { PreflightCheck } from "@momiji/sdk";
import { beforeAll, describe, expect, it } from "vitest";
import { ecsClient, secretsManagerClient } from "../client/clients.ts";
import { ecsRunTaskJob } from "../ecs/ecs-job.ts";
import type { EcsRunTaskParams } from "../ecs/ecs-params.ts";
import { connectionFor, emulatorsNote, hasEmulators, type Keys, REGION, rootOf } from "../testing/emulators.testing.ts";
import { testJob } from "@momiji/worker/job-context";
import type { TestNetwork } from "../testing/network.testing.ts";
import { ENDPOINTS, World } from "../testing/world.testing.ts";

const LOOKS = [
  "iam:SimulatePrincipalPolicy",
  "iam:GetRole",
  "ecs:DescribeClusters",
  "logs:DescribeLogGroups",
  "secretsmanager:DescribeSecret",
  "ssm:DescribeParameters",
];
const WORKS = [
  "ecs:RunTask",
  "ecs:DescribeTasks",
  "ecs:StopTask",
  "ecs:ListTasks",
  "ecs:DescribeTaskDefinition",
  "ecs:TagResource",
  "iam:PassRole",
  "logs:GetLogEvents",
];
const STARTS = [
  "ecr:GetAuthorizationToken",
  "ecr:BatchGetImage",
  "ecr:GetDownloadUrlForLayer",
  "logs:CreateLogStream",
  "logs:PutLogEvents",
  "secretsmanager:GetSecretValue",
  "ssm:GetParameters",
];

describe.runIf(hasEmulators)(`preflight of ecsRunTask${emulatorsNote}`, () => {
  const world = new World();
  let network: TestNetwork;
  let keys: Keys;
  let assumer: Keys;
  let definition: RegisterTaskDefinitionCommandInput;
  let container: ContainerDefinition;

  beforeAll(async () => {
    network = await world.makeNetworkWithNat();
    keys = await world.makeUser("momiji", [{ Action: [...LOOKS, ...WORKS], Resource: "*" }]);
    assumer = await world.makeUser("assumer", [{ Action: "sts:AssumeRole", Resource: "*" }]);
    const executionRoleArn = await world.makeRole("execution", [{ Action: STARTS, Resource: "*" }]);
    const taskRoleArn = await world.makeRole("program", []);
    await world.makeCluster("prod");
    await world.makeLogGroup("/ecs/job");
    await world.makeImage();
    await world.makeParameter("/db/user");
    const password = await world.makeSecret("db");
    container = {
      name: "app",
      image: world.image,
      essential: true,
      secrets: [
        { name: "DB_USER", valueFrom: "/db/user" },
        { name: "DB_PASSWORD", valueFrom: `${password}:password::` },
      ],
      logConfiguration: {
        logDriver: "awslogs",
        options: { "awslogs-group": "/ecs/job", "awslogs-region": REGION, "awslogs-stream-prefix": "job" },
      },
    };
    definition = {
      family: "job",
      executionRoleArn,
      taskRoleArn,
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      containerDefinitions: [container],
    };
    await world.register(definition);
  }, 60_000);

  async function checks(more: Partial<EcsRunTaskParams> = {}, as: Keys = keys): Promise<readonly PreflightCheck[]> {
    const { ctx } = testJob({ connections: { aws: connectionFor(as, ENDPOINTS) } });
    const params: EcsRunTaskParams = {
      connection: "aws",
      cluster: "prod",
      taskDefinition: "job",
      launchType: "FARGATE",
      overrides: { containerOverrides: [{ name: "app", command: ["echo", "hello"] }] },
      networkConfiguration: { awsvpcConfiguration: { subnets: [network.subnet], securityGroups: [network.group] } },
      awslogsGroup: "/ecs/job",
      awslogsStreamPrefix: "job/app",
      ...more,
    };
    return Array.fromAsync(ecsRunTaskJob.preflight?.(ctx, params) ?? []);
  }

  async function wrong(more?: Partial<EcsRunTaskParams>, as?: Keys): Promise<readonly PreflightCheck[]> {
    return (await checks(more, as)).filter(({ verdict }) => verdict !== "ok");
  }

  /** Another task definition; its family. */
  async function registered(family: string, change: Partial<RegisterTaskDefinitionCommandInput>): Promise<string> {
    await world.register({ ...definition, family, ...change });
    return family;
  }

  const only = (code: string, words: string, verdict = "failed"): object[] => [
    { code, verdict, detail: expect.stringContaining(words) as string, remedy: expect.stringMatching(/\w/) as string },
  ];

  it("finds nothing wrong where nothing is", async () => {
    const found = await checks({ enableExecuteCommand: true, tags: { team: "data" } });
    expect(found.filter(({ verdict }) => verdict !== "ok")).toEqual([]);
    expect([...new Set(found.map(({ code }) => code))]).toEqual([
      "ecs.reachable",
      "logs.reachable",
      "sts.reachable",
      "aws.identity",
      "ecs.cluster",
      "ecs.task_definition",
      "ecs.container",
      "ecs.launch_type",
      "ecs.network_mode",
      "ecs.exec",
      "iam.rights",
      "ecs.execution_role",
      "ecs.task_role",
      "logs.place",
      "logs.group",
      "ecs.parameter",
      "ecs.secret",
      "ecs.image",
      "ecs.subnet",
      "ecs.security_group",
      "ecs.route",
    ]);
  });

  it("tells a cluster that is not there, and one without machines", async () => {
    expect(await wrong({ cluster: "gone" })).toMatchObject(only("ecs.cluster", "there is none in us-east-1"));
    const onMachines = await registered("machines", { requiresCompatibilities: ["EC2"] });
    expect(await wrong({ taskDefinition: onMachines, launchType: "EC2" })).toMatchObject(
      only("ecs.capacity", "none is registered"),
    );
    const strategy = [{ capacityProvider: "nosuch", weight: 1 }];
    const found = await checks({ launchType: "FARGATE", capacityProviderStrategy: strategy });
    expect(found.find(({ code }) => code === "ecs.capacity")).toMatchObject({
      verdict: "failed",
      detail: "it has none",
    });
  });

  it("tells a task definition that is not there, and one that was deregistered", async () => {
    expect(await wrong({ taskDefinition: "gone" })).toMatchObject(only("ecs.task_definition", "there is none"));
    const old = await registered("old", {});
    await (await ecsClient(world.access)).send(new DeregisterTaskDefinitionCommand({ taskDefinition: `${old}:1` }));
    expect(await wrong({ taskDefinition: `${old}:1` })).toMatchObject(
      only("ecs.task_definition", "revision 1 is INACTIVE"),
    );
    expect(await wrong({ taskDefinition: "{{ params.job }}" })).toMatchObject([
      { code: "ecs.task_definition", verdict: "unknown" },
    ]);
  });

  it("tells what RunTask would refuse: container, launch type, network mode", async () => {
    const overrides = { containerOverrides: [{ name: "web" }] };
    expect(await wrong({ overrides })).toMatchObject(only("ecs.container", "it has app"));
    const external = await registered("external", { requiresCompatibilities: ["EC2"] });
    expect(await wrong({ taskDefinition: external })).toMatchObject(only("ecs.launch_type", "it is for EC2"));
    const withoutNetwork = (await checks({ networkConfiguration: {} })).filter(({ verdict }) => verdict !== "ok");
    expect(withoutNetwork).toMatchObject(only("ecs.network_mode", "need subnets"));
    const bridge = await registered("bridge", { networkMode: "bridge", requiresCompatibilities: [] });
    expect(await wrong({ taskDefinition: bridge })).toMatchObject(
      only("ecs.network_mode", "only tasks of the mode awsvpc"),
    );
  });

  it("tells where the log goes if it is looked for elsewhere, and a group that is not there", async () => {
    expect(await wrong({ awslogsGroup: "/ecs/else" })).toMatchObject(
      only("logs.place", "the container writes to /ecs/job"),
    );
    expect(await wrong({ awslogsStreamPrefix: "test" })).toMatchObject(only("logs.place", "streams job/app/..."));
    const options = { "awslogs-group": "/ecs/none", "awslogs-region": REGION };
    const silent = await registered("silent", {
      containerDefinitions: [{ ...container, logConfiguration: { logDriver: "awslogs", options } }],
    });
    expect(await wrong({ taskDefinition: silent, awslogsGroup: "/ecs/none" })).toMatchObject([
      ...only("logs.place", "without awslogs-stream-prefix"),
      ...only("logs.group", "ResourceInitializationError"),
    ]);
    const { logConfiguration: _, ...mute } = container;
    const elsewhere = await registered("elsewhere", { containerDefinitions: [mute] });
    expect(await wrong({ taskDefinition: elsewhere })).toMatchObject(
      only("logs.place", "does not send it to CloudWatch"),
    );
    const { awslogsGroup: __, ...withoutGroup } = { awslogsGroup: "" };
    expect(
      (await checks({ taskDefinition: elsewhere, ...withoutGroup, getLogs: false })).some(
        ({ code }) => code === "logs.place",
      ),
    ).toBe(false);
  });

  it("tells secrets and images that are not there", async () => {
    const secrets = [
      { name: "A", valueFrom: world.arn("secretsmanager", "secret:gone-abcdef") },
      { name: "B", valueFrom: "/db/gone" },
      { name: "C", valueFrom: world.arn("ssm", "parameter/db/gone") },
    ];
    const image = world.image.replace(/:1$/, ":2");
    const family = await registered("wanting", { containerDefinitions: [{ ...container, secrets, image }] });
    expect(await wrong({ taskDefinition: family })).toMatchObject([
      ...only("ecs.secret", "it does not"),
      ...only("ecs.parameter", "it does not"),
      ...only("ecs.parameter", "it does not"),
      ...only("ecs.image", "no such tag"),
    ]);
  });

  it("tells an execution role that is missing, may not be assumed, or may too little", async () => {
    const { executionRoleArn: _, ...without } = definition;
    await world.register({ ...without, family: "roleless" });
    expect(await wrong({ taskDefinition: "roleless" })).toMatchObject(only("ecs.execution_role", "it has none"));
    const overrides = { executionRoleArn: world.arn("iam", "role/gone") };
    expect(await wrong({ overrides })).toMatchObject(only("ecs.execution_role", "there is no such role"));
    const strange = await world.makeRole("strange", [], { Service: "lambda.amazonaws.com" });
    const family = await registered("strange", { taskRoleArn: strange });
    expect(await wrong({ taskDefinition: family })).toMatchObject(only("ecs.task_role", "does not name ecs-tasks"));
    const poor = await world.makeRole("poor", [
      { Action: STARTS.filter((one) => !one.startsWith("logs:")), Resource: "*" },
    ]);
    const logless = await registered("logless", { executionRoleArn: poor });
    expect(await wrong({ taskDefinition: logless })).toMatchObject(
      only("ecs.execution_role", "logs:CreateLogStream, logs:PutLogEvents"),
    );
  });

  it("tells what whoever asks may not do, with the statement to add", async () => {
    const poor = await world.makeUser("poor", [
      {
        Action: [...LOOKS, ...WORKS.filter((one) => one !== "iam:PassRole" && one !== "logs:GetLogEvents")],
        Resource: "*",
      },
      { Action: "ecs:StopTask", Resource: "*", Effect: "Deny" },
    ]);
    const found = await wrong({}, poor);
    expect(found).toMatchObject([
      ...only("iam.rights", "ecs:StopTask: a statement with Deny forbids it"),
      ...only("iam.rights", "iam:PassRole: no policy"),
      ...only("iam.rights", "iam:PassRole: no policy"),
      ...only("iam.rights", "the task's log goes without", "warning"),
    ]);
    expect(found[1]?.remedy).toContain(
      `{"Effect":"Allow","Action":"iam:PassRole","Resource":"${definition.executionRoleArn}","Condition":{"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}}`,
    );
  });

  it("tells a secret that is about to go, and a repository that is not there", async () => {
    const going = await world.makeSecret("going");
    const client = await secretsManagerClient(world.access);
    await client.send(new DeleteSecretCommand({ SecretId: going, RecoveryWindowInDays: 7 }));
    const secrets = [{ name: "A", valueFrom: going }];
    const image = world.image.replace("/app-", "/gone-");
    const family = await registered("going", { containerDefinitions: [{ ...container, secrets, image }] });
    expect(await wrong({ taskDefinition: family })).toMatchObject([
      ...only("ecs.secret", "it is about to be deleted"),
      ...only("ecs.image", "there is no such repository"),
    ]);
  });

  it("tells a task without a role for execute-command, and a root that should be a role", async () => {
    const { taskRoleArn: _, ...without } = definition;
    await world.register({ ...without, family: "execless" });
    expect(await wrong({ taskDefinition: "execless", enableExecuteCommand: true })).toMatchObject(
      only("ecs.exec", "it has no task role", "warning"),
    );
    expect(await wrong({}, rootOf(world.account))).toMatchObject(only("aws.identity", ":root", "warning"));
  });

  it("names what is needed where it may not look", async () => {
    const blind = await world.makeUser("blind", [{ Action: WORKS, Resource: "*" }]);
    const found = await wrong({}, blind);
    expect(found.every(({ verdict, remedy = "" }) => verdict === "unknown" && /"Effect":"Allow"/.test(remedy))).toBe(
      true,
    );
    expect(found.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["ecs.cluster", "iam.rights", "ecs.execution_role", "logs.group", "ecs.secret"]),
    );
    expect(found.find(({ code }) => code === "iam.rights")?.remedy).toContain('"Action":"ecs:RunTask"');
  });

  it("tells credentials that AWS does not take", async () => {
    expect(await wrong({}, { id: "AKIAIOSFODNN7EXAMPLE", secret: "no" })).toMatchObject(
      only("aws.identity", "with the connection"),
    );
    expect(await wrong({}, { ...keys, secret: "no" })).toMatchObject([
      { code: "aws.identity", verdict: "failed", remedy: expect.stringContaining("secret") as string },
    ]);
    expect(await wrong({ connection: "nosuch" })).toMatchObject(
      only("aws.connection", 'there is no connection "nosuch"'),
    );
  });

  it("asks as a role, with the rights of the role", async () => {
    expect(await asRole("nosuch")).toMatchObject({ found: only("aws.identity", "AssumeRole") });
    const rights = [{ Action: [...LOOKS, ...WORKS.filter((one) => one !== "ecs:RunTask")], Resource: "*" }];
    await world.makeRole("worker", rights, { AWS: world.arn("iam", "user/assumer") });
    const { all } = await asRole("worker");
    expect(all.find(({ code }) => code === "aws.identity")?.detail).toContain("assumed-role/worker/momiji");
    expect(all.filter(({ code, verdict }) => code === "iam.rights" && verdict === "failed")).toMatchObject(
      only("iam.rights", "role/worker"),
    );
  });

  async function asRole(name: string): Promise<{ all: readonly PreflightCheck[]; found: readonly PreflightCheck[] }> {
    const connection = connectionFor(assumer, ENDPOINTS);
    const extra = { ...connection.extra, role_arn: world.arn("iam", `role/${name}`) };
    const { ctx } = testJob({ connections: { aws: { ...connection, extra } } });
    const params = { connection: "aws", cluster: "prod", taskDefinition: "job" };
    const all = await Array.fromAsync(ecsRunTaskJob.preflight?.(ctx, params) ?? []);
    return { all, found: all.filter(({ verdict }) => verdict !== "ok") };
  }
});
