import { describe, expect, test } from "vitest";
import { SECOND } from "./instant.ts";
import { instanceIn, START } from "./sample-run.ts";
import type { AttemptEvent, AttemptOutcome } from "./task-protocol.ts";
import type { TaskInstance } from "./dag-run.ts";
import {
  afterEvent,
  endedAttempt,
  expandInstance,
  queueInstance,
  scheduleInstance,
  skipUnlessBegun,
  succeedEmpty,
} from "./task-transitions.ts";
import type { TaskState } from "./task-state.ts";

const AT = START + 5 * SECOND;
const CONTEXT = { dagId: "sample", logicalDate: START, retry: { retries: 1, delaySeconds: 60 }, lostAttemptLimit: 5 };
const ATTEMPT = { attemptId: "attempt of a", at: AT };

const EVENTS: { readonly [name: string]: AttemptEvent } = {
  started: { type: "started", ...ATTEMPT, worker: "w" },
  deferred: { type: "deferred", ...ATTEMPT, until: AT + SECOND },
  xcom: { type: "xcom", ...ATTEMPT, xcoms: [] },
  launched: { type: "launched", ...ATTEMPT, handle: { id: "c1" } },
  said: { type: "said", ...ATTEMPT, message: "pulling" },
  success: finished({ kind: "success" }),
  skipped: finished({ kind: "skipped" }),
  failed: finished({ kind: "failed", message: "broken", code: "exception", retryable: true }),
  lost: finished({ kind: "lost", message: "worker gone" }),
  cancelled: finished({ kind: "cancelled", message: "asked for" }),
};

type Expected = { readonly [event: string]: TaskState | "stale" };

function finished(outcome: AttemptOutcome): AttemptEvent {
  return { type: "finished", ...ATTEMPT, outcome };
}

function stateAfter(state: TaskState, event: AttemptEvent, maxTries: number): TaskState | "stale" {
  const after = afterEvent(
    instanceIn("a", state, { attemptId: ATTEMPT.attemptId, tryNumber: 1, maxTries }),
    event,
    CONTEXT,
  );
  return after === null ? "stale" : after.state;
}

test("the job of an attempt is kept with its last word, over its end, until the next attempt", () => {
  const running = instanceIn("a", "restarting", { attemptId: ATTEMPT.attemptId, tryNumber: 1, maxTries: 1 });
  const said = afterEvent(running, { type: "said", ...ATTEMPT, message: "pulling" }, CONTEXT) ?? running;
  expect(said.job).toEqual({ handle: null, said: { at: AT, message: "pulling" } });
  const launched = afterEvent(said, { type: "launched", ...ATTEMPT, handle: "c1" }, CONTEXT) ?? said;
  expect(launched.job).toEqual({ handle: "c1", said: { at: AT, message: "pulling" } });
  const ended = afterEvent(launched, finished({ kind: "cancelled", message: "cleared" }), CONTEXT) ?? launched;
  expect(ended.job).toEqual(launched.job);
  const again = scheduleInstance(ended, AT);
  expect(queueInstance(again, "next", AT).job).toBeNull();
});

describe("every state meets every event", () => {
  const ENDS: Expected = {
    success: "success",
    skipped: "skipped",
    failed: "failed",
    lost: "up_for_retry",
    cancelled: "failed",
  };
  const STALE: Expected = { started: "stale", deferred: "stale", xcom: "stale", launched: "stale", said: "stale" };
  const AGAIN: Expected = { success: null, skipped: null, failed: null, lost: null, cancelled: null };
  test.each<[TaskState, Expected]>([
    [
      "queued",
      { started: "running", deferred: "deferred", xcom: "queued", launched: "queued", said: "queued", ...ENDS },
    ],
    [
      "running",
      { started: "running", deferred: "deferred", xcom: "running", launched: "running", said: "running", ...ENDS },
    ],
    [
      "deferred",
      { started: "deferred", deferred: "deferred", xcom: "deferred", launched: "deferred", said: "deferred", ...ENDS },
    ],
    [
      "restarting",
      {
        started: "restarting",
        deferred: "restarting",
        xcom: "restarting",
        launched: "restarting",
        said: "restarting",
        ...AGAIN,
      },
    ],
  ])("%s", (state, expected) => {
    const actual = Object.entries(EVENTS).map(([name, event]) => [name, stateAfter(state, event, 0)]);
    expect(Object.fromEntries(actual)).toEqual(expected);
  });

  test("awaiting_input: its worker has nothing more to say, but an answer ends it", () => {
    const actual = Object.entries(EVENTS).map(([name, event]) => [name, stateAfter("awaiting_input", event, 0)]);
    expect(Object.fromEntries(actual)).toEqual({ ...STALE, ...ENDS });
    const asked = { kind: "awaiting_input", subject: "s", body: null, until: 9 } as const;
    const question: AttemptEvent = { type: "finished", attemptId: ATTEMPT.attemptId, at: 5, outcome: asked };
    expect(stateAfter("awaiting_input", question, 0)).toBe("stale");
    expect(stateAfter("running", question, 0)).toBe("awaiting_input");
  });

  test.each<TaskState>([
    null,
    "scheduled",
    "up_for_retry",
    "up_for_reschedule",
    "success",
    "failed",
    "skipped",
    "upstream_failed",
    "removed",
  ])("%s: no worker holds it, every event is stale", (state) => {
    for (const event of Object.values(EVENTS)) expect(stateAfter(state, event, 0)).toBe("stale");
  });

  test("an event of another attempt is stale in every state", () => {
    const event: AttemptEvent = { ...(EVENTS["success"] as AttemptEvent), attemptId: "another" };
    for (const state of ["queued", "running", "deferred", "restarting"] as const)
      expect(stateAfter(state, event, 0)).toBe("stale");
  });
});

