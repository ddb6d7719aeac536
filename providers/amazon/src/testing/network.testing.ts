/** Networks of EC2 in moto, one for each test. */
import {
  AssociateRouteTableCommand,
  AttachInternetGatewayCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateInternetGatewayCommand,
  CreateNatGatewayCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  type EC2Client,
  ModifyVpcAttributeCommand,
  type VpcEndpoint,
} from "@aws-sdk/client-ec2";
import { REGION } from "./emulators.testing.ts";

export interface TestNetwork {
  readonly ec2: EC2Client;
  readonly vpc: string;
  readonly subnet: string;
  readonly table: string;
  /** Of tasks: lets everything out, as a new group does. */
  readonly group: string;
}

/** A VPC with one subnet and a route table of its own, with no way out. */
export async function makeNetwork(ec2: EC2Client): Promise<TestNetwork> {
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.20.0.0/16" }));
  const vpc = idOf(Vpc?.VpcId);
  await ec2.send(new ModifyVpcAttributeCommand({ VpcId: vpc, EnableDnsHostnames: { Value: true } }));
  const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId: vpc, CidrBlock: "10.20.0.0/24" }));
  const subnet = idOf(Subnet?.SubnetId);
  const { RouteTable } = await ec2.send(new CreateRouteTableCommand({ VpcId: vpc }));
  const table = idOf(RouteTable?.RouteTableId);
  await ec2.send(new AssociateRouteTableCommand({ SubnetId: subnet, RouteTableId: table }));
  const group = await makeGroup({ ec2, vpc }, "tasks");
  return { ec2, vpc, subnet, table, group };
}

export async function makeGroup({ ec2, vpc }: Pick<TestNetwork, "ec2" | "vpc">, name: string): Promise<string> {
  const { GroupId } = await ec2.send(
    new CreateSecurityGroupCommand({ VpcId: vpc, GroupName: name, Description: name }),
  );
  return idOf(GroupId);
}

export async function letIn({ ec2 }: TestNetwork, group: string, cidr: string): Promise<void> {
  const IpPermissions = [{ IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: cidr }] }];
  await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId: group, IpPermissions }));
}

export async function addInternetGateway({ ec2, vpc, table }: TestNetwork): Promise<string> {
  const { InternetGateway } = await ec2.send(new CreateInternetGatewayCommand({}));
  const gateway = idOf(InternetGateway?.InternetGatewayId);
  await ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId: gateway, VpcId: vpc }));
  await ec2.send(
    new CreateRouteCommand({ RouteTableId: table, DestinationCidrBlock: "0.0.0.0/0", GatewayId: gateway }),
  );
  return gateway;
}

export async function addNatGateway({ ec2, subnet, table }: TestNetwork): Promise<string> {
  const { NatGateway } = await ec2.send(new CreateNatGatewayCommand({ SubnetId: subnet, ConnectivityType: "private" }));
  const NatGatewayId = idOf(NatGateway?.NatGatewayId);
  await ec2.send(new CreateRouteCommand({ RouteTableId: table, DestinationCidrBlock: "0.0.0.0/0", NatGatewayId }));
  return NatGatewayId;
}

/** An endpoint of the kind that tasks need; `how` goes over it. */
export async function addEndpoint(
  network: TestNetwork,
  service: string,
  how: Partial<VpcEndpoint & { group: string }> = {},
): Promise<void> {
  const { ec2, vpc, subnet, table } = network;
  const { group, PrivateDnsEnabled = true, RouteTableIds = [table] } = how;
  const kind =
    service === "s3"
      ? { VpcEndpointType: "Gateway" as const, RouteTableIds }
      : {
          VpcEndpointType: "Interface" as const,
          SubnetIds: [subnet],
          PrivateDnsEnabled,
          ...(group === undefined ? {} : { SecurityGroupIds: [group] }),
        };
  await ec2.send(
    new CreateVpcEndpointCommand({ VpcId: vpc, ServiceName: `com.amazonaws.${REGION}.${service}`, ...kind }),
  );
}

function idOf(id: string | undefined): string {
  if (id === undefined) throw new Error("moto gave no id");
  return id;
}
