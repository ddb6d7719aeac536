/** The `extra` of a connection of type `aws`, read with Airflow's names and rules. */
import type { Json } from "@momiji/core";
import type { Connection } from "@momiji/sdk";
import type { AwsService } from "./aws-access.ts";

export interface AwsExtra {
  readonly keys: { readonly id: string; readonly secret: string; readonly token?: string } | null;
  readonly region?: string;
  readonly profile?: string;
  /** For all services, unless `endpoints` has one. */
  readonly endpoint?: string;
  readonly endpoints: { readonly [service in AwsService]?: string };
  readonly verify?: boolean | string;
  readonly role: { readonly arn: string; readonly options: { readonly [name: string]: Json } } | null;
}

/** @throws an Error in words for what cannot be meant */
export function readAwsExtra({ id, login, password, extra }: Connection): AwsExtra {
  const text = (name: string): string | undefined => textOf(extra[name], `the connection "${id}": ${name}`);
  const keyId = login || text("aws_access_key_id");
  const secret = password || text("aws_secret_access_key");
  if ((keyId === undefined) !== (secret === undefined)) {
    const [there, missing] =
      keyId === undefined ? ["secret access key", "access key id"] : ["access key id", "secret access key"];
    throw new Error(`the connection "${id}" has the ${there} without the ${missing}: give both, or neither`);
  }
  const token = text("aws_session_token");
  const region = text("region_name");
  const profile = text("profile_name");
  const endpoint = text("endpoint_url");
  const verify = extra["verify"];
  return {
    keys:
      keyId === undefined || secret === undefined
        ? null
        : { id: keyId, secret, ...(token === undefined ? {} : { token }) },
    ...(region === undefined ? {} : { region }),
    ...(profile === undefined ? {} : { profile }),
    ...(endpoint === undefined ? {} : { endpoint }),
    endpoints: endpointsOf(extra["service_config"]),
    ...(typeof verify === "boolean" || typeof verify === "string" ? { verify } : {}),
    role: roleOf(extra, id),
  };
}

/** `service_config: { ecs: { endpoint_url: "..." } }` */
function endpointsOf(config: Json | undefined): AwsExtra["endpoints"] {
  return Object.fromEntries(
    Object.entries(recordOf(config)).flatMap(([service, settings]) => {
      const { endpoint_url: url } = recordOf(settings);
      return typeof url === "string" ? [[service, url]] : [];
    }),
  );
}

function roleOf(extra: Connection["extra"], id: string): AwsExtra["role"] {
  const arn = textOf(extra["role_arn"], `the connection "${id}": role_arn`);
  if (arn === undefined) return null;
  const { assume_role_method: method = "assume_role", external_id: externalId } = extra;
  if (method !== "assume_role") {
    const known =
      "only assume_role is known; for web identity leave role_arn out and set AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE";
    throw new Error(`the connection "${id}": assume_role_method ${JSON.stringify(method)}: ${known}`);
  }
  const options = {
    ...(externalId === undefined ? {} : { ExternalId: externalId }),
    ...recordOf(extra["assume_role_kwargs"]),
  };
  return { arn, options };
}

function textOf(value: Json | undefined, where: string): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "string") throw new Error(`${where} must be a text`);
  return value;
}

function recordOf(value: Json | undefined): { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as { readonly [name: string]: Json })
    : {};
}
