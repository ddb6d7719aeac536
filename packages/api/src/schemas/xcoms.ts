/** XComs that people write, in Airflow's words. */
import { z } from "zod";
import { XCom } from "./entry-answers.ts";
import { whole } from "./query.ts";

const value = z.json();
const mapIndex = z.int().min(-1).default(-1);

export const create = {
  body: z.strictObject({ key: z.string(), value, map_index: mapIndex }).meta({ id: "XComCreateBody" }),
  answers: { 201: XCom },
};
export const update = {
  body: z.strictObject({ value, map_index: mapIndex }).meta({ id: "XComUpdateBody" }),
  answers: { 200: XCom },
};
export const remove = { query: z.object({ map_index: whole(-1).default(-1) }), answers: { 204: null } };