test("a failed attempt with tries left waits for its retry", () => {
  const running = instanceIn("a", "running", { maxTries: 1 });
  const after = afterEvent(running, EVENTS["failed"] as AttemptEvent, CONTEXT);
  expect(after).toMatchObject({ state: "up_for_retry", endDate: AT, resumeAt: AT + 60 * SECOND });
});

test("an event that comes twice changes nothing the second time", () => {
  const queued = instanceIn("a", "queued");
  const once = afterEvent(queued, EVENTS["started"] as AttemptEvent, CONTEXT);
  expect(once).toMatchObject({ startDate: AT, firstStartDate: AT, worker: "w" });
  expect(once === null ? null : afterEvent(once, { ...(EVENTS["started"] as AttemptEvent), at: AT + 1 }, CONTEXT)).toBe(
    once,
  );
});

test("a waiting attempt that another worker takes up goes on waiting: nobody has given it slots again", () => {
  const deferred = instanceIn("a", "deferred", { startDate: START, firstStartDate: START, resumeAt: AT });
  expect(afterEvent(deferred, EVENTS["started"] as AttemptEvent, CONTEXT)).toEqual({ ...deferred, worker: "w" });
});

describe("an attempt that stops to wait", () => {
  const running = instanceIn("a", "running", { startDate: START, firstStartDate: START, maxTries: 2 });
  const trigger = { name: "job", params: { id: 7 } };
  const deferral = { trigger, resume: "go", startedAt: START, since: AT, timeoutAt: AT + SECOND };
  const apply = (instance: TaskInstance, event: AttemptEvent): TaskInstance => {
    const after = afterEvent(instance, event, CONTEXT);
    if (after === null) throw new Error("stale");
    return after;
  };
  const deferred = apply(running, { type: "deferred", ...ATTEMPT, until: null, deferral });
  const resumed = apply(deferred, { type: "resumed", ...ATTEMPT, event: "done" });

  test("keeps what it waits for, goes on with the trigger's event, and counts as one attempt", () => {
    expect(deferred).toMatchObject({ state: "deferred", deferral });
    expect(resumed).toMatchObject({ state: "scheduled", deferral: { ...deferral, fired: { at: AT, event: "done" } } });
    const queued = queueInstance(resumed, "second part", AT);
    expect(queued).toMatchObject({ state: "queued", tryNumber: 1, startDate: START, attemptId: "second part" });
    expect(queued.deferral?.fired).toEqual({ at: AT, event: "done" });
  });

  test("is over for its first part: whatever else that says is stale", () => {
    for (const event of Object.values(EVENTS)) expect(afterEvent(resumed, event, CONTEXT)).toBeNull();
    expect(afterEvent(running, { type: "resumed", ...ATTEMPT, event: 1 }, CONTEXT)).toBeNull();
  });

  test("goes on although nobody heard that it had stopped, or had stopped once more", () => {
    const event = { type: "resumed", ...ATTEMPT, event: "done", deferral } as const;
    expect(apply(running, event)).toEqual({ ...resumed, firstStartDate: START });
    const part = { ...queueInstance(resumed, ATTEMPT.attemptId, AT), state: "running" } as const;
    const again = { ...deferral, resume: "go further", since: AT + SECOND };
    expect(apply(part, { ...event, deferral: again }).deferral).toEqual({ ...again, fired: { at: AT, event: "done" } });
  });

  test("goes on from there when it is lost, and begins anew when it is retried or cleared", () => {
    const part = { ...queueInstance(resumed, ATTEMPT.attemptId, AT), state: "running" } as const;
    const lost = queueInstance(apply(part, EVENTS["lost"] as AttemptEvent), "third", AT);
    expect(lost).toMatchObject({ tryNumber: 2, deferral: { fired: { event: "done" } } });
    const failed = queueInstance(apply(part, EVENTS["failed"] as AttemptEvent), "third", AT);
    expect(failed).toMatchObject({ tryNumber: 2, deferral: null, startDate: null });
    const cleared = scheduleInstance({ ...resumed, state: null }, AT);
    expect(cleared.deferral).toBeNull();
  });

  test("waits for nothing any more once it has been lost too often", () => {
    const part = { ...queueInstance(resumed, ATTEMPT.attemptId, AT), state: "running" } as const;
    const often = { ...part, lostAttempts: CONTEXT.lostAttemptLimit - 1 };
    expect(apply(often, EVENTS["lost"] as AttemptEvent)).toMatchObject({ state: "failed", deferral: null });
  });

  test("gives its slots back in mode reschedule, and keeps its attempt and its first start", () => {
    const paused = apply(running, { type: "rescheduled", ...ATTEMPT, until: AT + SECOND });
    expect(paused).toMatchObject({ state: "up_for_reschedule", resumeAt: AT + SECOND, startDate: START });
    const again = queueInstance(scheduleInstance(paused, AT + SECOND), "second part", AT + SECOND);
    expect(again).toMatchObject({ tryNumber: 1, firstStartDate: START, startDate: START });
  });

  test("is cleared like one that runs: when its part is over it begins anew", () => {
    const restarting = { ...deferred, state: "restarting" } as const;
    expect(apply(restarting, { type: "resumed", ...ATTEMPT, event: 1 })).toMatchObject({ state: null, deferral: null });
    const rescheduled = apply(restarting, { type: "rescheduled", ...ATTEMPT, until: AT });
    expect(rescheduled).toMatchObject({ state: null, deferral: null });
  });
});

