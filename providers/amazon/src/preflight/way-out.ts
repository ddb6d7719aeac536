/** Where the packets of a task go that leave its subnet. */
import type { IpPermission, Route, RouteTable, SecurityGroup, Subnet, VpcEndpoint } from "@aws-sdk/client-ec2";
import type { VpcFacts } from "./network-facts.ts";

export type WayOut =
  /** `how`: in words. */
  { readonly kind: "internet"; readonly how: string } | { readonly kind: "none"; readonly why: string };

/** @param hasPublicIp of the task: an internet gateway is of no use to others */
export function wayOut(table: RouteTable | undefined, hasPublicIp: boolean): WayOut {
  const routes = table?.Routes ?? [];
  const route = routes.find(({ DestinationCidrBlock }) => DestinationCidrBlock === "0.0.0.0/0");
  const name = table?.RouteTableId ?? "of the VPC";
  if (route === undefined) return { kind: "none", why: `the route table ${name} has no route to 0.0.0.0/0` };
  const target = targetOf(route);
  if (route.State === "blackhole")
    return { kind: "none", why: `the route of ${name} to 0.0.0.0/0 leads to ${target}, which is gone (blackhole)` };
  if (!target.startsWith("igw-")) return { kind: "internet", how: `through ${target}` };
  if (hasPublicIp) return { kind: "internet", how: `through ${target}, with a public address` };
  return {
    kind: "none",
    why: `its way out is the internet gateway ${target}, of use only to tasks with a public address`,
  };
}

function targetOf(route: Route): string {
  const { NatGatewayId, TransitGatewayId, GatewayId, NetworkInterfaceId, VpcPeeringConnectionId, InstanceId } = route;
  const ids = [NatGatewayId, TransitGatewayId, GatewayId, NetworkInterfaceId, VpcPeeringConnectionId, InstanceId];
  return ids.find((id) => id !== undefined && id !== "") ?? "something unknown";
}

/** The one that the subnet is associated with, or the main one of the VPC. */
export function tableOf({ SubnetId }: Subnet, tables: readonly RouteTable[]): RouteTable | undefined {
  const associated = tables.find(({ Associations = [] }) => Associations.some((one) => one.SubnetId === SubnetId));
  return associated ?? tables.find(({ Associations = [] }) => Associations.some(({ Main }) => Main === true));
}

export interface Through {
  readonly vpc: VpcFacts;
  readonly table: RouteTable | undefined;
  readonly subnet: Subnet;
  /** Of the task. */
  readonly groups: readonly string[];
}

/** Null: tasks of this subnet reach the service (`ecr.api`) by an endpoint of the VPC; or what is missing. */
export function missingEndpoint(service: string, through: Through): string | null {
  const { vpc, table } = through;
  const there = vpc.endpoints.filter(({ ServiceName = "" }) => ServiceName.endsWith(`.${service}`));
  const live = there.filter(({ State = "available" }) => State.toLowerCase() === "available");
  if (service === "s3") {
    // Images of ECR come by the gateway alone.
    const gateways = live.filter(({ VpcEndpointType }) => VpcEndpointType === "Gateway");
    if (gateways.some(({ RouteTableIds = [] }) => RouteTableIds.includes(table?.RouteTableId ?? ""))) return null;
    return gateways.length === 0 ? "none of the type Gateway" : `not for the route table ${table?.RouteTableId ?? "?"}`;
  }
  if (live.length === 0) return there.length === 0 ? "none" : `one that is ${there[0]?.State ?? "?"}`;
  const named = live.filter(({ PrivateDnsEnabled }) => PrivateDnsEnabled !== false);
  if (named.length === 0) return "one without private DNS";
  if (!vpc.resolvesNames) return "one, but the VPC has no DNS support or DNS hostnames, which private DNS needs";
  return named.some((endpoint) => letsIn(endpoint, through))
    ? null
    : "one whose security group does not let the task in on port 443";
}

function letsIn({ Groups = [] }: VpcEndpoint, { vpc, subnet, groups }: Through): boolean {
  // Emulators and endpoints of old do not say.
  if (Groups.length === 0) return true;
  const known = Groups.flatMap(({ GroupId = "" }) => vpc.groups.get(GroupId) ?? []);
  return known.some(({ IpPermissions = [] }) =>
    IpPermissions.some((rule) => allows443(rule, subnet.CidrBlock ?? "", groups)),
  );
}

function allows443(rule: IpPermission, cidr: string, groups: readonly string[]): boolean {
  if (!isFor443(rule)) return false;
  const { IpRanges = [], UserIdGroupPairs = [], PrefixListIds = [] } = rule;
  return (
    PrefixListIds.length > 0 ||
    UserIdGroupPairs.some(({ GroupId = "" }) => groups.includes(GroupId)) ||
    IpRanges.some(({ CidrIp = "" }) => contains(CidrIp, cidr))
  );
}

/** Whether a task with these security groups may call anybody on port 443. */
export function letsOut(groups: readonly SecurityGroup[]): boolean {
  return groups.some(({ IpPermissionsEgress = [] }) => IpPermissionsEgress.some(isFor443));
}

function isFor443({ IpProtocol, FromPort = 0, ToPort = 65_535 }: IpPermission): boolean {
  return IpProtocol === "-1" || (IpProtocol === "tcp" && FromPort <= 443 && ToPort >= 443);
}

/** Whether all addresses of `inner` are in `outer`; both `10.0.0.0/16`. */
export function contains(outer: string, inner: string): boolean {
  const [base, bits] = parts(outer);
  const [start, innerBits] = parts(inner);
  if (innerBits < bits) return false;
  const size = 2 ** (32 - bits);
  return Math.floor(base / size) === Math.floor(start / size);
}

function parts(cidr: string): readonly [number, number] {
  const [address = "", bits = "32"] = cidr.split("/");
  return [address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0), Number(bits)];
}
