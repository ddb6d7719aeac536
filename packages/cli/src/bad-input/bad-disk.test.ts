import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { NAMESPACE, newPlace, TestServer } from "./server.testing.ts";

/** Mounting needs a right that some containers do not give, to root or to anybody. */
const canMount = spawnSync(NAMESPACE[0] ?? "", [...NAMESPACE.slice(1), "true"]).status === 0;

/** Its log fills the disk, and what is left of it fits into the space that the removed one leaves. */
const FILL = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "fill", isPausedUponCreation: false }, () => void bash("fill", { command: "seq 1 60000; echo end" }));
`;

test.runIf(canMount)("a home on a read-only file system is named (needs the right to mount)", async () => {
  const place = newPlace();
  mkdirSync(place.home);
  const mount = `mount --bind "${place.home}" "${place.home}"; mount -o remount,ro,bind "${place.home}"`;
  const { code, stderr } = await new TestServer(place, { mount }).ended();
  expect(stderr).toBe(
    `momiji: the home folder ${place.home} cannot be used: its file system is read-only\n  make the folder writable, or choose another with --home\n`,
  );
  expect(code).toBe(5);
});

test.runIf(canMount)(
  "a disk that fills up is named, and once there is space the work goes on by itself (needs the right to mount)",
  async () => {
    const place = newPlace({ "fill.ts": FILL });
    mkdirSync(place.home);
    const server = await new TestServer(place, { mount: `mount -t tmpfs -o size=4m tmpfs "${place.home}"` }).loaded();
    const fill = await server.trigger("fill");
    await server.says(/a task's log could not be written: ENOSPC/);
    // The store has a little room of its own left, not for this.
    const large = { logical_date: null, conf: { text: "x".repeat(1_500_000) } };
    const trigger = (): Promise<unknown> =>
      server.request("POST", "/dags/good/dagRuns", large).then(() => null, String);
    let refusal = await trigger();
    while (refusal === null) refusal = await trigger();
    expect(refusal).toMatch(/507 .*The disk is full; nothing was written/);

    rmSync(join(server.visibleHome, "logs"), { recursive: true });
    expect(await server.endOf("fill", fill)).toBe("success");
    expect(await server.run("good")).toMatchObject({ state: "success" });
    expect((await server.stop()).code).toBe(0);
  },
);

test.runIf(canMount)("a disk that is full at the start is named (needs the right to mount)", async () => {
  const place = newPlace();
  mkdirSync(place.home);
  const mount = `mount -t tmpfs -o size=1m tmpfs "${place.home}"; head -c 1048576 /dev/zero > "${join(place.home, "big")}"`;
  const { code, stderr } = await new TestServer(place, { mount }).ended();
  expect(stderr).toBe(
    `momiji: the home folder ${place.home} cannot be used: the disk is full\n  free some space, or choose another folder with --home\n`,
  );
  expect(code).toBe(5);
});
