/** Requests about questions to people, in Airflow's words. */
import { Answer as AnswerBody } from "../bodies.ts";
import { Answer, Question, Questions } from "./entry-answers.ts";

export const one = { answers: { 200: Question } };
export const respond = { ownBody: AnswerBody, answers: { 200: Answer } };
export const list = { answers: { 200: Questions } };
