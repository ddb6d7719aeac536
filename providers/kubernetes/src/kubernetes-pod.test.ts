import type { TaskSpec } from "@momiji/core";
import { dag } from "@momiji/sdk";
import { describe, expect, it } from "vitest";
import { kubernetesJob } from "./kubernetes-job.ts";
import { kubernetesPod, type KubernetesPodOptions } from "./kubernetes-pod.ts";
import { kubernetesResource, type KubernetesResourceOptions } from "./kubernetes-resource.ts";

describe("kubernetesPod in a DAG", () => {
  const specOf = (options: KubernetesPodOptions): TaskSpec | undefined => {
    const build = (): unknown => kubernetesPod("t", options);
    return dag({ id: "d" }, build).toSpec({ file: "d.ts" }).tasks[0];
  };

  it("is a job outside that finds its code in this package, with times in seconds and options of tasks apart", () => {
    const task = specOf({
      image: "a",
      arguments: ["{{ ds }}"],
      startupTimeout: { minutes: 5 },
      activeDeadline: { seconds: 90 },
      retries: 2,
    });
    expect(task).toMatchObject({
      operator: "kubernetesPod",
      lane: "job",
      provider: "@momiji/kubernetes",
      params: { image: "a", startupTimeoutSeconds: 300, activeDeadlineSeconds: 90 },
    });
    expect(task?.params).not.toHaveProperty("retries");
    expect(task?.templateFields).toEqual(["image", "arguments"]);
  });

  it.each([
    [{}, /image/],
    [{ image: "a", onFinish: "never" }, /onFinish must be one of delete, deleteOnSuccess, keep/],
    [{ image: "a", xcom: "yes" }, /xcom must be one of/],
    [{ image: "a", labels: { team: "data science" } }, /label team: "data science" is none that Kubernetes takes/],
  ])("turns down %o when the file is read", (options, words) => {
    expect(() => specOf(options as KubernetesPodOptions)).toThrow(words);
  });

  it("takes a template instead of an image, and a template in a label", () => {
    expect(() => specOf({ podTemplate: "spec: {}", labels: { day: "{{ ds }}" } })).not.toThrow();
  });

  it("stands beside jobs and resources", () => {
    const { tasks } = dag({ id: "d" }, () => {
      kubernetesJob("job", { image: "a", parallelism: 3, activeDeadline: { hours: 1 } });
      kubernetesResource("claim", { resources: "kind: ConfigMap", action: "delete", waitTimeout: { minutes: 1 } });
    }).toSpec({ file: "d.ts" });
    expect(tasks).toMatchObject([
      { operator: "kubernetesJob", params: { parallelism: 3, activeDeadlineSeconds: 3600 } },
      { operator: "kubernetesResource", params: { action: "delete", waitTimeoutSeconds: 60 } },
    ]);
  });

  it.each([
    [{ action: "remove" }, /action must be one of apply, delete/],
    [{ action: "delete", waitFor: { condition: "Ready" } }, /waitFor is of objects that are applied/],
    [{ failWhen: { condition: "Failed" } }, /failWhen says when not to wait any longer/],
  ])("turns down a resource with %o when the file is read", (options, words) => {
    const place = (): unknown => kubernetesResource("t", { resources: "", ...options } as KubernetesResourceOptions);
    expect(() => dag({ id: "d" }, place).toSpec({ file: "d.ts" })).toThrow(words);
  });
});
