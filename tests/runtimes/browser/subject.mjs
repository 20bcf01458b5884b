/**
 * What the suite tests in a page: an entry of the package, and the vectors from the server.
 */
import { VECTORS, runSuite } from "../../js/suite.mjs";

export async function runSuiteOver({ api, plainDecode }) {
  const load = async (name) => {
    const response = await fetch(`/tests/vectors/${name}.json`);
    return [name, await response.json()];
  };
  const vectors = Object.fromEntries(await Promise.all(VECTORS.map(load)));
  return runSuite({ api, plainDecode, vectors });
}
