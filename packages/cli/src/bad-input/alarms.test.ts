/** Callbacks and questions to people in a real server that is killed in the middle of them. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { momiji, newPlace, TestServer } from "./server.testing.ts";

const TOLD = `import { appendFileSync, existsSync } from "node:fs";
import { dag } from "momiji";
import { commandNotifier } from "momiji/notifiers";
const folder = process.env.TEST;
export default dag({
  id: "told", isPausedUponCreation: false,
  onFailure: commandNotifier({ command: 'echo "$MOMIJI_CALLBACK_REASON" > "$TEST/run"' }),
}, ({ task }) => {
  task("it", {
    onFailure: async ({ callbackId, delivery, exception, log }) => {
      log.info("told of: " + exception.message);
      appendFileSync(folder + "/calls", JSON.stringify([callbackId, delivery]) + "\\n");
      while (!existsSync(folder + "/go")) await new Promise((resolve) => setTimeout(resolve, 20));
    },
  }, () => { throw new Error("bad luck"); });
});
`;

const ASKS = `import { dag } from "momiji";
import { approval } from "momiji/operators";
export default dag({ id: "asks", isPausedUponCreation: false }, ({ task }) => {
  const ok = approval("ok", { subject: "Go on with {{ run_id }}?", assignedUsers: ["alice"] });
  task("go", { ok }, ({ ok }) => ok.responded_by_user?.name);
});
`;

interface Call {
  readonly state: string;
  readonly deliveries: number;
}

test("a callback that was running when the server was killed is delivered again, with the same id", async () => {
  const place = newPlace({ "told.ts": TOLD });
  const settings = { TEST: place.folder };
  const lines = (): unknown[] => {
    const path = join(place.folder, "calls");
    const text = existsSync(path) ? readFileSync(path, "utf8").trim() : "";
    return text === "" ? [] : text.split("\n").map((line): unknown => JSON.parse(line));
  };
  const first = await new TestServer(place, { settings }).loaded();
  const { runId, state } = await first.run("told");
  expect(state).toBe("failed");
  await first.onceStored(async () => (lines().length > 0 ? true : undefined));
  process.kill(first.pid, "SIGKILL");
  await first.ended();
  writeFileSync(join(place.folder, "go"), "");
  const second = await new TestServer(place, { settings }).loaded();
  const calls = await second.onceStored(async () => {
    const { stdout } = await momiji(place.home, "callbacks", "list", "--dag-id", "told", "--output", "json");
    const all = JSON.parse(stdout) as Call[];
    return all.every((call) => call.state === "success") ? all : undefined;
  });
  // The callback of the run may have been on its way too when the server was killed.
  expect(calls.map(({ deliveries }) => deliveries).toSorted((a, b) => a - b)).toEqual([expect.toBeOneOf([1, 2]), 2]);
  const [[id, delivery], [again, later]] = lines() as [[string, number], [string, number]];
  expect([again, delivery, later]).toEqual([id, 1, 2]);
  expect(readFileSync(join(place.folder, "run"), "utf8")).toMatch(/^(task_failure\n){1,2}$/);
  expect((await momiji(place.home, "callbacks", "logs", id)).stdout).toContain("told of: bad luck");
  expect((await second.task("told", runId)).state).toBe("failed");
}, 60_000);

test("a question survives the server, and is answered from the command line by those who may", async () => {
  const place = newPlace({ "asks.ts": ASKS });
  const first = await new TestServer(place).loaded();
  const runId = await first.trigger("asks");
  const waiting = async () => {
    const { stdout } = await momiji(place.home, "tasks", "required-actions", "--output", "json");
    return (JSON.parse(stdout) as { subject: string }[])[0];
  };
  expect(await first.onceStored(waiting)).toMatchObject({
    subject: `Go on with ${runId}?`,
    options: "Approve, Reject",
  });
  process.kill(first.pid, "SIGKILL");
  await first.ended();
  const second = await new TestServer(place).loaded();
  const respond = (...words: string[]) => momiji(place.home, "tasks", "respond", "asks", runId, "ok", ...words);
  expect(await respond("--option", "Approve", "--as", "bob")).toMatchObject({ code: 7 });
  expect(await respond("--option", "Maybe", "--as", "alice")).toMatchObject({ code: 7 });
  expect(await respond("--option", "Approve", "--as", "alice")).toMatchObject({ code: 0 });
  expect(await second.endOf("asks", runId)).toBe("success");
  const late = await respond("--option", "Reject", "--as", "alice");
  expect(late.code).toBe(7);
  expect(late.stderr).toContain("already been updated");
}, 60_000);
