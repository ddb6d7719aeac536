/** Can a task in these subnets get its image, write its log and read its secrets? The commonest reason for a start that hangs. */
import type { SecurityGroup, Subnet } from "@aws-sdk/client-ec2";
import type { PreflightCheck } from "@momiji/sdk";
import { ecrImageOf, imagesOf } from "./check-image.ts";
import { logPlaceOf } from "./check-logs.ts";
import { secretsOf } from "./check-secrets.ts";
import { type FactsOfTask, vpcOf } from "./facts.ts";
import { look } from "./look.ts";
import { groupsOf, subnetsOf, type VpcFacts, vpcFacts } from "./network-facts.ts";
import { failed, ok, warning } from "./verdict.ts";
import { letsOut, missingEndpoint, tableOf, type Through, wayOut } from "./way-out.ts";

export async function checkNetwork(facts: FactsOfTask): Promise<readonly PreflightCheck[]> {
  const vpc = vpcOf(facts.params);
  if (vpc === null) return [];
  const { subnets: ids = [], securityGroups: groupIds = [] } = vpc;
  const subnetsLook = {
    code: "ecs.subnet",
    title: `the subnets ${ids.join(", ")} exist`,
    action: "ec2:DescribeSubnets",
  };
  return look(subnetsLook, async () => {
    const subnets = await subnetsOf(facts, ids);
    const groupsLook = {
      code: "ecs.security_group",
      title: `the security groups ${groupIds.join(", ")} exist`,
      action: "ec2:DescribeSecurityGroups",
    };
    let groups: readonly SecurityGroup[] = [];
    const groupChecks = await look(groupsLook, async () => {
      groups = await groupsOf(facts, groupIds);
      return groupIds.map((id) => checkGroup(id, groups, subnets));
    });
    return [
      ...ids.map((id) => checkSubnet(id, subnets)),
      ...checkOneVpc(subnets),
      ...groupChecks,
      ...checkOut(groups),
      ...(facts.isFargate ? await checkWays(facts, subnets, groupIds) : []),
    ];
  });
}

function checkSubnet(id: string, subnets: readonly Subnet[]): PreflightCheck {
  const title = `the subnet ${id} exists and has room`;
  const subnet = subnets.find(({ SubnetId }) => SubnetId === id);
  if (subnet === undefined)
    return failed("ecs.subnet", title, {
      detail: "there is none",
      remedy: "Mend `networkConfiguration.awsvpcConfiguration.subnets`, or the region",
    });
  const { AvailableIpAddressCount: free = 1, VpcId, AvailabilityZone, CidrBlock } = subnet;
  if (free === 0)
    return failed("ecs.subnet", title, {
      detail: `${CidrBlock} has no free address`,
      remedy: "Name another subnet as well, or free addresses: each task takes one",
    });
  return ok("ecs.subnet", title, `${VpcId}, ${AvailabilityZone}, ${free} free addresses`);
}

function checkOneVpc(subnets: readonly Subnet[]): readonly PreflightCheck[] {
  const vpcs = [...new Set(subnets.map(({ VpcId = "?" }) => VpcId))];
  if (vpcs.length < 2) return [];
  const remedy = "Name subnets of one VPC only";
  return [failed("ecs.subnet", "all subnets are of one VPC", { detail: `they are of ${vpcs.join(" and ")}`, remedy })];
}

function checkGroup(id: string, groups: readonly SecurityGroup[], subnets: readonly Subnet[]): PreflightCheck {
  const title = `the security group ${id} exists`;
  const group = groups.find(({ GroupId }) => GroupId === id);
  const where = "`networkConfiguration.awsvpcConfiguration.securityGroups`";
  if (group === undefined)
    return failed("ecs.security_group", title, { detail: "there is none", remedy: `Mend ${where}` });
  const vpc = subnets[0]?.VpcId;
  if (vpc !== undefined && group.VpcId !== vpc)
    return failed("ecs.security_group", title, {
      detail: `it is of ${group.VpcId}, the subnets are of ${vpc}`,
      remedy: `Name one of ${vpc} in ${where}`,
    });
  return ok("ecs.security_group", title, group.GroupName);
}

function checkOut(groups: readonly SecurityGroup[]): readonly PreflightCheck[] {
  if (groups.length === 0 || letsOut(groups)) return [];
  const remedy = "Add an outbound rule for TCP 443 to one of them";
  const title = "the security groups let the task out on port 443";
  return [failed("ecs.security_group", title, { detail: "none of them has such an outbound rule", remedy })];
}

