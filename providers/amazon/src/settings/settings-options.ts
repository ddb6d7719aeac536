/** The options of a log store or a secrets backend, which stand in the settings under Airflow's names. */
import type { Json } from "@momiji/core";
import type { AwsAccess } from "../connection/aws-access.ts";
import { awsAccess } from "../connection/find-access.ts";

export type GivenOptions = { readonly [name: string]: Json };

/** What says with which account and in which region it works: as the extra of a connection of type `aws`. */
const ACCESS_NAMES = [
  "aws_access_key_id",
  "aws_secret_access_key",
  "aws_session_token",
  "region_name",
  "profile_name",
  "endpoint_url",
  "service_config",
  "verify",
  "role_arn",
  "external_id",
  "assume_role_method",
  "assume_role_kwargs",
];

export type Kinds = { readonly [name: string]: "text" | "boolean" | "any" };

/** @throws an Error that says which option is wrong, and which there are */
export function checkOptions(options: GivenOptions, kinds: Kinds): void {
  const known = [...Object.keys(kinds), ...ACCESS_NAMES];
  for (const [name, value] of Object.entries(options)) {
    if (!known.includes(name)) throw new Error(`there is no option ${name}; known are ${known.join(", ")}`);
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : "any";
    if (kind === "text" && value !== null && typeof value !== "string") throw new Error(`${name} must be a text`);
    if (kind === "boolean" && typeof value !== "boolean") throw new Error(`${name} must be true or false`);
  }
}

/** @throws an Error in words for what cannot be meant */
export function accessOfOptions(options: GivenOptions): AwsAccess {
  const extra = Object.fromEntries(Object.entries(options).filter(([name]) => ACCESS_NAMES.includes(name)));
  return awsAccess(Object.keys(extra).length === 0 ? null : { id: "settings", type: "aws", extra }, {});
}

/** A text that is there and not empty. */
export function textOption(options: GivenOptions, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
