import { expect, test } from "vitest";
import { framesOf } from "./stack-frames.ts";

test("a Python traceback begins with the innermost place, and libraries are folded", () => {
  const stack = [
    "Traceback (most recent call last):",
    '  File "/usr/lib/python3.11/site-packages/airflow/models/taskinstance.py", line 433, in _execute_task',
    "    result = _execute_callable(context=context, **execute_callable_kwargs)",
    '  File "/dags/orders.py", line 14, in load',
    "    raise ValueError('no rows')",
    "ValueError: no rows",
  ].join("\n");
  expect(framesOf(stack)).toEqual([
    { file: "/dags/orders.py", line: 14, column: null, function: "load", own: true },
    {
      file: "/usr/lib/python3.11/site-packages/airflow/models/taskinstance.py",
      line: 433,
      column: null,
      function: "_execute_task",
      own: false,
    },
  ]);
});

test("a long stack is cut, and what is none has no frames", () => {
  expect(framesOf("Error: deep\n" + "    at again (deep.ts:1:1)\n".repeat(1000))).toHaveLength(50);
  expect(framesOf("it failed at noon (12:00:01)")).toEqual([]);
});
