/** An account in which an `ecsRunTask` can run, for tests that take one thing after another away: MiniStack, with the network in moto. */
import { randomUUID } from "node:crypto";
import { CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateRepositoryCommand, PutImageCommand } from "@aws-sdk/client-ecr";
import {
  CreateClusterCommand,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
} from "@aws-sdk/client-ecs";
import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import { CreateSecretCommand } from "@aws-sdk/client-secrets-manager";
import { PutParameterCommand } from "@aws-sdk/client-ssm";
import {
  ec2Client,
  ecrClient,
  ecsClient,
  iamClient,
  logsClient,
  secretsManagerClient,
  ssmClient,
} from "../client/clients.ts";
import type { AwsAccess } from "../connection/aws-access.ts";
import { awsAccess } from "../connection/find-access.ts";
import { connectionFor, type Keys, moto, newAccount, REGION, rootOf } from "./emulators.testing.ts";
import { addNatGateway, makeNetwork, type TestNetwork } from "./network.testing.ts";

/** moto's own; MiniStack's is another. */
const MOTO_ACCOUNT = "123456789012";
const IMAGE_MANIFEST = JSON.stringify({
  schemaVersion: 2,
  mediaType: "application/vnd.docker.distribution.manifest.v2+json",
  config: { mediaType: "application/vnd.docker.container.image.v1+json", size: 1, digest: `sha256:${"a".repeat(64)}` },
  layers: [],
});

export const ENDPOINTS = { ec2: moto, ecr: moto } as const;

export interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: string;
  readonly Effect?: "Allow" | "Deny";
}

export class World {
  readonly account = newAccount();
  readonly access: AwsAccess = this.accessOf(rootOf(this.account));
  readonly repository = `app-${randomUUID()}`;
  readonly image = `${MOTO_ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${this.repository}:1`;

  accessOf(keys: Keys): AwsAccess {
    return awsAccess({ id: "test", ...connectionFor(keys, ENDPOINTS) }, {});
  }

  arn(service: string, resource: string): string {
    return `arn:aws:${service}:${service === "iam" ? "" : REGION}:${this.account}:${resource}`;
  }

  async makeCluster(name: string): Promise<void> {
    await (await ecsClient(this.access)).send(new CreateClusterCommand({ clusterName: name }));
  }

  async makeLogGroup(name: string): Promise<void> {
    await (await logsClient(this.access)).send(new CreateLogGroupCommand({ logGroupName: name }));
  }

  async makeImage(): Promise<void> {
    const client = await ecrClient(this.access);
    await client.send(new CreateRepositoryCommand({ repositoryName: this.repository }));
    await client.send(
      new PutImageCommand({ repositoryName: this.repository, imageTag: "1", imageManifest: IMAGE_MANIFEST }),
    );
  }

  /** Its ARN. */
  async makeSecret(name: string): Promise<string> {
    const client = await secretsManagerClient(this.access);
    const { ARN = "" } = await client.send(new CreateSecretCommand({ Name: name, SecretString: "s" }));
    return ARN;
  }

  async makeParameter(name: string): Promise<void> {
    await (
      await ssmClient(this.access)
    ).send(new PutParameterCommand({ Name: name, Value: "v", Type: "SecureString" }));
  }

  /** Its ARN. `by`: who may assume it. */
  async makeRole(
    name: string,
    statements: readonly Statement[],
    by: object = { Service: "ecs-tasks.amazonaws.com" },
  ): Promise<string> {
    const client = await iamClient(this.access);
    const trust = policy([{ Action: "sts:AssumeRole", Principal: by }]);
    const { Role } = await client.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: trust }));
    const document = { RoleName: name, PolicyName: "test", PolicyDocument: policy(statements) };
    if (statements.length > 0) await client.send(new PutRolePolicyCommand(document));
    return Role?.Arn ?? "";
  }

  async makeUser(name: string, statements: readonly Statement[]): Promise<Keys> {
    const client = await iamClient(this.access);
    await client.send(new CreateUserCommand({ UserName: name }));
    await client.send(
      new PutUserPolicyCommand({ UserName: name, PolicyName: "test", PolicyDocument: policy(statements) }),
    );
    const { AccessKey } = await client.send(new CreateAccessKeyCommand({ UserName: name }));
    return { id: AccessKey?.AccessKeyId ?? "", secret: AccessKey?.SecretAccessKey ?? "" };
  }

  async register(definition: RegisterTaskDefinitionCommandInput): Promise<void> {
    await (await ecsClient(this.access)).send(new RegisterTaskDefinitionCommand(definition));
  }

  async makeNetwork(): Promise<TestNetwork> {
    return makeNetwork(await ec2Client(this.access));
  }

  async makeNetworkWithNat(): Promise<TestNetwork> {
    const network = await this.makeNetwork();
    await addNatGateway(network);
    return network;
  }
}

function policy(statements: readonly object[]): string {
  const all = statements.map((one) => ({ Effect: "Allow", ...one }));
  return JSON.stringify({ Version: "2012-10-17", Statement: all });
}