test("an attempt that ends unheard-of has begun when it ended", () => {
  expect(afterEvent(instanceIn("a", "queued"), EVENTS["success"] as AttemptEvent, CONTEXT)).toMatchObject({
    startDate: AT,
    endDate: AT,
  });
});

test("a new attempt counts one up and keeps the first poke only over a loss", () => {
  const lost = instanceIn("a", "scheduled", {
    tryNumber: 1,
    firstStartDate: START,
    outcome: { kind: "lost", message: "gone" },
  });
  expect(queueInstance(lost, "next", AT)).toMatchObject({
    state: "queued",
    tryNumber: 2,
    attemptId: "next",
    queuedAt: AT,
    firstStartDate: START,
    outcome: null,
  });
  expect(queueInstance({ ...lost, outcome: { kind: "success" } }, "next", AT).firstStartDate).toBeNull();
});

test("the record of an attempt has the state that its outcome gives", () => {
  expect(endedAttempt(instanceIn("a", "scheduled", { outcome: { kind: "lost", message: "gone" } })).state).toBe(
    "failed",
  );
  expect(endedAttempt(instanceIn("a", null, { outcome: { kind: "success" } })).state).toBe("success");
});

test("the record of an attempt does not say when the next one was scheduled", () => {
  const times = { scheduledAt: START, queuedAt: START + 1, startDate: START + 2, endDate: START + 3 };
  const ended = instanceIn("a", "up_for_retry", times);
  expect(endedAttempt(ended).scheduledAt).toBe(START);
  expect(endedAttempt(scheduleInstance(ended, AT)).scheduledAt).toBe(times.queuedAt);
});

test("a branch skips what has not begun and leaves what has", () => {
  const states: readonly TaskState[] = [
    null,
    "scheduled",
    "queued",
    "up_for_retry",
    "upstream_failed",
    "running",
    "deferred",
    "failed",
  ];
  const after = states.map((state) => skipUnlessBegun(instanceIn("a", state), AT).state);
  expect(after).toEqual(["skipped", "skipped", "skipped", "skipped", "skipped", "running", "deferred", "failed"]);
});

test("an empty task begins and succeeds in one instant, without an attempt of a worker", () => {
  expect(succeedEmpty(instanceIn("a", null), AT)).toMatchObject({
    state: "success",
    tryNumber: 1,
    attemptId: null,
    startDate: AT,
    endDate: AT,
  });
});

test("a mapped instance becomes as many as there are elements, or is skipped for want of any", () => {
  const waiting = instanceIn("a", null);
  expect(expandInstance(waiting, 2, AT).map(({ mapIndex }) => mapIndex)).toEqual([0, 1]);
  expect(expandInstance(waiting, 0, AT)).toMatchObject([{ mapIndex: -1, state: "skipped", endDate: AT }]);
});

test("a task that has become empty waits for nothing any more", () => {
  const deferral = { trigger: null, startedAt: START, since: START };
  const waited = instanceIn("a", "up_for_reschedule", { deferral, resumeAt: AT });
  expect(succeedEmpty(waited, AT)).toMatchObject({ state: "success", deferral: null });
});
