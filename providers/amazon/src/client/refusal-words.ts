/** From an error of the SDK to what a failure says, with what to do. */
import { JobFailure, taskSignalOf } from "@momiji/sdk";
import type { AwsAccess, AwsService } from "../connection/aws-access.ts";
import { codeOfWords, ECS_ERRORS, type EcsErrorEntry } from "../errors.ts";
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
  /** What the service means by these words. Default: as ECS. */
  readonly meaningOf?: (said: string) => RefusalMeaning;
}

export interface RefusalMeaning extends EcsErrorEntry {
  readonly code: string;
}

/** Signals of tasks are handed on as they are. */
export function failureOf(error: unknown, call: RefusedCall): unknown {
  if (taskSignalOf(error) !== null) return error;
  const found = meaningOf(error, call);
  return new JobFailure(wordsOf(error, call), {
    code: found.code,
    detail: detailOf(found, error, call),
    ...(call.nothingStarted === undefined ? {} : { nothingStarted: call.nothingStarted }),
  });
}

function meaningOf(error: unknown, call: RefusedCall): RefusalMeaning {
  if (isRegionMissing(error)) return meaningOfCode("aws_region");
  if (isCredentialTrouble(error)) return meaningOfCode("aws_credentials");
  if (isDenied(error)) return meaningOfCode("access_denied");
  if (isThrottle(error)) return meaningOfCode("throttled");
  if (statusOf(error) === undefined)
    return meaningOfCode(networkCode(error) === "" ? "configuration" : "aws_unreachable");
  const said = `${errorName(error)}: ${errorMessage(error)}`;
  return call.meaningOf?.(said) ?? meaningOfCode(codeOfWords(said) ?? "invalid_parameter");
}

function meaningOfCode(code: keyof typeof ECS_ERRORS): RefusalMeaning {
  return { code, ...ECS_ERRORS[code] };
}

/** One line: what was asked of whom as whom, and the answer. */
export function wordsOf(error: unknown, call: RefusedCall): string {
  const { access, service, action } = call;
  const { code, meaning } = meaningOf(error, call);
  const at = access.endpointOf(service);
  const where = at === undefined ? `in ${access.region ?? "the region"}` : `at ${at}`;
  const said = errorMessage(error);
  if (code === "aws_unreachable") return `${action} ${where}: ${meaning}: ${said}`;
  const name = errorName(error);
  const whose = code === "aws_credentials" || code === "access_denied" ? `, with ${access.origin}` : "";
  return `${meaning} (${action} ${where}${whose}): ${name === "" || said.startsWith(name) ? "" : `${name}: `}${said}`;
}

function detailOf({ code, remedy }: RefusalMeaning, error: unknown, { action }: RefusedCall): string {
  if (code !== "access_denied") return `what to do: ${remedy}`;
  const statement = deniedStatement(errorMessage(error), action);
  return `what to do: add this statement to the role's policy: ${JSON.stringify(statement)}`;
}

/** AWS names action and resource in its answer: "... is not authorized to perform: ecs:RunTask on resource: arn:... because ...". */
function deniedStatement(said: string, action: string): object {
  const named = /perform: (\S+?)(?: on resource: (\S+))?(?: |$)/.exec(said);
  return { Effect: "Allow", Action: named?.[1] ?? action, Resource: named?.[2] ?? "*" };
}
