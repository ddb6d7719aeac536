/** Clients that change things through the API as fast as it answers, and remember what it has said of each change. */
import type { Server } from "./server.ts";

/** One change, which has a name of its own. */
export interface Change {
  readonly path: string;
  readonly body: { readonly [field: string]: unknown };
  /** Where it is found afterwards, and the field that tells it from an earlier one. */
  readonly found: string;
  readonly field: string;
}

const KINDS: readonly ((name: string, dagId: string) => Change)[] = [
  (name, dagId) => ({
    path: `/dags/${dagId}/dagRuns`,
    body: { dag_run_id: name, logical_date: null, note: name },
    found: `/dags/${dagId}/dagRuns/${name}`,
    field: "note",
  }),
  (name) => ({ path: "/variables", body: { key: name, value: name }, found: `/variables/${name}`, field: "value" }),
  (name) => ({
    path: "/pools",
    body: { name, slots: 3, description: name },
    found: `/pools/${name}`,
    field: "description",
  }),
  (name) => ({
    path: "/connections",
    body: { connection_id: name, conn_type: "http", description: name },
    found: `/connections/${name}`,
    field: "description",
  }),
];

const CLIENTS = 8;

export class ApiLoad {
  readonly #server: Server;
  readonly #dagId: string;
  #number = 0;
  readonly acknowledged: Change[] = [];
  /** Sent, and never answered: the server died over them, or before. */
  readonly unanswered: Change[] = [];
  /** Answers that are neither a success nor nothing. */
  readonly refused: string[] = [];

  constructor(server: Server, dagId: string) {
    this.#server = server;
    this.#dagId = dagId;
  }

  /** Until the signal is aborted and the last answers, or none, have come. */
  async keepGoing(signal: AbortSignal): Promise<void> {
    await Promise.all(Array.from({ length: CLIENTS }, () => this.#client(signal)));
  }

  async #client(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const number = ++this.#number;
      const change = KINDS[number % KINDS.length]?.(`change_${number}`, this.#dagId);
      if (change === undefined) return;
      const answer = await this.#server.request("POST", change.path, change.body);
      if (answer === null) return void this.unanswered.push(change);
      if (answer.status < 300) this.acknowledged.push(change);
      else this.refused.push(`${change.path} ${JSON.stringify(change.body)}: ${answer.status}`);
    }
  }

  /** Sends again what had no answer, twice, as clients do: it is done once, or was done already. Gives what was not so. */
  async sendAgain(): Promise<string[]> {
    const wrong: string[] = [];
    for (const change of this.unanswered.splice(0)) {
      const answers = [];
      for (let time = 0; time < 2; time++)
        answers.push((await this.#server.request("POST", change.path, change.body))?.status);
      const [first = 0, second] = answers;
      if ((first < 300 || first === 409) && second === 409) this.acknowledged.push(change);
      else wrong.push(`${change.path} ${JSON.stringify(change.body)} sent again: ${answers.join(", ")}`);
    }
    return wrong;
  }

  /** Of what was acknowledged, what is not there, or not as it was sent. */
  async lost(): Promise<string[]> {
    const lost: string[] = [];
    for (const { found, field, body } of this.acknowledged) {
      const answer = await this.#server.request("GET", found);
      const value = (answer?.answer as { readonly [field: string]: unknown } | undefined)?.[field];
      if (answer?.status !== 200 || value !== body[field]) lost.push(`${found}: ${answer?.status ?? "no answer"}`);
    }
    return lost;
  }
}
