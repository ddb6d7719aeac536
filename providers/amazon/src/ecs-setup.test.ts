import { dag } from "@momiji/sdk";
import { expect, it } from "vitest";
import {
  ecsCreateCluster,
  ecsDeleteCluster,
  ecsDeregisterTaskDefinition,
  ecsRegisterTaskDefinition,
} from "./ecs-setup.ts";
import { jobs } from "./jobs.ts";

it("the operators that set ECS up travel as JSON, each with its templates and its job", () => {
  const { tasks } = dag({ id: "setup" }, () => {
    const cluster = ecsCreateCluster("cluster", { clusterName: "{{ params.name }}", waiterDelay: { seconds: 5 } });
    const definition = ecsRegisterTaskDefinition("definition", {
      family: "job",
      containerDefinitions: [{ name: "app", image: "busybox:1" }],
      retries: 2,
    });
    const gone = ecsDeregisterTaskDefinition("deregister", { taskDefinition: "job:1" });
    cluster.before(definition);
    definition.before(gone);
    gone.before(ecsDeleteCluster("delete", { clusterName: "prod", waitForCompletion: false }));
  }).toSpec({ file: "setup.ts" });
  expect(tasks.map(({ operator }) => jobs.has(operator))).toEqual([true, true, true, true]);
  for (const { operator, templateFields, lane } of tasks) {
    expect(lane).toBe("job");
    expect(jobs.get(operator)?.templateFields).toEqual(expect.arrayContaining([...(templateFields ?? ["none"])]));
  }
  expect(tasks[0]?.params).toEqual({ clusterName: "{{ params.name }}", waiterDelaySeconds: 5 });
});

it("a revision must be named to be deregistered", () => {
  const wrong = (): unknown => dag({ id: "d" }, () => void ecsDeregisterTaskDefinition("t", { taskDefinition: "job" }));
  expect(wrong).toThrow(/"d".*"t".*must name a revision/s);
});
