/** A worker that answers, and does nothing else: what starting takes anyway. */
export default {
  fetch: () => new Response("https://issuer.example"),
};
