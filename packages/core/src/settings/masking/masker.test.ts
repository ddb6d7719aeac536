import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REDACTED as MASK } from "../sensitive-names.ts";
import { createMasker } from "./masker.ts";
import { secretsOfAnswer } from "./secret-answers.ts";

const secret = fc
  .string({ minLength: 6, maxLength: 40, unit: "binary" })
  .filter((text) => text.trim().length >= 6 && !text.includes("*"));

describe("masking", () => {
  test("a secret is hidden as it is, URL-encoded, in JSON, and in base64", () => {
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
        const masker = createMasker([value]);
        const forms = [
          value,
          encodeURIComponent(value.toWellFormed()),
          JSON.stringify(value),
          Buffer.from(value).toString("base64"),
        ];
        for (const form of forms) expect(masker.mask(before + form + after)).toContain(MASK);
        expect(masker.mask(before + value + after)).not.toContain(value);
      }),
    );
  });

  test("it is hidden within a longer text that is base64, wherever it begins", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 9, maxLength: 30, unit: "grapheme-ascii" }),
        fc.string({ maxLength: 5 }),
        (value, user) => {
          fc.pre(value.trim().length >= 9);
          const header = Buffer.from(`${user}:${value}`).toString("base64");
          expect(createMasker([value]).mask(header)).toContain(MASK);
        },
      ),
    );
  });

  test("the longest goes first, and very short values are left alone", () => {
    const masker = createMasker(["abcd", "abcdefgh", "x", "abc"]);
    expect(masker.mask("abcdefgh abcd abc x")).toBe("*** *** abc x");
  });

  test("each line of a secret of several lines is one", () => {
    expect(createMasker(["line one\nline two"]).mask("got line two here")).toBe("got *** here");
  });

  test("characters that mean something in patterns mean themselves", () => {
    expect(createMasker(["a.*(b)[c]$"]).mask("x a.*(b)[c]$ aZZ(b)[c]$")).toBe("x *** aZZ(b)[c]$");
  });

  test("nothing known, nothing changed; what is added later is hidden from then on", () => {
    const masker = createMasker();
    expect([masker.mask("hunter2"), masker.longest]).toEqual(["hunter2", 0]);
    masker.add(["hunter2"]);
    expect(masker.mask("hunter2")).toBe(MASK);
    expect(masker.longest).toBeGreaterThanOrEqual(7);
  });
});

describe("the secrets in an answer", () => {
  test("a connection's password and what its extras name as secret, however deep", () => {
    const answer = {
      id: "c",
      login: "user",
      password: "p",
      extra: { region: "eu", nested: [{ "api-key": "k" }], private_key: { text: "t" } },
    };
    expect(secretsOfAnswer({ ask: "connection", id: "c" }, answer)).toEqual(["p", "k", "t"]);
  });

  test("a variable whose name says so", () => {
    expect(secretsOfAnswer({ ask: "variable", key: "SLACK_TOKEN" }, "xoxb")).toEqual(["xoxb"]);
    expect(secretsOfAnswer({ ask: "variable", key: "greeting" }, "hello")).toEqual([]);
    expect(secretsOfAnswer({ ask: "variable", key: "SLACK_TOKEN" }, undefined)).toEqual([]);
  });
});
