import { dag, everyTrigger } from "momiji";

export default dag(
  { id: "failing", schedule: everyTrigger({ hours: 6 }), catchup: false, tags: ["broken"] },
  ({ task, chain }) => {
    const ok = task("ok", () => "ok");
    const boom = task("boom", { retries: 1, retryDelay: { seconds: 1 } }, () => {
      throw new Error("no luck");
    });
    chain(
      ok,
      boom,
      task("after", () => 1),
    );
  },
);
