/** The network that a task is to be put into, as EC2 knows it. */
import {
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcEndpointsCommand,
  type EC2Client,
  type RouteTable,
  type SecurityGroup,
  type Subnet,
  type VpcEndpoint,
} from "@aws-sdk/client-ec2";
import { ec2Client } from "../client/clients.ts";
import type { Facts } from "./facts.ts";

export interface VpcFacts {
  readonly id: string;
  readonly tables: readonly RouteTable[];
  readonly endpoints: readonly VpcEndpoint[];
  /** Of the endpoints; by id. */
  readonly groups: ReadonlyMap<string, SecurityGroup>;
  readonly resolvesNames: boolean;
}

const filter = (name: string, values: readonly string[]): { Filters: { Name: string; Values: string[] }[] } => ({
  Filters: [{ Name: name, Values: [...values] }],
});

/** Those that exist, in the order of `ids`: a filter does not stumble over an unknown one. */
export async function subnetsOf(facts: Facts, ids: readonly string[]): Promise<readonly Subnet[]> {
  const { client, before, options } = await asking(facts);
  const { Subnets = [] } = await client.send(before(new DescribeSubnetsCommand(filter("subnet-id", ids))), options);
  return ids.flatMap((id) => Subnets.find(({ SubnetId }) => SubnetId === id) ?? []);
}

export async function groupsOf(facts: Facts, ids: readonly string[]): Promise<readonly SecurityGroup[]> {
  if (ids.length === 0) return [];
  const { client, before, options } = await asking(facts);
  const command = before(new DescribeSecurityGroupsCommand(filter("group-id", ids)));
  const { SecurityGroups = [] } = await client.send(command, options);
  return SecurityGroups;
}

export async function vpcFacts(facts: Facts, id: string): Promise<VpcFacts> {
  const { client, before, options } = await asking(facts);
  const ofVpc = filter("vpc-id", [id]);
  const [{ RouteTables = [] }, { VpcEndpoints = [] }, resolvesNames] = await Promise.all([
    client.send(before(new DescribeRouteTablesCommand(ofVpc)), options),
    client.send(before(new DescribeVpcEndpointsCommand(ofVpc)), options),
    hasNames(facts, id),
  ]);
  const ids = new Set(VpcEndpoints.flatMap(({ Groups = [] }) => Groups.map(({ GroupId = "" }) => GroupId)));
  const groups = await groupsOf(facts, [...ids]);
  return {
    id,
    tables: RouteTables,
    endpoints: VpcEndpoints,
    groups: new Map(groups.map((group) => [group.GroupId ?? "", group])),
    resolvesNames,
  };
}

/** Private DNS of endpoints works with both only. */
async function hasNames(facts: Facts, vpc: string): Promise<boolean> {
  const { client, before, options } = await asking(facts);
  const ask = (Attribute: "enableDnsSupport" | "enableDnsHostnames") =>
    client.send(before(new DescribeVpcAttributeCommand({ VpcId: vpc, Attribute })), options);
  const [support, hostnames] = await Promise.all([ask("enableDnsSupport"), ask("enableDnsHostnames")]);
  return support.EnableDnsSupport?.Value !== false && hostnames.EnableDnsHostnames?.Value !== false;
}

interface Asking {
  readonly client: EC2Client;
  readonly before: Facts["roads"]["before"];
  readonly options: { readonly abortSignal: AbortSignal };
}

async function asking({ ctx, access, roads }: Facts): Promise<Asking> {
  return {
    client: await ec2Client(access),
    before: (command) => roads.before(command),
    options: { abortSignal: ctx.signal },
  };
}
