/** What a task asks the engine while it runs: numbered questions, answered in any order. */
import type { Json, TaskQuestion } from "@momiji/core";
import type { AskError } from "./child-protocol.ts";

interface Waiting {
  readonly resolve: (answer: Json | undefined) => void;
  readonly reject: (error: Error) => void;
}

export class Questions {
  readonly #send: (number: number, question: TaskQuestion) => void;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(send: (number: number, question: TaskQuestion) => void) {
    this.#send = send;
  }

  async ask(question: TaskQuestion): Promise<Json | undefined> {
    const { promise, resolve, reject } = Promise.withResolvers<Json | undefined>();
    const number = ++this.#last;
    this.#waiting.set(number, { resolve, reject });
    this.#send(number, question);
    return await promise;
  }

  answer(number: number, value: Json | undefined): void {
    this.#take(number)?.resolve(value);
  }

  /** The task sees an error with the engine's code, so that it can tell a conflict from a failure. */
  refuse(number: number, { message, code }: AskError): void {
    this.#take(number)?.reject(Object.assign(new Error(message), code === undefined ? {} : { code }));
  }

  #take(number: number): Waiting | undefined {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    return waiting;
  }
}
