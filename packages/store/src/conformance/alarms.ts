/** Callbacks, deadlines and questions to people. */
import type { CallbackRecord, DeadlineRecord, InputAnswer } from "@momiji/core";
import { describe, expect, test } from "vitest";
import type { Noted } from "../access-store.ts";
import { allDags } from "../dag-scope.ts";
import type { InputFilter, InputQuestion } from "../input-store.ts";
import type { RunCommit, StoreNotice } from "../store.ts";
import { FULL_INSTANCE, NEW_YEAR, type OpenStore, runningRun } from "./samples.ts";

const CALLBACK: CallbackRecord = {
  id: "callback-1",
  runKey: 1,
  dagId: "etl",
  runId: "scheduled__day_0",
  taskId: "extract",
  ordinal: 0,
  spec: { name: "slack_notifier", lane: "async", params: { text: "{{ reason }}" }, templateFields: ["text"] },
  facts: {
    event: "on_failure",
    reason: "失敗",
    instance: null,
    runState: "running",
    runEndDate: null,
    exception: null,
  },
  state: "queued",
  deliveryId: "delivery-1",
  deliveries: 1,
  createdAt: NEW_YEAR,
  dueAt: null,
  endedAt: null,
  message: null,
};

const DEADLINE: DeadlineRecord = {
  runKey: 1,
  dagId: "etl",
  runId: "scheduled__day_0",
  ordinal: 0,
  name: "soon",
  state: "pending",
  dueAt: NEW_YEAR + 5,
  queuedAt: NEW_YEAR,
  createdAt: NEW_YEAR,
  endedAt: null,
};

const ATTEMPT = FULL_INSTANCE.attemptId as string;
const QUESTION: InputQuestion = {
  taskId: "extract",
  mapIndex: -1,
  tryNumber: 2,
  attemptId: ATTEMPT,
  subject: "May I? 100%",
  body: null,
  createdAt: NEW_YEAR,
  until: NEW_YEAR + 9,
};
const OTHER_ATTEMPT = "01890b1e-7c33-7e0a-9d6a-8d7f2f1a2b4d";
const WAITING = { ...FULL_INSTANCE, state: "awaiting_input" } as const;
const ANSWER: InputAnswer = {
  chosenOptions: ["Approve"],
  paramsInput: { why: "好" },
  respondedAt: NEW_YEAR + 3,
  respondedBy: { id: "alice", name: "Alice" },
};

const noted: Noted = {
  now: NEW_YEAR,
  events: [{ event: "update_hitl_detail", owner: "alice", dagId: "etl" }],
};

