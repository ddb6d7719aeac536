/**
 * The standard operators: functions that add a task to the DAG being built, and what a worker runs for it. Starts no process
 * (the worker's lanes do) and keeps no state between two questions of a sensor. Workers, the engine's notices and authors
 * import it, authors as `momiji/operators`.
 */
export { branchDayOfWeek, type BranchDayOfWeekOptions, type WeekDay } from "./branch-day-of-week.ts";
export { bash, type BashOptions } from "./bash.ts";
export { connectionChecks } from "./connection-checks.ts";
export { filesOf } from "./connection-checks/folders.ts";
export { anywhere, publicAddresses } from "./connection-checks/reach.ts";
export { email, type EmailOptions } from "./email.ts";
export { empty } from "./empty.ts";
export { http, type HttpOptions, type HttpRequestOptions } from "./http.ts";
export {
  type Answer,
  approval,
  type ApprovalOptions,
  choose,
  chooseBranch,
  type ChooseBranchOptions,
  type ChooseOptions,
  form,
  type FormOptions,
} from "./human-input.ts";
export { commandNotifier, type CommandNotifierOptions } from "./notifiers/command.ts";
export { emailNotifier, type EmailNotifierOptions, type MailSettings } from "./notifiers/email.ts";
export { slackNotifier, type SlackNotifierOptions } from "./notifiers/slack.ts";
export { standardNotifiers } from "./notifiers/standard-notifiers.ts";
export { webhookNotifier, type WebhookNotifierOptions } from "./notifiers/webhook.ts";
export { latestOnly } from "./latest-only.ts";
export { dateTimeSensor, type DateTimeSensorOptions } from "./sensors/date-time.ts";
export {
  type ExecutionDateFunction,
  externalTaskSensor,
  type ExternalTaskSensorOptions,
} from "./sensors/external-task.ts";
export type { ExternalDates, ExternalState } from "./sensors/poke-external-tasks.ts";
export { fileSensor, type FileSensorOptions } from "./sensors/file.ts";
export { httpSensor, type HttpSensorOptions } from "./sensors/http.ts";
export { timeDeltaSensor, type TimeDeltaSensorOptions } from "./sensors/time-delta.ts";
export { type SmtpServer, smtpServerOf } from "./smtp.ts";
export { standardOperators } from "./standard-operators.ts";
export { fileWatcher, type FileWatcherOptions, httpWatcher, type HttpWatcherOptions } from "./watchers.ts";
export {
  type DagRunTriggerOptions,
  dagRunTrigger,
  type ExternalTaskTriggerOptions,
  externalTaskTrigger,
  type FileTriggerOptions,
  fileTrigger,
  type HttpTriggerOptions,
  httpTrigger,
} from "./triggers/standard-triggers.ts";
export { triggerDagRun, type TriggerDagRunOptions } from "./trigger-dag-run.ts";
