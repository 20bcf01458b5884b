"use client";

import { useEffect } from "react";
import { look } from "./look.js";

export default function Page() {
  useEffect(() => {
    globalThis.outcome = look();
  }, []);
  return <pre>{JSON.stringify(look())}</pre>;
}