/** What the agent of Fargate must reach, through the task's own network, before the containers start. */
export interface Needs {
  /** By the names that endpoints have. */
  readonly services: readonly string[];
  /** Images that come from outside of AWS. */
  readonly elsewhere: readonly string[];
}

export function needsOf({ definition, params, region }: Pick<FactsOfTask, "definition" | "params" | "region">): Needs {
  const images = imagesOf(definition);
  const hasEcr = images.some((image) => ecrImageOf(image) !== null);
  const containers = definition.containerDefinitions ?? [];
  const hasLogs = containers.some((container) => logPlaceOf(container, region) !== null);
  const stores = secretsOf(definition).map(({ store }) => store);
  const hasFiles = containers.some(({ environmentFiles = [] }) => environmentFiles.length > 0);
  const services = [
    ...(hasEcr ? ["ecr.api", "ecr.dkr"] : []),
    ...(hasEcr || hasFiles ? ["s3"] : []),
    ...(hasLogs ? ["logs"] : []),
    ...stores,
    ...(params.enableExecuteCommand === true ? ["ssmmessages"] : []),
  ];
  return { services: [...new Set(services)], elsewhere: images.filter((image) => ecrImageOf(image) === null) };
}

async function checkWays(
  facts: FactsOfTask,
  subnets: readonly Subnet[],
  groups: readonly string[],
): Promise<readonly PreflightCheck[]> {
  const [id] = subnets.map(({ VpcId }) => VpcId);
  if (id === undefined) return [];
  const title = "tasks in the subnets reach what they need";
  return look(
    { code: "ecs.route", title, action: "ec2:DescribeRouteTables, ec2:DescribeVpcEndpoints, ec2:DescribeVpcAttribute" },
    async () => {
      const vpc = await vpcFacts(facts, id);
      return subnets.map((subnet) => checkWay(facts, vpc, { subnet, groups }));
    },
  );
}

function checkWay(
  facts: FactsOfTask,
  vpc: VpcFacts,
  { subnet, groups }: Pick<Through, "subnet" | "groups">,
): PreflightCheck {
  const needs = needsOf(facts);
  const title = `tasks in ${subnet.SubnetId} reach ${[...needs.services, ...needs.elsewhere].join(", ")}`;
  const table = tableOf(subnet, vpc.tables);
  const way = wayOut(table, vpcOf(facts.params)?.assignPublicIp === "ENABLED");
  if (way.kind === "internet") return ok("ecs.route", title, way.how);
  const through = { vpc, table, subnet, groups };
  const missing = needs.services.flatMap((service) => {
    const there = missingEndpoint(service, through);
    return there === null ? [] : [{ service, there }];
  });
  if (missing.length === 0 && needs.elsewhere.length === 0)
    return ok("ecs.route", title, "through endpoints of the VPC");
  const found = missing.map(({ service, there }) => `for ${service} there is ${there}`);
  const outside = needs.elsewhere.map((image) => `the image ${image} comes from the internet`);
  const detail = `${way.why}; of the VPC's endpoints: ${[...found, ...outside].join("; ")}`;
  const remedy = remedyOf(
    facts,
    missing.map(({ service }) => service),
    { vpc: vpc.id, table: table?.RouteTableId ?? "its route table" },
  );
  // A registry with a name of its own may stand in the network.
  const only =
    missing.length === 0 && needs.elsewhere.every((image) => /^[^/]*[.:][^/]*\//.test(image)) ? warning : failed;
  return only("ecs.route", title, { detail, remedy });
}

function remedyOf(
  { region, params }: FactsOfTask,
  services: readonly string[],
  { vpc, table }: { vpc: string; table: string },
): string {
  const names = services.map((service) => `com.amazonaws.${region}.${service}${service === "s3" ? " (Gateway)" : ""}`);
  const nat = `a NAT gateway in a public subnet and a route to it for 0.0.0.0/0 in ${table}`;
  const endpoints = `the VPC endpoints ${names.join(", ")} in ${vpc} (with private DNS, their security group open to the task's on port 443; the gateway for ${table})`;
  const isPublic =
    vpcOf(params)?.assignPublicIp === "ENABLED" ? "" : 'In a public subnet assignPublicIp: "ENABLED" is enough. ';
  return `${isPublic}Create ${nat}${names.length === 0 ? "" : `, or ${endpoints}`}`;
}
