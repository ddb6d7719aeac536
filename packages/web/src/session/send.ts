/** How requests of the page are sent: one that finds the session ended is sent again after the reader has signed in again. */
import { sessionEnded } from "./session.ts";

/** Before the first answer there is nothing to lose: the login page does. */
let wasSignedIn = false;

/** @param csrf the token of the session as it is now */
export async function sendInSession(request: Request, csrf: () => string): Promise<Response> {
  for (;;) {
    // Its body can be sent but once.
    const again = request.clone();
    const response = await fetch(request);
    if (response.ok) wasSignedIn = true;
    if (!wasSignedIn || !(await isSignedOut(response))) return response;
    await sessionEnded();
    request = again;
    if (request.method !== "GET") request.headers.set("x-csrf-token", csrf());
  }
}

/** A wrong password is refused with the same status. */
async function isSignedOut(response: Response): Promise<boolean> {
  if (response.status !== 401) return false;
  const body = (await response
    .clone()
    .json()
    .catch(() => null)) as { readonly code?: unknown } | null;
  return body?.code === "unauthenticated";
}
