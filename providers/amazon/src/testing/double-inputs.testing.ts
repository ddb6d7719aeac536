/** What the operations of the double take, as AWS publishes it; a test compares it with botocore's service model. */

interface OperationInput {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

export const DOUBLE_INPUTS: { readonly [service: string]: { readonly [operation: string]: OperationInput } } = {
  batch: {
    SubmitJob: {
      required: ["jobName", "jobQueue", "jobDefinition"],
      optional: [
        "shareIdentifier",
        "schedulingPriorityOverride",
        "arrayProperties",
        "dependsOn",
        "parameters",
        "containerOverrides",
        "nodeOverrides",
        "retryStrategy",
        "propagateTags",
        "timeout",
        "tags",
        "eksPropertiesOverride",
        "ecsPropertiesOverride",
        "consumableResourcePropertiesOverride",
      ],
    },
    DescribeJobs: { required: ["jobs"], optional: [] },
    ListJobs: {
      required: [],
      optional: ["jobQueue", "arrayJobId", "multiNodeJobId", "jobStatus", "maxResults", "nextToken", "filters"],
    },
    TerminateJob: { required: ["jobId", "reason"], optional: [] },
  },
  ecs: {
    RunTask: {
      required: ["taskDefinition"],
      optional: [
        "capacityProviderStrategy",
        "clientToken",
        "cluster",
        "count",
        "enableECSManagedTags",
        "enableExecuteCommand",
        "group",
        "launchType",
        "networkConfiguration",
        "overrides",
        "placementConstraints",
        "placementStrategy",
        "platformVersion",
        "propagateTags",
        "referenceId",
        "startedBy",
        "tags",
        "volumeConfigurations",
      ],
    },
    DescribeTasks: { required: ["tasks"], optional: ["cluster", "include"] },
    ListTasks: {
      required: [],
      optional: [
        "cluster",
        "containerInstance",
        "daemonName",
        "desiredStatus",
        "family",
        "launchType",
        "maxResults",
        "nextToken",
        "serviceName",
        "startedBy",
      ],
    },
    StopTask: { required: ["task"], optional: ["cluster", "reason"] },
    DescribeTaskDefinition: { required: ["taskDefinition"], optional: ["include"] },
  },
  logs: {
    GetLogEvents: {
      required: ["logStreamName"],
      optional: [
        "endTime",
        "limit",
        "logGroupIdentifier",
        "logGroupName",
        "nextToken",
        "startFromHead",
        "startTime",
        "unmask",
      ],
    },
  },
};
