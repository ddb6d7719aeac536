/**
 * The SDK's clients, one for each service and access, made when they are first used: a process that runs no job of a service never
 * loads its package. Whoever needs another service adds a line.
 */
import type { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import type { ECSClient } from "@aws-sdk/client-ecs";
import type { STSClient } from "@aws-sdk/client-sts";
import type { AwsAccess, AwsService, ClientSettings } from "../connection/aws-access.ts";

const clients = new Map<string, Promise<unknown>>();

/** `how` changes settings for a client of its own: `{ maxAttempts: 1 }` where sending a request twice is not the same as once. */
export type ClientVariant = Partial<Pick<ClientSettings, "maxAttempts">>;

export function ecsClient(access: AwsAccess, how?: ClientVariant): Promise<ECSClient> {
  const make = async (settings: object): Promise<ECSClient> =>
    new (await import("@aws-sdk/client-ecs")).ECSClient(settings);
  return clientOf(access, { service: "ecs", how, make });
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
