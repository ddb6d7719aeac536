import { expect, test } from "vitest";
import { referencedVariables } from "./references.ts";

test("literal names of variables and connections are found wherever they stand", () => {
  const fields = {
    command: "echo {{ var.value.a }} {% if var.json.b.c == conn.pg.host %}{{ conn['other'].port }}{% endif %}",
    env: ["{{ var.value.get('d', 'x') | upper }}", "{{ conn.get('e').login }}", "{{ var['value']['f'] }}"],
    plain: 5,
  };
  expect(referencedVariables(fields)).toEqual({ variables: ["a", "b", "d", "f"], connections: ["e", "other", "pg"] });
});

test("computed names and other objects are no references", () => {
  const template =
    "{{ var.value[ds] }} {{ conn.get(ds) }} {{ params.var }} {{ x.var.value.y }} {{ var.value }} {{ conn }}";
  expect(referencedVariables(template)).toEqual({ variables: [], connections: [] });
});

test("a template that cannot be parsed names nothing", () => {
  expect(referencedVariables("{{ var.value.a")).toEqual({ variables: [], connections: [] });
});
