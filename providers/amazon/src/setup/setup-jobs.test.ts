/** Clusters and task definitions on MiniStack, where answers get lost; states that it never shows come from a handler of our own. */
import { DescribeTaskDefinitionCommand, type ECSClient, ListTaskDefinitionsCommand } from "@aws-sdk/client-ecs";
import { JobFailure, type JobOperatorDefinition } from "@momiji/sdk";
import type { Json } from "@momiji/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ecsClient } from "../client/clients.ts";
import { AwsFront, type AwsHandler, AwsRefusal } from "../testing/aws-front.testing.ts";
import {
  connectionFor,
  emulatorsNote,
  hasEmulators,
  type Keys,
  ministack,
  rootOf,
} from "../testing/emulators.testing.ts";
import { testJob, type TestJob } from "@momiji/worker/job-context";
import { MiniStackRelay } from "../testing/ministack-relay.testing.ts";
import { World } from "../testing/world.testing.ts";
import { ecsCreateClusterJob, ecsDeleteClusterJob } from "./cluster-jobs.ts";
import { ecsDeregisterTaskDefinitionJob, ecsRegisterTaskDefinitionJob } from "./definition-jobs.ts";

const world = new World();
const connection = "aws";

const jobAt = (url: string, keys: Keys = rootOf(world.account)): TestJob =>
  testJob({ connections: { [connection]: connectionFor(keys, { ecs: url }) } });

async function run<P, H extends Json, V>(
  { ctx }: TestJob,
  operator: JobOperatorDefinition<P, H, V>,
  params: P,
): Promise<V | undefined> {
  const handle = await operator.launch(ctx, params);
  return (await operator.follow(ctx, { params, handle })).value;
}

const failure = (code: string, words: RegExp): object => ({
  facts: expect.objectContaining({ code }) as object,
  message: expect.stringMatching(words) as string,
});

describe.runIf(hasEmulators)(`setting ECS up${emulatorsNote}`, () => {
  let front: AwsFront;
  let ecs: ECSClient;
  const job = (keys?: Keys): TestJob => jobAt(front.url, keys);
  const containerDefinitions = [{ name: "app", image: "busybox:1", essential: true }];

  beforeAll(async () => {
    front = await AwsFront.start(new MiniStackRelay(ministack).handle);
    ecs = await ecsClient(world.access);
  });
  afterAll(() => front.close());

  it("makes a cluster with all that it is to have, once, also when the answer is lost", async () => {
    front.fail("CreateCluster", "lose");
    const createClusterOptions = { capacityProviders: ["FARGATE"], tags: [{ key: "team", value: "data" }] };
    const one = job();
    const cluster = await run(one, ecsCreateClusterJob, { connection, clusterName: "made", createClusterOptions });
    expect(cluster).toMatchObject({ clusterName: "made", status: "ACTIVE", capacityProviders: ["FARGATE"] });
    expect(one.said.at(-1)).toContain("made is ACTIVE");
  });

  it("deletes a cluster, also one that is gone already, with a word about it", async () => {
    await run(job(), ecsCreateClusterJob, { connection, clusterName: "short" });
    front.fail("DeleteCluster", "lose");
    const one = job();
    const cluster = await run(one, ecsDeleteClusterJob, { connection, clusterName: "short" });
    expect(cluster).toMatchObject({ status: "INACTIVE" });
    expect(one.said.join("\n")).toContain("there is no cluster short");
  });

  it("registers a revision once an attempt, whatever becomes of the answers", async () => {
    const params = {
      connection,
      family: "job",
      containerDefinitions,
      registerTaskOptions: { cpu: "256", memory: "512" },
    };
    front.fail("RegisterTaskDefinition", "lose");
    const one = job();
    const arn = await run(one, ecsRegisterTaskDefinitionJob, params);
    // Another worker, which knows nothing of the first.
    expect(await run(one.next(), ecsRegisterTaskDefinitionJob, params)).toBe(arn);
    const { taskDefinitionArns } = await ecs.send(new ListTaskDefinitionsCommand({ familyPrefix: "job" }));
    expect(taskDefinitionArns).toEqual([arn]);
    const { taskDefinition, tags } = await ecs.send(
      new DescribeTaskDefinitionCommand({ taskDefinition: "job", include: ["TAGS"] }),
    );
    expect(taskDefinition).toMatchObject({ cpu: "256", memory: "512", containerDefinitions: [{ name: "app" }] });
    expect(tags).toEqual([{ key: "momiji:attempt", value: one.ctx.attemptId }]);
    expect(await run(job(), ecsRegisterTaskDefinitionJob, params)).toMatch(/:task-definition\/job:2$/);
  });

  it("keeps the user's own tags of a revision", async () => {
    const registerTaskOptions = { tags: [{ key: "team", value: "data" }] };
    await run(job(), ecsRegisterTaskDefinitionJob, {
      connection,
      family: "tagged",
      containerDefinitions,
      registerTaskOptions,
    });
    const { tags = [] } = await ecs.send(
      new DescribeTaskDefinitionCommand({ taskDefinition: "tagged", include: ["TAGS"] }),
    );
    expect(tags.map(({ key }) => key)).toEqual(["team", "momiji:attempt"]);
  });

  it("deregisters a revision, twice as once", async () => {
    const arn = await run(job(), ecsRegisterTaskDefinitionJob, { connection, family: "old", containerDefinitions });
    front.fail("DeregisterTaskDefinition", "lose");
    expect(await run(job(), ecsDeregisterTaskDefinitionJob, { connection, taskDefinition: "old:1" })).toBe(arn);
    const { taskDefinition } = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: "old:1" }));
    expect(taskDefinition?.status).toBe("INACTIVE");
    await expect(
      run(job(), ecsDeregisterTaskDefinitionJob, { connection, taskDefinition: "none:1" }),
    ).rejects.toMatchObject(failure("task_definition_missing", /none:1/));
  });

  it("says what whoever asks may not do, before and when it is tried", async () => {
    const keys = await world.makeUser("setup", [
      { Action: ["iam:SimulatePrincipalPolicy", "ecs:DescribeClusters"], Resource: "*" },
    ]);
    const params = { connection, clusterName: "forbidden" };
    const checks = await Array.fromAsync(ecsCreateClusterJob.preflight?.(job(keys).ctx, params) ?? []);
    expect(checks.filter(({ verdict }) => verdict === "failed")).toMatchObject([
      { code: "iam.rights", remedy: expect.stringContaining('"Action":"ecs:CreateCluster"') as string },
    ]);
    const outcome = run(jobAt(ministack, keys), ecsCreateClusterJob, params);
    await expect(outcome).rejects.toMatchObject(failure("access_denied", /ecs:CreateCluster/));
  });
});

