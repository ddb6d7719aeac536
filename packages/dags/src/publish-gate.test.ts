import { expect, test } from "vitest";
import { PublishGate } from "./publish-gate.ts";

test("files that are evaluated together pass together", async () => {
  const gate = new PublishGate();
  const passed: string[] = [];
  const { promise, resolve } = Promise.withResolvers<string>();
  const first = gate.after(Promise.resolve("a")).then((name) => passed.push(name));
  const second = gate.after(promise).then((name) => passed.push(name));
  await Promise.resolve();
  expect(passed).toEqual([]);
  resolve("b");
  await Promise.all([first, second]);
  expect(passed).toEqual(["a", "b"]);
});

test("a file alone passes at once, also after one that could not be evaluated", async () => {
  const gate = new PublishGate();
  await expect(gate.after(Promise.reject(new Error("no disk")))).rejects.toThrow("no disk");
  let isLate = false;
  setTimeout(() => (isLate = true));
  await gate.after(Promise.resolve());
  expect(isLate).toBe(false);
});

test("a file that hangs is not waited for", async () => {
  const gate = new PublishGate();
  void gate.after(new Promise(() => {}));
  expect(await gate.after(Promise.resolve("fine"))).toBe("fine");
});
