import { describe, expect, test } from "vitest";
import { TemplateError } from "./errors.ts";
import { type RenderOptions, renderFields, renderTemplate } from "./render.ts";
import { sampleContext } from "./sample-context.ts";

const context = sampleContext({
  run: { ...sampleContext().run, conf: { user: "alice", tags: ["x"] } },
  xcom: ({ taskId, key, mapIndex }) => {
    if (taskId === "a" && key === "return_value") return [{ rows: 3 }];
    if (taskId === "mapped") return mapIndex === null ? [1, 2] : [mapIndex * 10];
    return [];
  },
});

function json(template: string, options: Partial<RenderOptions> = {}): unknown {
  return renderTemplate(template, context, { style: "json", ...options });
}

function python(template: string, options: Partial<RenderOptions> = {}): unknown {
  return renderTemplate(template, context, { style: "python", ...options });
}

function failure(run: () => unknown): TemplateError {
  try {
    run();
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error("the template did not fail");
}

describe("in a TypeScript DAG values print as JSON", () => {
  test.each([
    ["{{ ds }}", "2026-03-07"],
    ["{{ logical_date }}", "2026-03-07T18:00:00+00:00"],
    ["{{ dag_run.logical_date }}", "2026-03-07T18:00:00+00:00"],
    ["{{ logical_date.in_timezone('Asia/Tokyo') }}", "2026-03-08T03:00:00+09:00"],
    ["{{ true }} {{ false }} {{ none }}", "true false null"],
    ["{{ params }}", '{"n":3,"who":"world"}'],
    ["{{ params.who }} {{ params.n }}", "world 3"],
    ["{{ dag_run.conf }}", '{"user":"alice","tags":["x"]}'],
    ["{{ [1, 'a', none, 1.5, 2.0, (1, 2)] }}", '[1,"a",null,1.5,2,[1,2]]'],
    ["{{ [logical_date] }}", '["2026-03-07T18:00:00+00:00"]'],
    ["{{ data_interval_end - data_interval_start }}", "2026-03-07T18:00:00+00:00/2026-03-08T18:00:00+00:00"],
    ["{{ macros.timedelta(days=1, hours=2) }}", "P1DT2H"],
    ["{{ dag_run.run_type }}", "scheduled"],
    ["{{ 'x' ~ none ~ true }}", "xnulltrue"],
    ["{{ '%s' % [true] }}", "[true]"],
    ["{{ [1, none] | join('-') }}", "1-null"],
    ["{{ ti.xcom_pull(task_ids='a') }}", '{"rows":3}'],
    ["{{ var.json.settings }}", '{"a":[1,2],"b":{"c":true}}'],
  ])("%s prints %s", (template, expected) => {
    expect(json(template)).toBe(expected);
  });
});

describe("in a Python DAG values print as Python prints them", () => {
  test.each([
    ["{{ true }} {{ none }} {{ 1.0 }}", "True None 1.0"],
    ["{{ {'a': [1, 'b']} }}", "{'a': [1, 'b']}"],
    ["{{ logical_date }}", "2026-03-07 18:00:00+00:00"],
    ["{{ [logical_date] }}", "[DateTime(2026, 3, 7, 18, 0, 0, tzinfo=Timezone('UTC'))]"],
    [
      "{{ data_interval_end - data_interval_start }}",
      "<Interval [2026-03-07 18:00:00+00:00 -> 2026-03-08 18:00:00+00:00]>",
    ],
  ])("%s prints %s", (template, expected) => {
    expect(python(template)).toBe(expected);
  });
});

describe("xcom_pull", () => {
  test.each([
    ["{{ ti.xcom_pull(task_ids='a').rows }}", "3"],
    ["{{ ti.xcom_pull('mapped') }}", "[1, 2]"],
    ["{{ ti.xcom_pull('mapped', map_indexes=1) }}", "10"],
    ["{{ ti.xcom_pull('mapped', map_indexes=[0, 1]) }}", "[0, 10]"],
    ["{{ ti.xcom_pull(['a', 'nobody']) }}", "[{'rows': 3}, None]"],
    ["{{ ti.xcom_pull('nobody') }}", "None"],
    ["{{ ti.xcom_pull('nobody', map_indexes=0, default=7) }}", "7"],
  ])("%s gives %s", (template, expected) => {
    expect(python(template)).toBe(expected);
  });

  test("asks for the run and DAG of the task unless the template names others", () => {
    const queries: unknown[] = [];
    const asking = sampleContext({
      xcom: (query) => {
        queries.push(query);
        return [1];
      },
    });
    renderTemplate("{{ ti.xcom_pull('t') }}{{ ti.xcom_pull('t', dag_id='d', run_id='r', key='k') }}", asking, {
      style: "json",
    });
    const own = { dagId: "templates_scheduled", runId: "scheduled__2026-03-08T18:00:00+00:00" };
    expect(queries).toEqual([
      { ...own, taskId: "t", key: "return_value", mapIndex: null, includePriorDates: false },
      { dagId: "d", runId: "r", taskId: "t", key: "k", mapIndex: null, includePriorDates: false },
    ]);
  });
});

describe("errors", () => {
  test("name their kind and the line of the template", () => {
    const error = failure(() => json("first\n{{ ds }}\n{{ nobody }}"));
    expect(error).toMatchObject({ kind: "UndefinedError", detail: "'nobody' is undefined", line: 3 });
    expect(error.message).toBe("UndefinedError: 'nobody' is undefined (line 3 of the template)");
  });

  test("of syntax are found before anything is looked up", () => {
    const asking = sampleContext({ variable: () => expect.fail("asked") });
    const error = failure(() => renderTemplate("{{ var.value.x }}\n{% if %}", asking, { style: "json" }));
    expect(error).toMatchObject({ kind: "TemplateSyntaxError", line: 2 });
  });

  test("of a lookup that lacks an answer pass through unchanged", () => {
    const missing = new Error("not fetched yet");
    const asking = sampleContext({
      variable: () => {
        throw missing;
      },
    });
    expect(() => renderTemplate("{{ var.value.get('x', 'y') }}", asking, { style: "json" })).toThrow(missing);
  });

  test("come from templates that ask for the present or for randomness without being given any", () => {
    expect(failure(() => json("{{ macros.datetime.now() }}")).kind).toBe("NotSupported");
    expect(failure(() => json("{{ macros.random() }}")).kind).toBe("NotSupported");
    expect(json("{{ macros.datetime.now() }}", { now: () => 0 })).toBe("1970-01-01T00:00:00");
    expect(json("{{ macros.random() }}", { random: () => 0.25 })).toBe("0.25");
  });
});

test("a run without logical date has no dates", () => {
  const run = { ...sampleContext().run, logicalDate: null, dataInterval: null };
  const undated = sampleContext({ run });
  expect(failure(() => renderTemplate("{{ ds }}", undated, { style: "json" })).kind).toBe("UndefinedError");
  expect(renderTemplate("{{ ds | default(dag_run.run_after | ds) }}", undated, { style: "json" })).toBe("2026-03-08");
});

test("every text in lists and values of objects is rendered, keys are not", () => {
  const fields = { command: "echo {{ ds }}", env: { "{{ ds }}": ["{{ params.n }}", 5, null, true] } };
  expect(renderFields(fields, context, { style: "json" })).toEqual({
    command: "echo 2026-03-07",
    env: { "{{ ds }}": ["3", 5, null, true] },
  });
});

test("natively a template gives the value that it evaluates to", () => {
  const options = { style: "json", native: true } as const;
  const fields = ["{{ params }}", "{{ params.n }}", "n = {{ params.n }}", "{{ [1, 2] }}", "5", ""];
  expect(renderFields(fields, context, options)).toEqual([{ n: 3, who: "world" }, 3, "n = 3", [1, 2], 5, null]);
});

test("ints that JSON numbers cannot hold are refused natively", () => {
  expect(failure(() => json("{{ 2 ** 70 }}", { native: true })).kind).toBe("OverflowError");
  expect(json("{{ 2 ** 70 }}")).toBe("1180591620717411303424");
});

describe("with other templates at hand", () => {
  const templates = new Map([
    ["base", "<{% block title %}base{% endblock %}|{% block body required %}{% endblock %}>{{ self.title() }}"],
    ["header", "{{ ds }} {{ local }}"],
    [
      "macros",
      "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}{% set answer = 42 %}{% macro day() %}{{ ds }}{% endmacro %}",
    ],
  ]);
  const load = (name: string) => templates.get(name) ?? null;

  test.each([
    ["{% extends 'base' %}ignored{% block body %}b{{ ds }}{% endblock %}", "<base|b2026-03-07>base"],
    [
      "{% extends 'base' %}{% block title %}{{ super() }}+{% endblock %}{% block body %}{% endblock %}",
      "<base+|>base+",
    ],
    ["{% set local = 1 %}{% include 'header' %}", "2026-03-07 1"],
    ["{% include 'nobody' ignore missing %}ok", "ok"],
    ["{% include ['nobody', 'header'] %}", null],
    ["{% import 'macros' as m %}{{ m.twice(2) }}{{ m.answer }}", "2242"],
    ["{% from 'macros' import twice as t, answer %}{{ t('a') }}{{ answer }}", "aa42"],
    ["{% from 'macros' import day with context %}{{ day() }}", "2026-03-07"],
    ["{% from 'macros' import day %}{{ day() }}", null],
    ["{% extends 'base' %}", null],
    ["{% include 'nobody' %}", null],
  ])("%s gives %s", (template, expected) => {
    if (expected === null) expect(() => json(template, { load })).toThrow(TemplateError);
    else expect(json(template, { load })).toBe(expected);
  });

  test("a template that includes itself ends with an error", () => {
    expect(failure(() => json("{% include 'x' %}", { load: () => "{% include 'x' %}" })).kind).toBe("RecursionError");
  });
});
