import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Running } from "../hosts/host-child.ts";
import { RunningJobContext } from "./job-context.ts";
import type { JobWork } from "./job-work.ts";

/** The worker at the other end: it takes batches when it is told to, the oldest first. */
class OtherEnd {
  readonly heard: string[] = [];
  messages = 0;
  readonly #untaken: (() => void)[] = [];
  readonly ctx = new RunningJobContext({
    facts: { run: {} },
    services: {},
    work: { position: null, graceMillis: 0 },
    say: (_level: string, message: string) => void this.heard.push(message),
    sendLines: (lines: readonly { readonly message: string }[]) => {
      this.messages += 1;
      this.heard.push(...lines.map(({ message }) => message));
      return new Promise<void>((resolve) => this.#untaken.push(resolve));
    },
  } as unknown as Running<JobWork>);

  line(message: string): void {
    this.ctx.line({ message, source: "stdout" });
  }

  async takes(): Promise<void> {
    this.#untaken.shift()?.();
    await turn();
  }

  get isIdle(): boolean {
    return this.#untaken.length === 0;
  }
}

describe("the lines of a job outside", () => {
  it("all arrive, in order among what is said, whenever they are taken", async () => {
    const acts = fc.array(fc.constantFrom("line", "long", "say", "turn", "take"), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(acts, async (all) => {
        const end = new OtherEnd();
        const sent: string[] = [];
        for (const [at, act] of all.entries()) {
          const text = act === "long" ? `${at} ${"x".repeat(70_000)}` : String(at);
          if (act === "turn") await turn();
          else if (act === "take") await end.takes();
          else sent.push(text);
          if (act === "say") end.ctx.say(text);
          else if (act === "line" || act === "long") end.line(text);
        }
        await turn();
        while (!end.isIdle) await end.takes();
        expect(end.heard).toEqual(sent);
      }),
    );
  });

  it("go at once, and those that come while a message is on its way go in one", async () => {
    const end = new OtherEnd();
    end.line("first");
    await turn();
    expect(end.heard).toEqual(["first"]);
    for (let line = 0; line < 1000; line++) {
      end.line(String(line));
      await turn();
    }
    expect(end.messages).toBe(1);
    await end.takes();
    expect([end.messages, end.heard.length]).toEqual([2, 1001]);
  });

  it("keep a job waiting that writes faster than they are taken", async () => {
    const end = new OtherEnd();
    let isDrained = false;
    for (let line = 0; line < 5; line++) end.line("x".repeat(70_000));
    void end.ctx.drained().then(() => (isDrained = true));
    await turn();
    expect(isDrained).toBe(false);
    await end.takes();
    expect(isDrained).toBe(true);
  });
});
