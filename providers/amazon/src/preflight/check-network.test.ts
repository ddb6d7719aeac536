import {
  CreateNetworkInterfaceCommand,
  CreateSubnetCommand,
  DescribeSecurityGroupsCommand,
  ModifyVpcAttributeCommand,
  RevokeSecurityGroupEgressCommand,
} from "@aws-sdk/client-ec2";
import type { TaskDefinition } from "@aws-sdk/client-ecs";
import type { PreflightCheck } from "@momiji/sdk";
import { describe, expect, it } from "vitest";
import type { EcsRunTaskParams } from "../ecs/ecs-params.ts";
import { emulatorsNote, hasEmulators, REGION } from "../testing/emulators.testing.ts";
import { testJob } from "@momiji/worker/job-context";
import {
  addEndpoint,
  addInternetGateway,
  addNatGateway,
  letIn,
  makeGroup,
  type TestNetwork,
} from "../testing/network.testing.ts";
import { World } from "../testing/world.testing.ts";
import { checkNetwork } from "./check-network.ts";
import { Roads } from "./roads.ts";

const NEEDED = ["ecr.api", "ecr.dkr", "s3", "logs", "secretsmanager", "ssm"];

describe.runIf(hasEmulators)(`the network of a Fargate task, looked at before its start${emulatorsNote}`, () => {
  const world = new World();
  const definition: TaskDefinition = {
    containerDefinitions: [
      {
        name: "app",
        image: world.image,
        logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/ecs/job" } },
        secrets: [
          { name: "A", valueFrom: world.arn("secretsmanager", "secret:db-abcdef:user::") },
          { name: "B", valueFrom: "/db/password" },
        ],
      },
    ],
  };

  interface Asked {
    readonly subnets?: readonly string[];
    readonly groups?: readonly string[];
    readonly assignPublicIp?: "ENABLED" | "DISABLED";
    readonly definition?: TaskDefinition;
    readonly isFargate?: boolean;
  }

  async function checks(network: TestNetwork, asked: Asked = {}): Promise<readonly PreflightCheck[]> {
    const { subnets = [network.subnet], groups = [network.group], assignPublicIp = "DISABLED" } = asked;
    const awsvpcConfiguration = { subnets: [...subnets], securityGroups: [...groups], assignPublicIp };
    const params: EcsRunTaskParams = {
      cluster: "prod",
      taskDefinition: "job",
      networkConfiguration: { awsvpcConfiguration },
    };
    return checkNetwork({
      ctx: testJob().ctx,
      params,
      access: world.access,
      region: REGION,
      roads: new Roads(world.access),
      identity: null,
      definition: asked.definition ?? definition,
      isFargate: asked.isFargate ?? true,
    });
  }

  const routeOf = async (network: TestNetwork, asked: Asked = {}): Promise<PreflightCheck | undefined> =>
    (await checks(network, asked)).find(({ code }) => code === "ecs.route");
  const failed = (words: string): object => ({ verdict: "failed", detail: expect.stringContaining(words) as string });

  /** With all that a task needs, through endpoints. */
  async function endpoints(
    network: TestNetwork,
    how: { without?: string; odd?: string; oddly?: object } = {},
  ): Promise<TestNetwork> {
    for (const service of NEEDED) {
      if (service !== how.without) await addEndpoint(network, service, service === how.odd ? how.oddly : {});
    }
    return network;
  }

  it("says what to create in a subnet with no way out", async () => {
    const network = await world.makeNetwork();
    const check = await routeOf(network);
    expect(check).toMatchObject(failed(`the route table ${network.table} has no route to 0.0.0.0/0`));
    for (const service of NEEDED) expect(check?.remedy).toContain(`com.amazonaws.${REGION}.${service}`);
    expect(check?.remedy).toContain("a NAT gateway");
  });

  it("is content with a NAT gateway, with a public address, and with machines of one's own", async () => {
    const nat = await world.makeNetwork();
    await addNatGateway(nat);
    expect(await routeOf(nat)).toMatchObject({
      verdict: "ok",
      detail: expect.stringMatching(/through nat-/) as string,
    });
    const open = await world.makeNetwork();
    await addInternetGateway(open);
    expect(await routeOf(open)).toMatchObject(failed("of use only to tasks with a public address"));
    expect(await routeOf(open, { assignPublicIp: "ENABLED" })).toMatchObject({ verdict: "ok" });
    expect(await routeOf(await world.makeNetwork(), { isFargate: false })).toBeUndefined();
  });

  it("is content with endpoints for all that is needed, and names the one that is missing", async () => {
    const all = await endpoints(await world.makeNetwork());
    expect(await routeOf(all)).toMatchObject({ verdict: "ok", detail: "through endpoints of the VPC" });
    const one = await routeOf(await endpoints(await world.makeNetwork(), { without: "ecr.dkr" }));
    expect(one).toMatchObject(failed("for ecr.dkr there is none"));
    expect(one?.remedy).not.toContain("ecr.api");
  });

  it("names an endpoint that is of no use", async () => {
    const hidden = await endpoints(await world.makeNetwork(), { odd: "logs", oddly: { PrivateDnsEnabled: false } });
    expect(await routeOf(hidden)).toMatchObject(failed("for logs there is one without private DNS"));
    const elsewhere = await endpoints(await world.makeNetwork(), { odd: "s3", oddly: { RouteTableIds: [] } });
    expect(await routeOf(elsewhere)).toMatchObject(
      failed(`for s3 there is not for the route table ${elsewhere.table}`),
    );
    const nameless = await endpoints(await world.makeNetwork());
    await nameless.ec2.send(
      new ModifyVpcAttributeCommand({ VpcId: nameless.vpc, EnableDnsHostnames: { Value: false } }),
    );
    expect(await routeOf(nameless)).toMatchObject(failed("the VPC has no DNS support or DNS hostnames"));
  });

  it("looks whether the security group of an endpoint lets the task in", async () => {
    const network = await world.makeNetwork();
    const closed = await makeGroup(network, "endpoints");
    await endpoints(network, { odd: "ssm", oddly: { group: closed } });
    expect(await routeOf(network)).toMatchObject(
      failed("for ssm there is one whose security group does not let the task in"),
    );
    await letIn(network, closed, "10.30.0.0/16");
    expect(await routeOf(network)).toMatchObject({ verdict: "failed" });
    await letIn(network, closed, "10.20.0.0/16");
    expect(await routeOf(network)).toMatchObject({ verdict: "ok" });
  });

  it("knows that images of other registries need more than endpoints", async () => {
    const network = await endpoints(await world.makeNetwork());
    const images = (image: string): TaskDefinition => ({ containerDefinitions: [{ name: "app", image }] });
    expect(await routeOf(network, { definition: images("nginx:1") })).toMatchObject(
      failed("nginx:1 comes from the internet"),
    );
    const own = await routeOf(network, { definition: images("registry.corp:5000/app:1") });
    expect(own).toMatchObject({ verdict: "warning" });
  });

  it("tells subnets and security groups that are not there, or not of one VPC", async () => {
    const network = await world.makeNetwork();
    const other = await world.makeNetwork();
    const found = await checks(network, {
      subnets: [network.subnet, "subnet-00000000000000000", other.subnet],
      groups: ["sg-00000000000000000", other.group],
    });
    expect(found.filter(({ code, verdict }) => code !== "ecs.route" && verdict !== "ok")).toMatchObject([
      { code: "ecs.subnet", ...failed("there is none") },
      { code: "ecs.subnet", ...failed("they are of") },
      { code: "ecs.security_group", ...failed("there is none") },
      { code: "ecs.security_group", ...failed(`it is of ${other.vpc}, the subnets are of ${network.vpc}`) },
    ]);
  });

  it("tells a security group that lets nothing out", async () => {
    const network = await world.makeNetwork();
    const { SecurityGroups = [] } = await network.ec2.send(
      new DescribeSecurityGroupsCommand({ GroupIds: [network.group] }),
    );
    const IpPermissions = SecurityGroups[0]?.IpPermissionsEgress;
    await network.ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId: network.group, IpPermissions }));
    const found = await checks(network);
    expect(found).toContainEqual(expect.objectContaining({ code: "ecs.security_group", ...failed("no") }));
  });

  it("tells a subnet whose addresses are all taken", async () => {
    const network = await world.makeNetwork();
    // Of 16 addresses 5 are AWS's own.
    const { Subnet } = await network.ec2.send(
      new CreateSubnetCommand({ VpcId: network.vpc, CidrBlock: "10.20.9.0/28" }),
    );
    const SubnetId = Subnet?.SubnetId ?? "";
    for (let taken = 0; taken < 11; taken += 1) await network.ec2.send(new CreateNetworkInterfaceCommand({ SubnetId }));
    const found = await checks(network, { subnets: [SubnetId] });
    expect(found[0]).toMatchObject({ code: "ecs.subnet", ...failed("10.20.9.0/28 has no free address") });
  });
});
