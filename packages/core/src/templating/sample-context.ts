/** A context for tests: a scheduled run of 2026-03-07T18:00Z with one variable and one connection. */
import { parseInstant } from "../instant.ts";
import type { TemplateContext } from "./context.ts";

export function sampleContext(changes: Partial<TemplateContext> = {}): TemplateContext {
  const start = parseInstant("2026-03-07T18:00:00Z");
  const end = parseInstant("2026-03-08T18:00:00Z");
  const variables = new Map([
    ["greeting", "hello"],
    ["settings", '{"a": [1, 2], "b": {"c": true}}'],
  ]);
  const pg = {
    connectionId: "pg",
    type: "postgres",
    host: "db.example",
    login: "user",
    password: "p@ss/word",
    schema: "main",
    port: 5432,
    extra: '{"sslmode": "require"}',
  };
  return {
    dag: { dagId: "templates_scheduled", timezone: "Asia/Tokyo", schedule: "0 3 * * *", tags: ["a", "b"] },
    task: {
      taskId: "render",
      owner: "data",
      retries: 2,
      outlets: [{ name: "out", uri: "s3://bucket/out.csv" }],
    },
    run: {
      runId: "scheduled__2026-03-08T18:00:00+00:00",
      runType: "scheduled",
      runAfter: end,
      logicalDate: start,
      dataInterval: { start, end },
      conf: null,
    },
    taskInstance: { tryNumber: 1, mapIndex: -1 },
    params: { n: 3, who: "world" },
    previousSuccess: {
      dataIntervalStart: parseInstant("2026-03-06T18:00:00Z"),
      dataIntervalEnd: start,
      startDate: start,
      endDate: start,
    },
    variable: (key) => variables.get(key) ?? null,
    connection: (id) => (id === "pg" ? pg : null),
    xcom: () => [],
    ...changes,
  };
}
