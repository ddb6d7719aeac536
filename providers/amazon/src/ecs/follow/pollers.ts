/** What jobs of the same cluster and account share in this process. */
import { ecsClient } from "../../client/clients.ts";
import { Pacer } from "../../client/pacer.ts";
import type { AwsAccess } from "../../connection/aws-access.ts";
import { TaskPoller } from "./task-poller.ts";

/** Ten requests a second of the 25 that CloudWatch lets through for an account and region. */
const LOG_GAP_MILLIS = 100;

const pollers = new Map<string, Promise<TaskPoller>>();
const pacers = new Map<string, Pacer>();

export function pollerOf(access: AwsAccess, cluster: string): Promise<TaskPoller> {
  const key = `${access.identity} ${cluster}`;
  const known = pollers.get(key);
  if (known !== undefined) return known;
  const made = ecsClient(access).then((client) => new TaskPoller(client, cluster));
  pollers.set(key, made);
  return made;
}

/** Of CloudWatch in the access's region. */
export function logPacerOf({ identity }: AwsAccess): Pacer {
  const known = pacers.get(identity);
  if (known !== undefined) return known;
  const made = new Pacer(LOG_GAP_MILLIS);
  pacers.set(identity, made);
  return made;
}
