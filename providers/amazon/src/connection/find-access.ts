/** From what a task says of its account to how AWS is spoken to. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Agent } from "node:https";
import type { Connection, TaskContext } from "@momiji/sdk";
import type { AccessParams } from "./access-params.ts";
import { assumedRole } from "./assumed-role.ts";
import type { AwsAccess, AwsKeys, AwsService, ClientSettings } from "./aws-access.ts";
import { type AwsExtra, readAwsExtra } from "./aws-extra.ts";
import { regionOfEnvironment } from "./environment.ts";

/** Airflow's name for the connection that is meant when none is named. */
const DEFAULT_CONNECTION = "aws_default";
/** Of one request: ECS and CloudWatch answer within a second or two. */
const CONNECT_MILLIS = 5_000;
const REQUEST_MILLIS = 30_000;
const TRIES = 5;

const NOTHING: AwsExtra = { keys: null, endpoints: {}, role: null };

/** What is needed of a context. */
export type AccessContext = Pick<TaskContext, "connections" | "maskSecret">;

/** @throws an Error in words when the connection that is named does not exist, or makes no sense */
export async function findAccess(ctx: AccessContext, params: AccessParams): Promise<AwsAccess> {
  const connection = await connectionOf(ctx, params.connection);
  return awsAccess(connection, params);
}

/** As `findAccess`, for a connection that is at hand; null: the SDK's own chain. */
export function awsAccess(connection: Connection | null, params: Omit<AccessParams, "connection">): AwsAccess {
  const extra = connection === null ? NOTHING : readAwsExtra(connection);
  const region = params.region ?? extra.region ?? regionOfEnvironment();
  const verify = params.verify ?? extra.verify ?? true;
  const agent = agentOf(verify);
  const endpointOf = (service: AwsService): string | undefined => extra.endpoints[service] ?? extra.endpoint;
  const withKeys = (service: AwsService, credentials: ClientSettings["credentials"]): ClientSettings => {
    const endpoint = endpointOf(service);
    return {
      maxAttempts: TRIES,
      retryMode: "adaptive",
      requestHandler: {
        connectionTimeout: CONNECT_MILLIS,
        requestTimeout: REQUEST_MILLIS,
        throwOnRequestTimeout: true,
        ...(agent === undefined ? {} : { httpsAgent: agent }),
      },
      ...(region === undefined ? {} : { region }),
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(extra.profile === undefined ? {} : { profile: extra.profile }),
      ...(credentials === undefined ? {} : { credentials }),
    };
  };
  const credentials = credentialsOf(extra, withKeys);
  return {
    identity: createHash("sha256")
      .update(JSON.stringify([extra, region, verify]))
      .digest("hex"),
    origin: connection === null ? "the default credentials" : `the connection "${connection.id}"`,
    region,
    endpointOf,
    settingsOf: (service) => withKeys(service, credentials),
  };
}

async function connectionOf(ctx: AccessContext, id: AccessParams["connection"]): Promise<Connection | null> {
  if (id === null) return null;
  const connection = await ctx.connections.get(id ?? DEFAULT_CONNECTION);
  if (connection === undefined) {
    if (id === undefined || id === DEFAULT_CONNECTION) return null;
    throw new Error(
      `there is no connection "${id}": make one of type aws (momiji connections add), or mend \`connection\``,
    );
  }
  const { password, extra } = connection;
  for (const secret of [password, extra["aws_secret_access_key"], extra["aws_session_token"]]) {
    if (typeof secret === "string") ctx.maskSecret(secret);
  }
  return connection;
}

/** Undefined: the SDK's own chain. */
function credentialsOf(
  { keys, role }: AwsExtra,
  withKeys: (service: AwsService, credentials: ClientSettings["credentials"]) => ClientSettings,
): ClientSettings["credentials"] {
  const own: AwsKeys | undefined =
    keys === null
      ? undefined
      : {
          accessKeyId: keys.id,
          secretAccessKey: keys.secret,
          ...(keys.token === undefined ? {} : { sessionToken: keys.token }),
        };
  if (role === null) return own;
  const request = { RoleSessionName: "momiji", ...role.options, RoleArn: role.arn };
  return assumedRole({ settings: withKeys("sts", own), request });
}

function agentOf(verify: boolean | string): Agent | undefined {
  if (verify === true) return undefined;
  const trust = verify === false ? { rejectUnauthorized: false } : { ca: readFileSync(verify) };
  return new Agent({ keepAlive: true, maxSockets: 50, ...trust });
}