describe("a cluster that takes its time", () => {
  /** A server whose cluster goes through these states. */
  async function clusterIn(states: readonly string[], more: AwsHandler = () => ({})): Promise<AwsFront> {
    let looks = 0;
    return AwsFront.start((call) => {
      if (call.operation === "DescribeClusters")
        return { clusters: [{ clusterName: "slow", status: states[Math.min(looks++, states.length - 1)] }] };
      return more(call);
    });
  }
  const made: AwsHandler = () => ({ cluster: { clusterName: "slow", status: "PROVISIONING" } });
  const params = { connection, clusterName: "slow", waiterDelaySeconds: 0, waiterMaxAttempts: 4 };

  it("is waited for, and said", async () => {
    const front = await clusterIn(["PROVISIONING", "PROVISIONING", "ACTIVE"], made);
    const one = jobAt(front.url);
    expect(await run(one, ecsCreateClusterJob, params)).toMatchObject({ status: "ACTIVE" });
    expect(one.said.filter((said) => said.includes("not yet ACTIVE"))).toHaveLength(2);
    front.close();
  });

  it("is not waited for if that is not wanted", async () => {
    const front = await clusterIn(["PROVISIONING"], made);
    const cluster = await run(jobAt(front.url), ecsCreateClusterJob, { ...params, waitForCompletion: false });
    expect(cluster).toMatchObject({ status: "PROVISIONING" });
    front.close();
  });

  it("has failed when ECS says so, or after as many looks as were given", async () => {
    const broken = await clusterIn(["PROVISIONING", "FAILED"], made);
    await expect(run(jobAt(broken.url), ecsCreateClusterJob, params)).rejects.toMatchObject(
      failure("cluster_not_ready", /FAILED/),
    );
    const endless = await clusterIn(["DEPROVISIONING"], made);
    await expect(run(jobAt(endless.url), ecsDeleteClusterJob, params)).rejects.toMatchObject(
      failure("cluster_not_ready", /after 4 looks it is DEPROVISIONING, not INACTIVE/),
    );
    broken.close();
    endless.close();
  });

  it("that is in use is not deleted, and it is said why", async () => {
    const front = await clusterIn(["ACTIVE"], () => {
      throw new AwsRefusal("ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active.");
    });
    const outcome = run(jobAt(front.url), ecsDeleteClusterJob, params);
    await expect(outcome).rejects.toBeInstanceOf(JobFailure);
    await expect(outcome).rejects.toMatchObject(failure("cluster_in_use", /while Tasks are active/));
    front.close();
  });
});
