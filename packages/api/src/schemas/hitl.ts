/** Requests about questions to people, in Airflow's words. */
import { z } from "zod";
import { Answer as AnswerBody } from "../bodies.ts";
import { Answer, Question, Questions } from "./entry-answers.ts";
import { flag, page, text, texts, whole } from "./query.ts";
import { instants, patterns } from "./ranges.ts";

export const one = { answers: { 200: Question } };
export const respond = { ownBody: AnswerBody, answers: { 200: Answer } };
export const list = {
  query: z.object({
    ...page,
    order_by: texts.optional(),
    ...patterns("dag_id"),
    task_id: text.optional(),
    ...patterns("task_id"),
    map_index: whole(-1).optional(),
    state: texts.optional(),
    response_received: flag.optional(),
    responded_by_user_id: texts.optional(),
    responded_by_user_name: texts.optional(),
    subject_search: text.optional(),
    body_search: text.optional(),
    ...instants("created_at"),
  }),
  answers: { 200: Questions },
};
