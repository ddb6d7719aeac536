/** All readers of logs of an account and region keep to one pace. */
import { Pacer } from "../client/pacer.ts";
import type { AwsAccess } from "../connection/aws-access.ts";

/** Ten requests a second of the 25 that CloudWatch lets through for an account and region. */
const LOG_GAP_MILLIS = 100;

const pacers = new Map<string, Pacer>();

/** Of CloudWatch in the access's region. */
export function logPacerOf({ identity }: AwsAccess): Pacer {
  const known = pacers.get(identity);
  if (known !== undefined) return known;
  const made = new Pacer(LOG_GAP_MILLIS);
  pacers.set(identity, made);
  return made;
}
