import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newPlace, TestServer } from "./server.testing.ts";

test("a home that is a file is named, and where else it could be is said", async () => {
  const place = newPlace();
  writeFileSync(place.home, "");
  const { code, stderr } = await new TestServer(place).ended();
  expect(stderr).toBe(
    `momiji: the home folder ${place.home} cannot be used: there is a file of that name\n  choose another folder with --home\n`,
  );
  expect(code).toBe(5);
});

test.runIf(process.platform === "linux")("a home where there can be no folder is named", async () => {
  const { code, stderr } = await new TestServer({ ...newPlace(), home: "/proc/momiji" }).ended();
  expect(stderr).toBe(
    "momiji: the home folder /proc/momiji cannot be used: its file system takes no folder of that name\n  choose another folder with --home\n",
  );
  expect(code).toBe(5);
});

test("a home below a file is named", async () => {
  const place = newPlace();
  writeFileSync(place.home, "");
  const { code, stderr } = await new TestServer({ ...place, home: join(place.home, "below") }).ended();
  expect(stderr).toContain("a part of the path is a file, not a folder");
  expect(code).toBe(5);
});

test("a second standalone on the same home is refused with the first one's address, and the first goes on", async () => {
  const place = newPlace();
  const first = await new TestServer(place).loaded();
  const { code, stderr } = await new TestServer(place).ended();
  expect(stderr).toMatch(
    new RegExp(
      `^momiji: the server with process id ${first.pid} at http://127.0.0.1:\\d+ uses the home ${place.home}\n  stop the other one`,
    ),
  );
  expect(code).toBe(5);
  expect(await first.run("good")).toMatchObject({ state: "success" });
});

test("a port in use is named, and nothing stays locked", async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const { port } = holder.address() as { port: number };
  const place = newPlace();
  const { code, stderr } = await new TestServer(place, { args: ["--port", String(port)] }).ended();
  holder.close();
  expect(stderr).toBe(
    `momiji: port ${port} of 127.0.0.1 is in use\n  choose another with --port, or 0 for any free one\n`,
  );
  expect(code).toBe(5);
  await new TestServer(place).loaded();
});

test("an address that is not this machine's is named", async () => {
  const { code, stderr } = await new TestServer(newPlace(), { args: ["--host", "203.0.113.1"] }).ended();
  expect(stderr).toContain("server.host 203.0.113.1, server.port 0: cannot listen there");
  expect(code).toBe(2);
});

test("a lock file that is something else is named", async () => {
  const place = newPlace();
  mkdirSync(place.home);
  writeFileSync(join(place.home, "lock.db"), "not a lock, but a note of somebody's");
  const { code, stderr } = await new TestServer(place).ended();
  expect(stderr).toContain(
    `${join(place.home, "lock.db")} cannot be locked: file is not a database\n  remove the file if no server uses this home`,
  );
  expect(code).toBe(5);
});

test("a DAG folder that is not there is named, and read and watched once it is", async () => {
  const place = newPlace();
  const dags = join(place.folder, "later");
  const server = new TestServer({ ...place, dags });
  await server.says(
    /The DAG folder \S+\/later cannot be read: it does not exist\n {2}mend that: it is tried again each second/,
  );
  for (const dagId of ["first", "second"]) {
    mkdirSync(dags, { recursive: true });
    writeFileSync(
      join(dags, `${dagId}.ts`),
      `import { dag } from "momiji";\nexport default dag({ id: "${dagId}", schedule: null }, () => {});\n`,
    );
    await server.onceStored(async () => {
      const { dags: found } = (await server.request("GET", "/dags")) as {
        readonly dags: readonly { dag_id: string }[];
      };
      return found.some(({ dag_id: id }) => id === dagId) ? true : undefined;
    });
  }
  expect((await server.stop()).code).toBe(0);
});
