import type { TaskSpec } from "@momiji/core";
import { expect, test } from "vitest";
import { chainOf } from "../api-server.testing.ts";
import { settingUses } from "./setting-uses.ts";

function usesOf(params: NonNullable<TaskSpec["params"]>) {
  const tasks = [{ taskId: "t", operator: "bash", lane: "process", upstream: [], params }] as const;
  return settingUses(chainOf("etl", [], { tasks }));
}

test("variables in templates are found however they are asked for", () => {
  const command = `echo {{ var.value.key }} {{ var.json.limits.most }} {{ var.value.get("dotted.key", 3) }} {{ var.value.get('own') }}`;
  expect(usesOf({ command }).variables).toEqual(["dotted.key", "key", "limits", "own"]);
});

test("connections are found in templates and in the fields that name one", () => {
  const command = "psql {{ conn.warehouse.host }} {{ conn.get('spare').host }}";
  const uses = usesOf({ command, connection: "slack", aws_conn_id: "aws_default", http_conn_id: "{{ params.c }}" });
  expect(uses.connections).toEqual(["aws_default", "slack", "spare", "warehouse"]);
});

test("what merely looks alike is none", () => {
  expect(usesOf({ command: "cat myconn.log env.var.value.x", note: "connection" })).toEqual({
    variables: [],
    connections: [],
  });
});
