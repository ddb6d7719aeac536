/**
 * MiniStack with what AWS does and it does not: the same client token gives the same tasks, and who starts too many at once is
 * throttled. It runs tasks in a real Docker engine; requests go to it as they came.
 */
import { type AwsCall, AwsRefusal } from "./aws-front.testing.ts";

interface Listing {
  readonly tasks?: readonly { readonly taskArn?: string; readonly lastStatus?: string }[];
  readonly taskArns?: readonly string[];
}

const STARTING = new Set(["PROVISIONING", "PENDING", "ACTIVATING"]);

export class MiniStackRelay {
  readonly #url: string;
  readonly #startsAtOnce: number;
  /** Requests under way, and tasks that did not run when they were last looked at. */
  #asking = 0;
  #starting: string[] = [];
  /** Starts that were turned away. */
  throttled = 0;
  readonly #tokens = new Map<string, Promise<object>>();
  readonly #gone = new Set<string>();

  /** @param startsAtOnce tasks that may be starting at the same time; a Docker engine that has to start a hundred may stand still */
  constructor(url: string, startsAtOnce = Number.POSITIVE_INFINITY) {
    this.#url = url;
    this.#startsAtOnce = startsAtOnce;
  }

  readonly handle = async (call: AwsCall): Promise<object> => {
    const { clientToken } = call.input;
    if (call.operation === "RunTask" && typeof clientToken === "string") return await this.#once(clientToken, call);
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

  async #once(token: string, call: AwsCall): Promise<object> {
    const known = this.#tokens.get(token);
    if (known !== undefined) return await known;
    const running = this.#run(call);
    this.#tokens.set(token, running);
    running.catch(() => this.#tokens.delete(token));
    return await running;
  }

  async #run(call: AwsCall): Promise<object> {
    if (this.#isFull) await this.#look(call);
    if (this.#isFull) {
      this.throttled += 1;
      throw new AwsRefusal("ThrottlingException", "Rate exceeded");
    }
    this.#asking += 1;
    try {
      const answer: Listing = await this.#send(call);
      this.#starting.push(...(answer.tasks ?? []).map(({ taskArn = "" }) => taskArn));
      return answer;
    } finally {
      this.#asking -= 1;
    }
  }

  get #isFull(): boolean {
    return this.#asking + this.#starting.length >= this.#startsAtOnce;
  }

  async #look({ headers, input, ...call }: AwsCall): Promise<void> {
    if (this.#starting.length === 0) return;
    const { tasks = [] }: Listing = await this.#send({
      ...call,
      headers: { ...headers, "x-amz-target": "AmazonEC2ContainerServiceV20141113.DescribeTasks" },
      input: { cluster: input["cluster"], tasks: this.#starting },
    });
    const over = new Set(tasks.filter(({ lastStatus = "" }) => !STARTING.has(lastStatus)).map((task) => task.taskArn));
    this.#starting = this.#starting.filter((arn) => !over.has(arn));
  }

  async #send({ headers, input }: AwsCall): Promise<object> {
    const { host: _, "content-length": __, connection: ___, ...rest } = headers;
    const response = await fetch(this.#url, { method: "POST", headers: rest, body: JSON.stringify(input) });
    const answer = (await response.json()) as { readonly __type?: string; readonly message?: string };
    if (response.ok) return answer;
    throw new AwsRefusal(answer.__type ?? `status ${response.status}`, answer.message ?? "");
  }
}
