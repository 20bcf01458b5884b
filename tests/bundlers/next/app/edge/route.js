import { look } from "../look.js";

export const runtime = "edge";

export const GET = () => Response.json(look());
