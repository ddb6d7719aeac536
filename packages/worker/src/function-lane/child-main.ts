/**
 * A function child: runs functions of DAG bundles, one attempt at a time and in the order of the calls. Ends when the
 * worker vanishes. What a function leaves behind in the process (globals, timers, the working folder) is there for the
 * next one, as in any Node process.
 */
import { writeSync } from "node:fs";
import { inspect } from "node:util";
import type { BundleRef } from "@momiji/core";
import { ATTEMPT_VARIABLE } from "../processes/marked-processes.ts";
import type { ContextRun } from "../task-context.ts";
import { type ArrivedCall, ChildAttempt } from "./child-attempt.ts";
import { ChildOutput } from "./child-output.ts";
import type { ChildCall, ChildSettings, FromChild, ToChild } from "./child-protocol.ts";
import { Questions } from "./child-questions.ts";

const settings = JSON.parse(process.argv[2] ?? "{}") as ChildSettings;
let current: ChildAttempt | null = null;
let currentId = "";
/** Of the call that arrived last: the next one leaves it out if it is the same. */
let lastRun: ContextRun | null = null;
let lastBundle: BundleRef | null = null;
let begun = 0;
let isLeaving = false;
const ahead: ArrivedCall[] = [];

const questions = new Questions((number, question) => tell(["ask", currentId, number, question]));
const elapsed = (): number => Math.round((performance.now() - begun) * 1000);
const output = new ChildOutput({
  send: (lines) => tell(["said", currentId, lines, current?.takeXComs() ?? []]),
  elapsed,
  maxBytes: settings.maxLogBytes,
});

function tell(message: FromChild, sent?: () => void): void {
  if (process.connected) process.send?.(message, undefined, undefined, sent ?? (() => {}));
}

/** Its run and its bundle are known by the order of arrival: of the calls before it, some may be given back before they begin. */
function arrived(call: ChildCall): ArrivedCall {
  lastRun = call.run ?? lastRun;
  lastBundle = call.bundle ?? lastBundle;
  if (lastRun === null || lastBundle === null) throw new Error("a call without its run or its bundle");
  return { call, run: lastRun, bundle: lastBundle };
}

function start({ call, run, bundle }: ArrivedCall): void {
  begun = performance.now();
  process.env[ATTEMPT_VARIABLE] = call.id;
  currentId = call.id;
  current = new ChildAttempt(
    { call, run, bundle },
    {
      output,
      ask: (question) => questions.ask(question),
      // Not with the lines, which wait: it goes before them.
      maskSecret: (value) => tell(["secret", value]),
      elapsed,
      maxXComBytes: settings.maxXComBytes,
      done(result) {
        current = null;
        isLeaving ||= result.leaving === true;
        const last = { ...result, took: elapsed(), ...(isLeaving ? { leaving: true as const } : {}) };
        tell(["done", call.id, last], isLeaving ? () => process.exit(1) : undefined);
        // Not at once: what the worker has to say meanwhile must be heard.
        if (!isLeaving && ahead.length > 0) setImmediate(startNext);
      },
    },
  );
  current.start();
}

function startNext(): void {
  if (current !== null) return;
  const next = ahead.shift();
  if (next !== undefined) start(next);
}

function giveBack(): void {
  tell(["back", ahead.splice(0).map(({ call }) => call.id)]);
}

/** The signal for the function, SIGTERM for what it has started; this process ends when the function has. */
function end(id: string, reason: string): void {
  if (current === null || currentId !== id) return;
  isLeaving = true;
  giveBack();
  current.abort(reason);
  process.kill(-process.pid, "SIGTERM");
}

/** What threw was left behind by an earlier call; the next ones shall not pay for it. */
function leave(error: unknown): void {
  isLeaving = true;
  ahead.length = 0;
  writeSync(2, inspect(error));
  tell(["leaving"], () => process.exit(1));
}

/** With all that it has started; a command may ignore SIGTERM, this process does (see below). */
function endWithGroup(): void {
  current?.abort("the worker has vanished");
  process.kill(-process.pid, "SIGTERM");
  setTimeout(() => process.kill(-process.pid, "SIGKILL"), current === null ? 0 : settings.graceMillis);
}

process.on("message", (message: ToChild) => {
  switch (message[0]) {
    case "calls":
      ahead.push(...message[1].map(arrived));
      if (isLeaving) giveBack();
      else startNext();
      break;
    case "back":
      giveBack();
      break;
    case "end":
      end(message[1], message[2]);
      break;
    case "answer":
      questions.answer(message[1], message[2]);
      break;
    case "refuse":
      questions.refuse(message[1], message[2]);
      break;
  }
});
// Also for promises that nobody awaited. Which call they came from is not known: it is held to be the one that runs.
process.on("uncaughtException", (error) => {
  if (current !== null) current.threw(error, true);
  else leave(error);
});
process.once("disconnect", endWithGroup);
// Ending an attempt sends SIGTERM to its whole group; this process has its message for that, with the reason.
process.on("SIGTERM", () => {});
tell(["ready"]);
