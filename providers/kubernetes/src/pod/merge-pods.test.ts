import { expect, it } from "vitest";
import { testJob } from "@momiji/worker/job-context";
import { buildPod } from "./build-pod.ts";
import { labelValue, objectName } from "./pod-names.ts";

const attempt = testJob({ attemptId: "0198c0de-0000-7000-8000-000000000001" }).ctx;

it("puts the params over the whole pod that is given, and that over the template", () => {
  const podTemplate = `
metadata: { name: from-template, namespace: jobs, labels: { team: data, tier: low } }
spec:
  serviceAccountName: robot
  volumes: [{ name: a, emptyDir: {} }]
  containers:
    - { name: base, image: old, env: [{ name: A, value: "1" }], command: [run] }
    - { name: side, image: side:1 }
`;
  const fullPodSpec = { metadata: { labels: { tier: "high" } }, spec: { nodeSelector: { disk: "ssd" } } };
  const { pod, namespace, name } = buildPod(
    attempt,
    { podTemplate, fullPodSpec, image: "new", env: { B: "2" }, volumes: [{ name: "b", emptyDir: {} }] },
    "default",
  );
  expect(namespace).toBe("jobs");
  expect(name).toMatch(/^from-template-[0-9a-f]{10}$/);
  expect(pod).toMatchObject({
    metadata: { name, labels: { team: "data", tier: "high", dag_id: "d", "momiji/attempt": attempt.attemptId } },
    spec: {
      serviceAccountName: "robot",
      nodeSelector: { disk: "ssd" },
      volumes: [{ name: "a" }, { name: "b" }],
      containers: [
        {
          name: "base",
          image: "new",
          command: ["run"],
          env: [
            { name: "A", value: "1" },
            { name: "B", value: "2" },
          ],
        },
        { name: "side", image: "side:1" },
      ],
    },
  });
});

it("gives secrets as variables, all of their entries, or files", () => {
  const secrets = [
    { secret: "db", key: "password", env: "DB_PASSWORD" },
    { secret: "api", env: true },
    { secret: "tls", mountPath: "/certs" },
  ] as const;
  const { pod } = buildPod(
    attempt,
    { image: "a", secrets, env: { IP: { fieldRef: { fieldPath: "status.podIP" } } } },
    "default",
  );
  expect(pod["spec"]).toMatchObject({
    volumes: [{ name: "momiji-secret-2", secret: { secretName: "tls" } }],
    containers: [
      {
        env: [
          { name: "IP", valueFrom: { fieldRef: { fieldPath: "status.podIP" } } },
          { name: "DB_PASSWORD", valueFrom: { secretKeyRef: { name: "db", key: "password" } } },
        ],
        envFrom: [{ secretRef: { name: "api" } }],
        volumeMounts: [{ name: "momiji-secret-2", mountPath: "/certs", readOnly: true }],
      },
    ],
  });
});

it("says which container lacks an image", () => {
  expect(() =>
    buildPod(
      attempt,
      { podTemplate: "spec: { containers: [{ name: other, image: a }] }", baseContainerName: "main" },
      "default",
    ),
  ).not.toThrow();
  expect(() => buildPod(attempt, { podTemplate: {} }, "default")).toThrow(/the container base has no image/);
});

it("makes names that Kubernetes takes, one for each attempt", () => {
  const of = (attemptId: string, taskId = "t"): string => objectName({ ...attempt, attemptId, taskId });
  expect(of("a")).not.toBe(of("b"));
  expect(of("a")).toBe(of("a"));
  for (const taskId of ["グループ.task_1", "x".repeat(200), "-_-", "a.b"])
    expect(of("a", taskId)).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
});

it("makes values of labels that Kubernetes takes, and that differ where the texts do", () => {
  expect(labelValue("a_b.c-d")).toBe("a_b.c-d");
  for (const text of ["manual__2026-01-01T00:00:00+00:00", "紅葉", "x".repeat(80), "-a-"])
    expect(labelValue(text)).toMatch(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/);
  expect(labelValue("a:b")).not.toBe(labelValue("ab"));
});
