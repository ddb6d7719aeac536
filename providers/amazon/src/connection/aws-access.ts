/** How AWS is spoken to for one connection and region: what every client of the SDK is made with. */
import type { Agent } from "node:https";

/** Of the SDK's clients, those settings that all services have. */
export interface ClientSettings {
  readonly region?: string;
  readonly endpoint?: string;
  readonly profile?: string;
  readonly credentials?: AwsKeys | (() => Promise<AwsKeys>);
  readonly maxAttempts: number;
  readonly retryMode: "adaptive" | "standard";
  readonly requestHandler: {
    readonly connectionTimeout: number;
    readonly requestTimeout: number;
    readonly throwOnRequestTimeout: true;
    readonly httpsAgent?: Agent;
  };
}

/** As the SDK names its parts. */
export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** The services that this package speaks to, by the names that `service_config` of a connection has for them (boto3's). */
export type AwsService =
  | "ecs"
  | "logs"
  | "sts"
  | "ec2"
  | "ecr"
  | "iam"
  | "s3"
  | "sqs"
  | "lambda"
  | "batch"
  | "secretsmanager"
  | "ssm";

export interface AwsAccess {
  /** Equal for what may share clients and pollers: same credentials, region, addresses. No secret can be read from it. */
  readonly identity: string;
  /** In words: `the connection "aws_default"`, `the default credentials`. */
  readonly origin: string;
  /** Where it was given; undefined: the SDK finds it, or says that there is none. */
  readonly region: string | undefined;
  /** The address that replaces AWS's own for a service; undefined: AWS's own. */
  endpointOf(service: AwsService): string | undefined;
  settingsOf(service: AwsService): ClientSettings;
}
