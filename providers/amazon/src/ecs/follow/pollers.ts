/** What tasks of the same cluster and account share in this process. */
import type { ECSClient, Task } from "@aws-sdk/client-ecs";
import { ecsClient } from "../../client/clients.ts";
import type { AwsAccess } from "../../connection/aws-access.ts";
import { Poller } from "../../watching/poller.ts";

const pollers = new Map<string, Promise<Poller<Task>>>();

export function pollerOf(access: AwsAccess, cluster: string): Promise<Poller<Task>> {
  const key = `${access.identity} ${cluster}`;
  const known = pollers.get(key);
  if (known !== undefined) return known;
  const made = ecsClient(access).then((client) => pollerAt(client, cluster));
  pollers.set(key, made);
  return made;
}

function pollerAt(client: ECSClient, cluster: string): Poller<Task> {
  return new Poller<Task>({
    async ask(arns) {
      const { DescribeTasksCommand } = await import("@aws-sdk/client-ecs");
      const { tasks = [] } = await client.send(new DescribeTasksCommand({ cluster, tasks: [...arns] }));
      return new Map(tasks.map((task) => [task.taskArn ?? "", task]));
    },
    stateOf: ({ lastStatus, desiredStatus }) => `${lastStatus} ${desiredStatus}`,
  });
}
