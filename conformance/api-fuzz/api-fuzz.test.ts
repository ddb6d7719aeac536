/**
 * schemathesis (PyPI) with all its checks, for about two minutes: no answer of a real server is a 5xx, none is other than the
 * OpenAPI document says. The server runs in this process, so each answer is held against its route as well.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RealServer } from "../api/real-server.ts";
import { EXCLUDED, UNEXPECTED } from "./exclusions.ts";
import { fuzzedDocument } from "./fuzzed-document.ts";
import { fuzz } from "./schemathesis.ts";
import { startSeededServer } from "./seeded-server.ts";

/** The folder with the programs: `.ci/api-clients.sh` prints it. */
const programs = process.env["MOMIJI_TEST_API_CLIENTS"] ?? "";
if (programs === "" && process.env["MOMIJI_TEST_ENGINES"] === "required")
  throw new Error("MOMIJI_TEST_API_CLIENTS is not set, and MOMIJI_TEST_ENGINES says that it must be");
const note = programs === "" ? " (not run: MOMIJI_TEST_API_CLIENTS is not set)" : "";

describe.runIf(programs !== "")(`schemathesis${note}`, { timeout: 300_000 }, () => {
  let server: RealServer;
  beforeAll(async () => {
    server = await startSeededServer();
  }, 120_000);
  afterAll(() => server.stop());

  const how = { programs, examples: 3 };

  it("finds nothing as Admin", async () => {
    const { address } = server;
    const { holds, text } = await fuzz({ ...how, address, token: server.tokenOf("admin"), seconds: 80 });
    expect(holds, text).toBe(true);
  });

  it("finds nothing as Viewer", async () => {
    const { address } = server;
    const { holds, text } = await fuzz({ ...how, address, token: server.tokenOf("viewer"), seconds: 30 });
    expect(holds, text).toBe(true);
  });
});

describe("what schemathesis is given", () => {
  it("leaves out nothing that there is not", () => {
    const { paths } = fuzzedDocument();
    const names = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map((operation) => (operation as unknown as { operationId: string }).operationId),
    );
    expect(EXCLUDED.filter(({ operationId }) => !names.includes(operationId))).toEqual([]);
    const isSomewhere = (pattern: string): boolean => Object.keys(paths).some((path) => new RegExp(pattern).test(path));
    expect(UNEXPECTED.filter(({ paths: pattern }) => pattern !== undefined && !isSomewhere(pattern))).toEqual([]);
  });

  it("forbids what answers do not tell, and names what there is", () => {
    const { paths, components } = fuzzedDocument();
    expect(components.schemas["DAGResponse"]).toMatchObject({ additionalProperties: false });
    expect(components.schemas["DAGRunsBatchBody"]).toMatchObject({ additionalProperties: false });
    const [dagId] = paths["/api/v2/dags/{dag_id}"]?.["get"]?.parameters ?? [];
    expect(dagId?.schema).toMatchObject({ anyOf: [{ enum: expect.arrayContaining(["linear"]) }, { type: "string" }] });
  });
});
