/**
 * Tasks of Amazon ECS on Fargate: one that greets, one that fails, and after each a follower that runs only if it has failed. The
 * log comes from where the task definition says that its container writes to. What a first one needs in AWS: docs/guides/ecs.md.
 */
import { ecsRunTask, type EcsRunTaskOptions } from "@momiji/amazon";
import { dag } from "momiji";
import { bash } from "momiji/operators";

const { ECS_CLUSTER, ECS_TASK_DEFINITION, ECS_CONTAINER, ECS_SUBNET, ECS_SECURITY_GROUP } = process.env;

function hello(command: string[]): EcsRunTaskOptions {
  return {
    cluster: ECS_CLUSTER ?? "hello-world",
    taskDefinition: ECS_TASK_DEFINITION ?? "hello-world",
    launchType: "FARGATE",
    overrides: { containerOverrides: [{ name: ECS_CONTAINER ?? "hello-world", command }] },
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: [ECS_SUBNET ?? "subnet-of-yours"],
        securityGroups: [ECS_SECURITY_GROUP ?? "sg-of-yours"],
      },
    },
  };
}

export default dag({ id: "ecs_hello_world", tags: ["example"], defaults: { owner: "tetsuya_yamamoto" } }, () => {
  const greets = ecsRunTask("run_task", hello(["echo", "hello-world"]));
  greets.before(bash("not_needed", { command: "date", triggerRule: "one_failed" }));

  const fails = ecsRunTask("run_failing_task", hello(["sh", "-c", "echo goodbye-world; exit 1"]));
  fails.before(bash("print_date", { command: "date", triggerRule: "one_failed" }));
});
