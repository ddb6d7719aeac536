/**
 * The emulators of AWS for tests (`.ci/aws.sh start DIR` prints where they are). Without them the tests that need one say so by their
 * name; `.ci/run` says by `MOMIJI_TEST_ENGINES` that they must be there.
 */
import { randomInt } from "node:crypto";
import type { Connection } from "@momiji/sdk";
import type { AwsService } from "../connection/aws-access.ts";

const { MOMIJI_TEST_AWS_MINISTACK, MOMIJI_TEST_AWS_MOTO, MOMIJI_TEST_ENGINES } = process.env;
if (MOMIJI_TEST_AWS_MINISTACK === undefined && MOMIJI_TEST_ENGINES === "required")
  throw new Error("MOMIJI_TEST_AWS_MINISTACK is not set, and MOMIJI_TEST_ENGINES says that it must be");

export const hasEmulators = MOMIJI_TEST_AWS_MINISTACK !== undefined;
/** In the title of a suite. */
export const emulatorsNote = hasEmulators ? "" : " (not run: MOMIJI_TEST_AWS_MINISTACK is not set)";

/** moto alone answers for what MiniStack does not know. */
export const hasMoto = MOMIJI_TEST_AWS_MOTO !== undefined;
export const motoNote = hasMoto ? "" : " (not run: MOMIJI_TEST_AWS_MOTO is not set)";

export const REGION = "us-east-1";
export const ministack = MOMIJI_TEST_AWS_MINISTACK ?? "http://127.0.0.1:1";
export const moto = MOMIJI_TEST_AWS_MOTO ?? "http://127.0.0.1:1";

/** An account of MiniStack for one test file alone: its root's access key is its number. */
export function newAccount(): string {
  return String(randomInt(100_000_000_000, 999_999_999_999));
}

export interface Keys {
  readonly id: string;
  readonly secret: string;
  readonly token?: string;
}

export const rootOf = (account: string): Keys => ({ id: account, secret: "test" });

/** A connection to MiniStack; `endpoints` stand beside it. */
export function connectionFor(
  { id, secret, token }: Keys,
  endpoints: { readonly [service in AwsService]?: string } = {},
): Omit<Connection, "id"> {
  const services = Object.entries(endpoints).map(([service, url]) => [service, { endpoint_url: url }] as const);
  return {
    type: "aws",
    login: id,
    password: secret,
    extra: {
      region_name: REGION,
      endpoint_url: ministack,
      service_config: Object.fromEntries(services),
      ...(token === undefined ? {} : { aws_session_token: token }),
    },
  };
}