export function alarms(open: OpenStore): void {
  describe("callbacks", () => {
    test("are written with the change that they speak of, and not at all if it is stale", async () => {
      const store = await open();
      const { run, owner } = await runningRun(store);
      const callback = { ...CALLBACK, runKey: run.runKey };
      await owner.commit({ runKey: run.runKey, expectRevision: 0, callbacks: [callback] });
      expect(await store.listCallbacks({ scope: allDags })).toEqual([]);
      await owner.commit({ runKey: run.runKey, expectRevision: 1, callbacks: [callback] });
      expect(await store.listCallbacks({ scope: allDags, dagId: "etl", taskId: "extract" })).toEqual([callback]);
      expect(await store.loadCallbacks(["etl"])).toEqual([callback]);
      expect(await store.loadCallbacks(["other"])).toEqual([]);
    });

    test("are loaded until they are done", async () => {
      const store = await open();
      const { run, owner } = await runningRun(store);
      const callback = { ...CALLBACK, runKey: run.runKey };
      await owner.commit({ runKey: run.runKey, expectRevision: 1, callbacks: [callback] });
      const pending = { ...callback, state: "pending", dueAt: NEW_YEAR + 9, message: "no" } as const;
      await owner.commitBatch({ callbackUpdates: [pending] });
      expect(await store.loadCallbacks(["etl"])).toEqual([pending]);
      const done = { ...callback, state: "success", endedAt: NEW_YEAR + 10, deliveries: 2, deliveryId: "2" } as const;
      await owner.commitBatch({ callbackUpdates: [done] });
      expect(await store.loadCallbacks(["etl"])).toEqual([]);
      expect(await store.listCallbacks({ scope: allDags, states: ["success"] })).toEqual([done]);
    });
  });

  describe("deadlines", () => {
    test("are pending until they are met or missed, and a miss brings its callbacks", async () => {
      const store = await open();
      const { run, owner } = await runningRun(store);
      const deadline = { ...DEADLINE, runKey: run.runKey };
      const none = { ...deadline, ordinal: 1, name: null, state: "none", dueAt: null } as const;
      await owner.commit({ runKey: run.runKey, expectRevision: 1, deadlines: [deadline, none] });
      expect(await store.loadDeadlines(run.runKey)).toEqual([deadline, none]);
      expect(await store.loadPendingDeadlines(["etl"])).toEqual([deadline]);
      const missed = { ...deadline, state: "missed", endedAt: NEW_YEAR + 6 } as const;
      const callback = { ...CALLBACK, runKey: run.runKey, taskId: null };
      await owner.commitBatch({ missed: [{ deadline: missed, callbacks: [callback] }] });
      expect(await store.loadPendingDeadlines(["etl"])).toEqual([]);
      expect(await store.listDeadlines({ scope: allDags, states: ["missed"] })).toEqual([missed]);
      expect(await store.listDeadlines({ scope: allDags, isRunActive: true })).toHaveLength(2);
      expect(await store.loadCallbacks(["etl"])).toEqual([callback]);
      await owner.commit({ runKey: run.runKey, expectRevision: 2, run: { ...run, state: "failed" } });
      expect(await store.listDeadlines({ scope: allDags, isRunActive: true })).toEqual([]);
    });

    test("are told of when they are missed, once for each run", async () => {
      const store = await open();
      const { run, owner } = await runningRun(store);
      const ended = { ...DEADLINE, runKey: run.runKey, endedAt: NEW_YEAR + 6 };
      const heard: StoreNotice[] = [];
      store.subscribe((notice) => heard.push(notice));
      const states = ["missed", "missed", "met"] as const;
      const missed = states.map((state, ordinal) => ({ deadline: { ...ended, ordinal, state }, callbacks: [] }));
      await owner.commitBatch({ missed });
      expect(heard).toMatchObject([{ kind: "runs", dagIds: ["etl"] }]);
      const told = heard.flatMap((notice) => (notice.kind === "runs" ? (notice.changes?.() ?? []) : []));
      expect(told).toEqual([{ runKey: run.runKey, instances: [], removed: [], missed: 2 }]);
    });

    test("may count from the mean of the last runs, which are told newest first", async () => {
      const store = await open();
      const { run, owner } = await runningRun(store);
      expect(await store.listRunTimes("etl", 5)).toEqual([]);
      const ended = { ...run, state: "success", startDate: NEW_YEAR, endDate: NEW_YEAR + 7 } as const;
      await owner.commit({ runKey: run.runKey, expectRevision: 1, run: ended });
      expect(await store.listRunTimes("etl", 5)).toEqual([7]);
    });
  });

  describe("questions to people", () => {
    async function asked(open: OpenStore) {
      const store = await open();
      const { run, owner } = await runningRun(store);
      const change: RunCommit = { runKey: run.runKey, expectRevision: 1, update: [WAITING], questions: [QUESTION] };
      await owner.commit(change);
      return { store, owner, key: { runKey: run.runKey, taskId: "extract", mapIndex: -1 } };
    }

    test("wait for one answer, which goes into the inbox", async () => {
      const { store, key } = await asked(open);
      expect(await store.listInputs({ scope: allDags, isAnswered: false, subject: "100%" })).toMatchObject({
        total: 1,
        details: [QUESTION],
      });
      expect(await store.respond(key, ANSWER, noted)).toBe("taken");
      expect(await store.respond(key, ANSWER, noted)).toBe("answered");
      const { entries } = await store.listEventLogs({ event: "update_hitl_detail" });
      expect(entries).toMatchObject([{ owner: "alice", dagId: "etl" }]);
      expect(await store.readInbox(9)).toMatchObject([
        { event: { type: "answered", attemptId: ATTEMPT, answer: ANSWER } },
      ]);
      expect(await store.loadInputs(key)).toMatchObject([{ ...QUESTION, answer: ANSWER }]);
      expect(
        (
          await store.listInputs({
            scope: allDags,
            isAnswered: true,
            respondedBy: ["alice"],
            states: ["awaiting_input"],
          })
        ).total,
      ).toBe(1);
      expect((await store.listInputs({ scope: allDags, isAnswered: true, respondedBy: ["bob"] })).total).toBe(0);
    });

    test("are listed in the order asked for", async () => {
      const { store, owner, key } = await asked(open);
      const other = { ...WAITING, taskId: "load", attemptId: OTHER_ATTEMPT };
      const question = { ...QUESTION, taskId: "load", attemptId: OTHER_ATTEMPT, createdAt: QUESTION.createdAt + 1 };
      const change: RunCommit = { runKey: key.runKey, expectRevision: 2, insert: [other], questions: [question] };
      await owner.commit(change);
      const tasks = async (filter: Partial<InputFilter>) =>
        (await store.listInputs({ scope: allDags, ...filter })).details.map(({ taskId }) => taskId);
      expect(await tasks({})).toEqual(["extract", "load"]);
      expect(await tasks({ order: [{ by: "id", descending: true }] })).toEqual(["load", "extract"]);
      expect(await tasks({ order: [{ by: "task_display_name", descending: true }] })).toEqual(["load", "extract"]);
      const byDag = { by: "dag_id", descending: false } as const;
      expect(await tasks({ order: [byDag, { by: "created_at", descending: true }] })).toEqual(["load", "extract"]);
      expect(await tasks({ created: { gt: QUESTION.createdAt } })).toEqual(["load"]);
      expect(await tasks({ taskIdMatch: { pattern: "oa" }, dagIdMatch: { prefix: "et" } })).toEqual(["load"]);
    });

    test("that nobody asks any more take no answer", async () => {
      const { store, owner, key } = await asked(open);
      await owner.commit({ runKey: key.runKey, expectRevision: 2, update: [{ ...WAITING, state: "failed" }] });
      expect(await store.respond(key, ANSWER, noted)).toBe("not_waiting");
      expect(await store.readInbox(9)).toEqual([]);
      expect((await store.listInputs({ scope: allDags, isAnswered: false })).total).toBe(0);
    });

    test("whose time is up lose against an answer that was there before", async () => {
      const { store, owner, key } = await asked(open);
      await store.respond(key, ANSWER, noted);
      const taken = { taskId: "extract", mapIndex: -1, tryNumber: 2, answer: { ...ANSWER, respondedBy: null } };
      const late: RunCommit = {
        runKey: key.runKey,
        expectRevision: 2,
        answers: [taken],
        update: [{ ...WAITING, state: "success" }],
      };
      expect((await owner.commit(late)).stale).toEqual([key.runKey]);
      expect((await store.loadInputs(key))[0]?.answer).toEqual(ANSWER);
    });

    test("whose time is up before any answer keep what was taken", async () => {
      const { store, owner, key } = await asked(open);
      const taken = { taskId: "extract", mapIndex: -1, tryNumber: 2, answer: { ...ANSWER, respondedBy: null } };
      expect((await owner.commit({ runKey: key.runKey, expectRevision: 2, answers: [taken] })).stale).toEqual([]);
      expect(await store.respond(key, ANSWER, noted)).toBe("answered");
      expect((await store.loadInputs(key))[0]?.answer?.respondedBy).toBeNull();
    });
  });
}
