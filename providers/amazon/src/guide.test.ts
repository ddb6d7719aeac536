/** docs/guides/ecs.md holds what the code says: its table of failures, and the rules of IAM, tried as far as MiniStack simulates them. */
import { readFileSync } from "node:fs";
import type { PreflightCheck } from "@momiji/sdk";
import { beforeAll, describe, expect, it } from "vitest";
import { ecsRunTaskJob } from "./ecs/ecs-job.ts";
import { ECS_ERRORS } from "./errors.ts";
import { connectionFor, emulatorsNote, hasEmulators, REGION } from "./testing/emulators.testing.ts";
import { testJob } from "@momiji/worker/job-context";
import { ENDPOINTS, type Statement, World } from "./testing/world.testing.ts";

const page = readFileSync(new URL("../../../docs/guides/ecs.md", import.meta.url), "utf8");

it("the page of ecsRunTask has the same table of failures", () => {
  const rows = Object.entries(ECS_ERRORS).map(
    ([code, { meaning, remedy }]) => `| \`${code}\` | ${meaning} | ${remedy} |`,
  );
  const [, table = ""] = page.split("## Failures");
  expect(table.split("\n").filter((line) => line.startsWith("| `"))).toEqual(rows);
});

type Named = Statement & { readonly Sid: string };

/** The policies of the page, each by the name of its first statement. */
function policiesOf(account: string): ReadonlyMap<string, readonly Named[]> {
  const blocks = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, block = ""]) => block);
  const policies = blocks
    .filter((block) => block.includes('"Statement"'))
    .map((block) => {
      const { Statement: statements } = JSON.parse(
        block.replaceAll("REGION", REGION).replaceAll("ACCOUNT", account),
      ) as { Statement: (Named & { Condition?: object })[] };
      // MiniStack simulates without the facts that conditions ask about.
      return statements.map(({ Condition: _, ...statement }) => statement);
    });
  return new Map(policies.map((statements) => [statements[0]?.Sid ?? "", statements]));
}

describe.runIf(hasEmulators)(`the rules of IAM in the guide${emulatorsNote}`, () => {
  const world = new World();
  const policies = policiesOf(world.account);
  const policy = (name: string): readonly Named[] => policies.get(name) ?? [];
  let users = 0;

  beforeAll(async () => {
    const login = policy("Login").filter(({ Sid }) => Sid !== "Secrets");
    const executionRoleArn = await world.makeRole("hello-world-execution", login);
    const taskRoleArn = await world.makeRole("hello-world", []);
    await world.makeCluster("prod");
    await world.makeLogGroup("/ecs/hello-world");
    const options = { "awslogs-group": "/ecs/hello-world", "awslogs-region": REGION, "awslogs-stream-prefix": "ecs" };
    const image = `${world.account}.dkr.ecr.${REGION}.amazonaws.com/hello-world:1`;
    await world.register({
      family: "hello-world",
      executionRoleArn,
      taskRoleArn,
      requiresCompatibilities: ["FARGATE"],
      containerDefinitions: [
        { name: "app", image, essential: true, logConfiguration: { logDriver: "awslogs", options } },
      ],
    });
  });

  /** What a worker with these rights would be told about rights. */
  async function toldWith(
    statements: readonly Statement[],
    tags: { readonly [name: string]: string } = {},
  ): Promise<readonly PreflightCheck[]> {
    const keys = await world.makeUser(`worker-${(users += 1)}`, [...statements, ...policy("Preflight")]);
    const { ctx } = testJob({ connections: { aws: connectionFor(keys, ENDPOINTS) } });
    const params = {
      connection: "aws",
      cluster: "prod",
      taskDefinition: "hello-world",
      launchType: "FARGATE",
      ...(Object.keys(tags).length === 0 ? {} : { tags }),
    } as const;
    const checks = await Array.fromAsync(ecsRunTaskJob.preflight?.(ctx, params) ?? []);
    return checks.filter(({ code }) => code === "iam.rights" || code === "ecs.execution_role");
  }

  const verdicts = (checks: readonly PreflightCheck[], verdict: string): readonly string[] =>
    checks.flatMap((check) =>
      check.verdict === verdict ? [/^\S+ \S+ may (.*) on /.exec(check.title)?.[1] ?? check.title] : [],
    );

  it("are all there", () => {
    expect([...policies.keys()]).toEqual(["Run", "FindAgain", "Tag", "Preflight", "Login", "SetUp"]);
  });

  it("suffice, the smallest to run, the next for the log and for certainty", async () => {
    // Without ReadDefinition the roles are not known.
    const reading = policy("FindAgain").filter(({ Sid }) => Sid === "ReadDefinition");
    const smallest = await toldWith([...policy("Run"), ...reading]);
    expect(verdicts(smallest, "failed")).toEqual([]);
    expect(verdicts(smallest, "warning")).toEqual(["ecs:ListTasks", "logs:GetLogEvents"]);
    const more = await toldWith([...policy("Run"), ...policy("FindAgain")]);
    expect(more.filter(({ verdict }) => verdict !== "ok")).toEqual([]);
    expect(more.length).toBeGreaterThan(8);
    const tagging = [...policy("Run"), ...policy("FindAgain")];
    expect(verdicts(await toldWith(tagging, { team: "data" }), "failed")).toEqual(["ecs:TagResource"]);
    expect(verdicts(await toldWith([...tagging, ...policy("Tag")], { team: "data" }), "failed")).toEqual([]);
  });

  it.each([
    ["Run", ["ecs:RunTask"]],
    ["FollowAndStop", ["ecs:DescribeTasks, ecs:StopTask"]],
    ["HandOverRoles", ["iam:PassRole", "iam:PassRole"]],
  ])("are none too many: without %s it cannot run", async (sid, missing) => {
    const all = [...policy("Run"), ...policy("FindAgain")];
    expect(verdicts(await toldWith(all.filter(({ Sid }) => Sid !== sid)), "failed")).toEqual(missing);
  });
});
