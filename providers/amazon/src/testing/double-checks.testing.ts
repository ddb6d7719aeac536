/** What the doubles of ECS and Batch turn down as AWS does: who is not known, and what no operation takes. */
import { type AwsCall, AwsRefusal } from "./aws-front.testing.ts";
import { DOUBLE_INPUTS } from "./double-inputs.testing.ts";

export const DOUBLE_KEY = "AKIDDOUBLE";
/** Known, and allowed nothing. */
export const DENIED_KEY = "AKIDDENIED";

export function checkCaller({ accessKey, service, operation }: AwsCall): void {
  if (accessKey === DENIED_KEY)
    throw new AwsRefusal(
      "AccessDeniedException",
      `User: arn:aws:sts::123456789012:assumed-role/jobs/x is not authorized to perform: ${service}:${operation} on resource: arn:aws:ecs:us-east-1:123456789012:cluster/prod because no identity-based policy allows the ${service}:${operation} action`,
    );
  if (accessKey !== DOUBLE_KEY)
    throw new AwsRefusal("UnrecognizedClientException", "The security token included in the request is invalid.");
}

export function checkInput({ service, operation, input }: AwsCall): void {
  const known = DOUBLE_INPUTS[service]?.[operation];
  if (known === undefined) throw new AwsRefusal("UnknownOperationException", `${service}:${operation}`);
  const names = [...known.required, ...known.optional];
  const unknown = Object.keys(input).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new AwsRefusal("SerializationException", `${operation} has no ${unknown}`);
  const missing = known.required.find((name) => input[name] === undefined);
  if (missing === undefined) return;
  const type = service === "batch" ? "ClientException" : "InvalidParameterException";
  throw new AwsRefusal(type, `${missing} must be given`);
}
