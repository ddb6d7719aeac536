import { expect, test } from "vitest";
import { z } from "zod";
import { openTestServer } from "../api-server.testing.ts";
import { type AnswerSchema, route } from "../route.ts";
import { problemOfAnswer } from "./answer-check.testing.ts";
import { takeViolations } from "./every-answer.testing.ts";

const Thing = z.strictObject({ name: z.string() });

function thing(answers: { readonly [status: number]: AnswerSchema }) {
  return route({
    method: "GET",
    path: "/api/v2/things/{thing_id}",
    operationId: "get_thing",
    access: { thing: "pools", may: "read" },
    schemas: async () => ({ answers }),
    handle: () => null,
  });
}

const json = (status: number, body: unknown) => ({
  status,
  mediaType: "application/json",
  body: JSON.stringify(body),
});

test("an answer fits its route, or it is told what does not", async () => {
  const one = thing({ 200: Thing, 204: null, 206: { "text/plain": z.string() } });
  const fitting = [
    json(200, { name: "a" }),
    { status: 204, mediaType: "", body: "" },
    { status: 206, mediaType: "text/plain", body: "a" },
    json(404, { detail: "none", code: "c", remedy: "r" }),
    json(422, { detail: [{ loc: ["path", 0], msg: "m", type: "t" }] }),
    json(422, { detail: "in words" }),
    json(503, { detail: "later" }),
  ];
  for (const answer of fitting) expect(await problemOfAnswer(one, answer)).toBeNull();
  const wrong = [
    [json(200, { name: "a", more: 1 }), 'Unrecognized key: "more"'],
    [json(200, {}), "at name"],
    [json(201, { name: "a" }), "answers 201, which is none of 200, 204, 206, 400,"],
    [{ status: 204, mediaType: "text/plain", body: "a" }, "with a body where there is none"],
    [json(206, "a"), "with application/json, which is none of text/plain"],
    [json(404, { error: "none" }), "at detail"],
    [json(409, { detail: "a reading contradicts nothing" }), "answers 409"],
    [json(503, { oops: 1 }), "at detail"],
  ] as const;
  for (const [answer, words] of wrong) expect(await problemOfAnswer(one, answer)).toContain(words);
});

test("what a server answers in a test is looked at, and a violation would fail that test", async () => {
  const { server, call, close } = await openTestServer([]);
  const planted = thing({ 200: Thing });
  server.get("/planted", { config: { route: planted } }, () => ({ name: "a", unknown: 1 }));
  await call("GET", "/planted");
  const [violation, ...others] = takeViolations();
  expect(violation).toContain("GET /planted (get_thing) answers 200 with what is not its schema");
  expect(violation).toContain('Unrecognized key: "unknown"');
  expect(others).toEqual([]);
  await close();
});
