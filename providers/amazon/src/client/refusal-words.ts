/** From an error of the SDK to what a failure says, with what to do. */
import { JobFailure, taskSignalOf } from "@momiji/sdk";
import type { AwsAccess, AwsService } from "../connection/aws-access.ts";
import { codeOfWords, ECS_ERRORS, type EcsErrorCode, remedyOf } from "../errors.ts";
import {
  errorMessage,
  errorName,
  isCredentialTrouble,
  isDenied,
  isRegionMissing,
  isThrottle,
  networkCode,
  statusOf,
} from "./aws-error.ts";

export interface RefusedCall {
  readonly access: AwsAccess;
  readonly service: AwsService;
  /** As IAM names it: `ecs:RunTask`. */
  readonly action: string;
  /** For certain nothing was made by it. */
  readonly nothingStarted?: boolean;
}

/** Signals of tasks are handed on as they are. */
export function failureOf(error: unknown, call: RefusedCall): unknown {
  if (taskSignalOf(error) !== null) return error;
  const code = codeOf(error);
  return new JobFailure(wordsOf(error, call), {
    code,
    detail: detailOf(code, error, call),
    ...(call.nothingStarted === undefined ? {} : { nothingStarted: call.nothingStarted }),
  });
}

function codeOf(error: unknown): EcsErrorCode {
  if (isRegionMissing(error)) return "aws_region";
  if (isCredentialTrouble(error)) return "aws_credentials";
  if (isDenied(error)) return "access_denied";
  if (isThrottle(error)) return "throttled";
  if (statusOf(error) === undefined) return networkCode(error) === "" ? "configuration" : "aws_unreachable";
  return codeOfWords(`${errorName(error)}: ${errorMessage(error)}`) ?? "invalid_parameter";
}

/** One line: what was asked of whom as whom, and the answer. */
export function wordsOf(error: unknown, { access, service, action }: RefusedCall): string {
  const code = codeOf(error);
  const at = access.endpointOf(service);
  const where = at === undefined ? `in ${access.region ?? "the region"}` : `at ${at}`;
  const said = errorMessage(error);
  if (code === "aws_unreachable") return `${action} ${where}: ${ECS_ERRORS[code].meaning}: ${said}`;
  const name = errorName(error);
  const whose = code === "aws_credentials" || code === "access_denied" ? `, with ${access.origin}` : "";
  return `${ECS_ERRORS[code].meaning} (${action} ${where}${whose}): ${name === "" || said.startsWith(name) ? "" : `${name}: `}${said}`;
}

function detailOf(code: EcsErrorCode, error: unknown, { action }: RefusedCall): string {
  if (code !== "access_denied") return remedyOf(code);
  const statement = deniedStatement(errorMessage(error), action);
  return `what to do: add this statement to the role's policy: ${JSON.stringify(statement)}`;
}

/** AWS names action and resource in its answer: "... is not authorized to perform: ecs:RunTask on resource: arn:... because ...". */
function deniedStatement(said: string, action: string): object {
  const named = /perform: (\S+?)(?: on resource: (\S+))?(?: |$)/.exec(said);
  return { Effect: "Allow", Action: named?.[1] ?? action, Resource: named?.[2] ?? "*" };
}
