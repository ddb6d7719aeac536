/**
 * Tasks that ask a person and hold nothing while they wait. `momiji tasks required-actions` shows who is asked,
 * `momiji tasks respond approval RUN ok --option Approve` answers. Nobody answers here: the defaults are taken after 2 s.
 */
import { dag } from "momiji";
import { approval, chooseBranch } from "momiji/operators";

const soon = { responseTimeout: { seconds: 2 } };

export default dag({ id: "approval", tags: ["example"] }, ({ task }) => {
  const report = task("report", () => ({ rows: 42 }));
  const ok = approval("ok", {
    subject: "Publish the report of {{ ds }}?",
    body: "It has {{ ti.xcom_pull('report')['rows'] }} rows.",
    defaults: "Approve",
    ...soon,
  });
  const publish = task("publish", { ok }, ({ ok }, { log }) =>
    log.info(`published, by ${ok.responded_by_user?.name ?? "default"}`),
  );
  ok.after(report);

  const mail = task("mail", (ctx) => ctx.log.info("sent by mail"));
  const shelf = task("shelf", (ctx) => ctx.log.info("put on the shelf"));
  const way = chooseBranch("way", {
    subject: "How shall it be handed over?",
    branches: { "By mail": mail, "On the shelf": shelf },
    defaults: "On the shelf",
    ...soon,
  });
  way.after(publish);
});
