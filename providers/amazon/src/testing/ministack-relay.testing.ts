/**
 * MiniStack with what AWS does and it does not: the same client token gives the same tasks. It runs tasks in a real Docker engine;
 * requests go to it as they came.
 */
import { type AwsCall, AwsRefusal } from "./aws-front.testing.ts";

interface Listing {
  readonly tasks?: readonly { readonly taskArn?: string }[];
  readonly taskArns?: readonly string[];
}

export class MiniStackRelay {
  readonly #url: string;
  readonly #tokens = new Map<string, Promise<object>>();
  readonly #gone = new Set<string>();

  constructor(url: string) {
    this.#url = url;
  }

  readonly handle = async (call: AwsCall): Promise<object> => {
    const { clientToken } = call.input;
    if (call.operation === "RunTask" && typeof clientToken === "string") {
      const known = this.#tokens.get(clientToken) ?? this.#send(call);
      this.#tokens.set(clientToken, known);
      return await known;
    }
    if (call.operation === "StopTask" && this.#gone.has(String(call.input["task"])))
      throw new AwsRefusal("InvalidParameterException", "The referenced task was not found.");
    const answer: Listing = await this.#send(call);
    if (this.#gone.size === 0) return answer;
    return {
      ...answer,
      ...(answer.tasks === undefined
        ? {}
        : { tasks: answer.tasks.filter(({ taskArn = "" }) => !this.#gone.has(taskArn)) }),
      ...(answer.taskArns === undefined ? {} : { taskArns: answer.taskArns.filter((arn) => !this.#gone.has(arn)) }),
    };
  };

  /** From now on nobody is told of the task. */
  forget(arn: string): void {
    this.#gone.add(arn);
  }

  async #send({ headers, input }: AwsCall): Promise<object> {
    const { host: _, "content-length": __, connection: ___, ...rest } = headers;
    const response = await fetch(this.#url, { method: "POST", headers: rest, body: JSON.stringify(input) });
    const answer = (await response.json()) as { readonly __type?: string; readonly message?: string };
    if (response.ok) return answer;
    throw new AwsRefusal(answer.__type ?? `status ${response.status}`, answer.message ?? "");
  }
}
