/**
 * The SDK's clients, one for each service and access, made when they are first used: a process that runs no job of a service never
 * loads its package. Whoever needs another service adds a line.
 */
import type { BatchClient } from "@aws-sdk/client-batch";
import type { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import type { EC2Client } from "@aws-sdk/client-ec2";
import type { ECRClient } from "@aws-sdk/client-ecr";
import type { ECSClient } from "@aws-sdk/client-ecs";
import type { IAMClient } from "@aws-sdk/client-iam";
import type { S3Client } from "@aws-sdk/client-s3";
import type { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { SSMClient } from "@aws-sdk/client-ssm";
import type { STSClient } from "@aws-sdk/client-sts";
import type { LambdaClient } from "@aws-sdk/client-lambda";
import type { SQSClient } from "@aws-sdk/client-sqs";
import type { AwsAccess, AwsService, ClientSettings } from "../connection/aws-access.ts";

const clients = new Map<string, Promise<unknown>>();

/** `how` changes settings for a client of its own: `{ maxAttempts: 1 }` where sending a request twice is not the same as once. */
export type ClientVariant = Partial<Pick<ClientSettings, "maxAttempts">>;

export function ecsClient(access: AwsAccess, how?: ClientVariant): Promise<ECSClient> {
  const make = async (settings: object): Promise<ECSClient> =>
    new (await import("@aws-sdk/client-ecs")).ECSClient(settings);
  return clientOf(access, { service: "ecs", how, make });
}

export function batchClient(access: AwsAccess, how?: ClientVariant): Promise<BatchClient> {
  const make = async (settings: object): Promise<BatchClient> =>
    new (await import("@aws-sdk/client-batch")).BatchClient(settings);
  return clientOf(access, { service: "batch", how, make });
}

export function logsClient(access: AwsAccess): Promise<CloudWatchLogsClient> {
  const make = async (settings: object): Promise<CloudWatchLogsClient> =>
    new (await import("@aws-sdk/client-cloudwatch-logs")).CloudWatchLogsClient(settings);
  return clientOf(access, { service: "logs", make });
}

export function stsClient(access: AwsAccess): Promise<STSClient> {
  const make = async (settings: object): Promise<STSClient> =>
    new (await import("@aws-sdk/client-sts")).STSClient(settings);
  return clientOf(access, { service: "sts", make });
}

/** At an address of one's own buckets are part of the path, and checksums are left to where they are required. */
export function s3Client(access: AwsAccess): Promise<S3Client> {
  const elsewhere = { forcePathStyle: true, requestChecksumCalculation: "WHEN_REQUIRED" } as const;
  const make = async (settings: object): Promise<S3Client> =>
    new (await import("@aws-sdk/client-s3")).S3Client({
      ...settings,
      ...(access.endpointOf("s3") === undefined ? {} : elsewhere),
    });
  return clientOf(access, { service: "s3", make });
}

export function ec2Client(access: AwsAccess): Promise<EC2Client> {
  const make = async (settings: object): Promise<EC2Client> =>
    new (await import("@aws-sdk/client-ec2")).EC2Client(settings);
  return clientOf(access, { service: "ec2", make });
}

export function iamClient(access: AwsAccess): Promise<IAMClient> {
  const make = async (settings: object): Promise<IAMClient> =>
    new (await import("@aws-sdk/client-iam")).IAMClient(settings);
  return clientOf(access, { service: "iam", make });
}

export function ecrClient(access: AwsAccess): Promise<ECRClient> {
  const make = async (settings: object): Promise<ECRClient> =>
    new (await import("@aws-sdk/client-ecr")).ECRClient(settings);
  return clientOf(access, { service: "ecr", make });
}

export function secretsManagerClient(access: AwsAccess): Promise<SecretsManagerClient> {
  const make = async (settings: object): Promise<SecretsManagerClient> =>
    new (await import("@aws-sdk/client-secrets-manager")).SecretsManagerClient(settings);
  return clientOf(access, { service: "secretsmanager", make });
}

export function ssmClient(access: AwsAccess): Promise<SSMClient> {
  const make = async (settings: object): Promise<SSMClient> =>
    new (await import("@aws-sdk/client-ssm")).SSMClient(settings);
  return clientOf(access, { service: "ssm", make });
}

export function lambdaClient(access: AwsAccess, how?: ClientVariant): Promise<LambdaClient> {
  const make = async (settings: object): Promise<LambdaClient> =>
    new (await import("@aws-sdk/client-lambda")).LambdaClient(settings);
  return clientOf(access, { service: "lambda", how, make });
}

export function sqsClient(access: AwsAccess): Promise<SQSClient> {
  const make = async (settings: object): Promise<SQSClient> =>
    new (await import("@aws-sdk/client-sqs")).SQSClient(settings);
  return clientOf(access, { service: "sqs", make });
}

interface ClientOrder<Client> {
  readonly service: AwsService;
  readonly how?: ClientVariant | undefined;
  readonly make: (settings: object) => Promise<Client>;
}

function clientOf<Client>(access: AwsAccess, { service, how = {}, make }: ClientOrder<Client>): Promise<Client> {
  const key = `${service} ${JSON.stringify(how)} ${access.identity}`;
  const known = clients.get(key);
  if (known !== undefined) return known as Promise<Client>;
  const made = make({ ...access.settingsOf(service), ...how });
  clients.set(key, made);
  return made;
}
