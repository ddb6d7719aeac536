import { describe, expect, test } from "vitest";
import { STORE_ERRORS, StoreError, type StoreErrorCode } from "./errors.ts";

const codes = Object.keys(STORE_ERRORS) as StoreErrorCode[];

describe("the errors of the store", () => {
  test.each(codes)("%s says what happened, where, and what to do", (code) => {
    const { message, remedy, status } = STORE_ERRORS[code];
    expect(code).toMatch(/^store_[a-z_]+$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(message).toMatch(/^[A-Z].*[^.]$/);
    expect(remedy).toMatch(/^[A-Z].*\.$/);
    expect(new StoreError(code, "/home/momiji.db").message).toBe(`${message}: /home/momiji.db. ${remedy}`);
  });

  test("carry the code, which other processes match on", () => {
    const error = new StoreError("store_full", "here");
    expect(error).toMatchObject({ name: "StoreError", code: "store_full", retryable: true, status: 507 });
  });
});
