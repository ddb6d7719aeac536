/** AWS's own variables in the worker's environment, as far as the SDK for JavaScript does not read them by itself. */

/** `AWS_DEFAULT_REGION` is what Airflow, boto3 and the command line read. Undefined: the SDK looks in the shared configuration. */
export function regionOfEnvironment(): string | undefined {
  const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
  return AWS_REGION || AWS_DEFAULT_REGION || undefined;
}
