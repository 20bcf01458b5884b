/**
 * Leaks: the places where no token may be: addresses, other origins, the console.
 */

/** The beginning of every header of a JWT. */
export const TOKEN = /eyJ/;

/**
 * Watches a tab for them; `seen` counts.
 *
 * - `seen.leaks`: tokens where none may be, and requests to others than `origin`
 * - `seen.refused`: answers 401, which a session makes up for and nobody else sees
 */
export function watchForTokens(page, origin, seen) {
  page.on("request", (request) => {
    if (TOKEN.test(request.url()) || !request.url().startsWith(`${origin}/`)) seen.leaks++;
  });
  page.on("response", (response) => {
    if (response.status() === 401) seen.refused++;
  });
  page.on("console", (message) => {
    if (TOKEN.test(message.text())) seen.leaks++;
  });
}
