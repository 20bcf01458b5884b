/**
 * Part gateway: examples/edge-gateway in workerd, in front of a scripted origin and of Django, under
 * faults and under load; and the same handler on every other platform.
 *
 * Environment: PYTHON, for Django; ALL, not empty: a hundred thousand requests in place of some.
 */
import { pack } from "../packed.mjs";
import clocks from "./clocks.mjs";
import django from "./django.mjs";
import keySets from "./key-sets.mjs";
import platforms from "./platforms.mjs";
import requests from "./requests.mjs";
import rotation from "./rotation.mjs";
import settings from "./settings.mjs";
import { copyExample, prepareWorker } from "./worker.mjs";

const SECONDS = 120;

export default async function (report) {
  await pack();
  await copyExample();
  const start = await prepareWorker();
  const tests = (room) => (name, fn) => report.test(`${room}: ${name}`, SECONDS, fn);
  await settings(tests("settings"));
  await requests(tests("requests"), start);
  await clocks(tests("clocks"), start);
  await keySets(tests("key sets"), start);
  await rotation(tests("rotation"), start);
  await platforms(report, tests("platforms"), start);
  await django(report, start);
}
