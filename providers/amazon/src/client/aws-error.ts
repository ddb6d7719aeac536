/** What goes wrong between here and AWS, told apart by what can be done about it. */

/** Of the SDK's errors what is looked at; those of the network have a `code` of Node.js instead of an answer. */
interface SdkError {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  readonly $response?: { readonly statusCode?: number };
  readonly cause?: unknown;
}

/** AWS's own name of the error: `AccessDeniedException`; of Node.js where nobody answered: `ECONNREFUSED`. */
export function errorName(error: unknown): string {
  const { name = "", code = "" } = partsOf(error);
  return name === "" || name === "Error" ? code : name;
}

const THROTTLES =
  /^(Throttl\w*|TooManyRequests\w*|RequestLimitExceeded|SlowDown|ProvisionedThroughputExceeded\w*|BandwidthLimitExceeded|PriorRequestNotComplete|RequestThrottled\w*|EC2ThrottledException)$/;

export function isThrottle(error: unknown): boolean {
  const { message = "" } = partsOf(error);
  return THROTTLES.test(errorName(error)) || statusOf(error) === 429 || /^Rate exceeded/i.test(message);
}

/** Nobody answered, or not to the end, so that a request may have been carried out all the same. */
export function isLostAnswer(error: unknown): boolean {
  const status = statusOf(error);
  if (isRegionMissing(error) || isCredentialTrouble(error)) return false;
  if (status === undefined) return networkCode(error) !== "";
  return status >= 500 || status === 408 || (status < 300 && error instanceof SyntaxError);
}

/** True if waiting may help: throttled, no answer, an answer that is none, a service that is ill. */
export function isPassing(error: unknown): boolean {
  return (isThrottle(error) || isLostAnswer(error)) && !isTlsTrouble(networkCode(error));
}

const CREDENTIALS =
  /^(UnrecognizedClientException|InvalidClientTokenId|ExpiredToken(Exception)?|InvalidSignatureException|SignatureDoesNotMatch|IncompleteSignature(Exception)?|MissingAuthenticationToken(Exception)?|CredentialsProviderError|TokenProviderError|AuthFailure|InvalidAccessKeyId|OptInRequired|RequestExpired)$/;

/** AWS does not know who asks, or there is nothing to say it with. */
export function isCredentialTrouble(error: unknown): boolean {
  return CREDENTIALS.test(errorName(error));
}

/** AWS knows who asks, and says no. */
export function isDenied(error: unknown): boolean {
  return /^(AccessDenied(Exception)?|UnauthorizedOperation|AuthorizationError(Exception)?|NotAuthorized)$/.test(
    errorName(error),
  );
}

export function isRegionMissing(error: unknown): boolean {
  return partsOf(error).message?.startsWith("Region is missing") ?? false;
}

/** Of Node.js, or of the SDK's own limit on time; empty: it is no trouble of the network. */
export function networkCode(error: unknown): string {
  for (let one: unknown = error, depth = 0; depth < 4 && one !== undefined && one !== null; depth++) {
    const { code, name, message = "", cause } = partsOf(one);
    if (
      code !== undefined &&
      /^(E[A-Z_]+|CERT_\w+|\w+_CERT\w*|UNABLE_TO_\w+|SELF_SIGNED\w*|HPE_\w+|ERR_\w+)$/.test(code)
    )
      return code;
    if (name === "TimeoutError") return "ETIMEDOUT";
    if (/socket hang up|aborted before/i.test(message)) return "ECONNRESET";
    one = cause;
  }
  return "";
}

function isTlsTrouble(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|CRL|EPROTO/.test(code);
}

function isDnsTrouble(code: string): boolean {
  return code === "ENOTFOUND" || code === "EAI_AGAIN";
}

/** AWS's words, or what Node.js says of the network. */
export function errorMessage(error: unknown): string {
  const { message = "", name = "" } = partsOf(error);
  const code = networkCode(error);
  if (isDnsTrouble(code)) return `its name has no address (${code}): ${message}`;
  if (code === "ECONNREFUSED") return `nothing listens there (${code}): ${message}`;
  if (isTlsTrouble(code)) return `it shows a certificate that is not trusted here: ${message}`;
  if (error instanceof SyntaxError) return `it answers what is no answer of AWS (status ${statusOf(error)})`;
  if (message === "" || message === "UnknownError") return name === "" ? code : `${name}${statusWords(error)}`;
  return message;
}

/** Of HTTP; undefined: there was no answer. */
export function statusOf(error: unknown): number | undefined {
  const { $metadata, $response } = partsOf(error);
  return $metadata?.httpStatusCode ?? $response?.statusCode;
}

function statusWords(error: unknown): string {
  const status = statusOf(error);
  return status === undefined ? "" : ` (status ${status})`;
}

function partsOf(error: unknown): SdkError {
  return typeof error === "object" && error !== null ? error : { message: String(error) };
}
