import { dag } from "momiji";
import { bash, empty } from "momiji/operators";

export default dag({ id: "branching", schedule: null, tags: ["gold"] }, ({ branch, group, chain }) => {
  const { left, right } = group("group", () => ({
    left: bash("left", { command: "echo left {{ ds }}" }),
    right: bash("right", { command: "echo right" }),
  })).outputs;
  const join = empty("join", { triggerRule: "none_failed_min_one_success" });
  chain(
    branch("choose", { choices: { left, right } }, () => "left"),
    [left, right],
    join,
  );
});
