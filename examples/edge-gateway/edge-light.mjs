/**
 * The gateway as an edge function of Vercel: `api/gateway.mjs` there is this file, and `vercel.json`
 * rewrites every path to it. Settings are environment variables of the project.
 */
import gateway from "./gateway.mjs";

export const config = { runtime: "edge" };

/** `context` has `waitUntil`, as the `ctx` of Workers does. */
export default (request, context) => gateway.fetch(request, process.env, context);
