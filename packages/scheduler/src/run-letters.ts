/** The letters that keep the ids of runs apart which have no date of their own. */
import { randomInt } from "node:crypto";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const COUNT = 8;

/** 8 random letters, as Airflow appends to the ids of runs by assets. */
export function newRunLetters(): string {
  return Array.from({ length: COUNT }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("");
}
