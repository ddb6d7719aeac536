import { expect, test } from "vitest";
import { deadServices, missingExecutors, type Workers } from "./workers.ts";

const counts = { running: 0, queued: 0, scheduled: 0, deferred: 0, oldestQueued: null };
const service = { type: "SchedulerJob", state: "running", host: "h", since: "", heartbeat: "" } as const;
const WORKERS: Workers = {
  at: "",
  executors: [
    { ...counts, name: "local", slots: 4, queued: 3 },
    { ...counts, name: "gpu", slots: null, scheduled: 2 },
    { ...counts, name: "old", slots: null },
  ],
  workers: [],
  queues: [],
  services: [
    { ...service, alive: true },
    { ...service, type: "TriggererJob", alive: false },
  ],
};

test("an executor that is not there is told if anybody waits for it", () => {
  expect(missingExecutors(WORKERS).map(({ name }) => name)).toEqual(["gpu"]);
});

test("a service without a sign of life is told", () => {
  expect(deadServices(WORKERS).map(({ type }) => type)).toEqual(["TriggererJob"]);
});
