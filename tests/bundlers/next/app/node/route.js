import { look } from "../look.js";

export const dynamic = "force-dynamic";

export const GET = () => Response.json(look());
