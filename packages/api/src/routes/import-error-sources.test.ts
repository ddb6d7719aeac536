/** Where a file of DAGs is broken, and who may see it. */
import { HOUR } from "@momiji/core";
import { expect, test } from "vitest";
import { testServer } from "../access/signed-in.testing.ts";
import { chainOf, NOW } from "../api-server.testing.ts";

const FRAME = `etl.ts:14:7
  13 |
> 14 | const secret = 1 +;
     |       ^
  15 | }`;

const may = (resource: string) => ({ action: "can_read", resource });

async function broken() {
  const at = await testServer();
  const etl = chainOf("etl", ["load"]);
  const bundle = { hash: "h", path: "/b" };
  await at.store.publishFile({ file: "etl.ts", bundle, dags: [etl], errors: [] }, NOW);
  const error = { message: "Unexpected ;", line: 14, column: 7, frame: FRAME, stack: "at etl.ts:14:7" };
  await at.store.publishFile({ file: "etl.ts", bundle, dags: [], errors: [error] }, NOW);
  await at.store.publishFile({ file: "new.ts", bundle, dags: [], errors: [{ message: "Cannot find x" }] }, NOW);
  return at;
}

test("an import error has the lines around it, its caret, and the DAGs that go on with what they were", async () => {
  const at = await broken();
  const reader = await at.user("rin", ["Admin"]);
  const source = (id: number) => reader.call("GET", `/api/momiji/v1/importErrors/${id}/source`);
  expect((await source(1)).body).toEqual({
    importErrorId: 1,
    file: "etl.ts",
    line: 14,
    column: 7,
    message: "Unexpected ;",
    excerpt: {
      file: "etl.ts",
      line: 14,
      column: 7,
      caret: 6,
      lines: [
        { n: 13, text: "" },
        { n: 14, text: "const secret = 1 +;" },
        { n: 15, text: "}" },
      ],
    },
    withheld: false,
    stack: "at etl.ts:14:7",
    dags: [{ dagId: "etl", version: 1, since: "2026-03-10T12:00:00Z" }],
  });
  expect((await source(2)).body).toMatchObject({ excerpt: null, withheld: false, dags: [] });
  expect((await source(99)).status).toBe(404);
});

test("of each broken file it is told how many DAGs go on with which version, as far as one may see them", async () => {
  const at = await broken();
  const bundle = { hash: "h", path: "/b" };
  const pair = ["left", "right"].map((id) => chainOf(id, ["load"]));
  await at.store.publishFile({ file: "pair.ts", bundle, dags: pair, errors: [] }, NOW - HOUR);
  const changed = [chainOf("left", ["load", "mart"]), chainOf("right", ["load"])];
  await at.store.publishFile({ file: "pair.ts", bundle, dags: changed, errors: [] }, NOW);
  await at.store.publishFile({ file: "pair.ts", bundle, dags: [], errors: [{ message: "Unexpected ;" }] }, NOW);
  const path = "/api/momiji/v1/importErrors/affected";
  const reader = await at.user("rin", ["Admin"]);
  const etl = { file: "etl.ts", dags: 1, dagId: "etl", version: 1, isOne: true, since: "2026-03-10T12:00:00Z" };
  expect((await reader.call("GET", path)).body).toEqual({
    files: [etl, { ...etl, file: "pair.ts", dags: 2, dagId: null, version: 2, isOne: false }],
  });
  const scopes = [may("ImportError"), may("DAG:right")];
  const limited = await at.user("kai", ["Admin"], { scopes });
  expect((await limited.call("GET", path)).body).toEqual({
    files: [{ ...etl, file: "pair.ts", dagId: "right", since: "2026-03-10T11:00:00Z" }],
  });
});

test("whoever may not read the code of a DAG in the file sees no line of it", async () => {
  const at = await broken();
  const reader = await at.user("kai", ["Admin"], { scopes: [may("ImportError"), may("DAGs")] });
  const answer = await reader.call("GET", "/api/momiji/v1/importErrors/1/source");
  expect(answer.body).toMatchObject({ withheld: true, excerpt: null, stack: null, dags: [{ dagId: "etl" }] });
  expect(JSON.stringify(answer.body)).not.toContain("secret");
});
