/**
 * Questions: collected, so that each library is asked once for all that is open.
 */

export function createQuestions() {
  const asked = new Map();
  return {
    /** `then` is called with the answer, when all are there. */
    ask(library, request, then) {
      if (!asked.has(library)) asked.set(library, []);
      asked.get(library).push({ request, then });
    },

    async settle() {
      const open = [...asked];
      asked.clear();
      const answered = await Promise.all(
        open.map(([library, questions]) => library.ask(questions.map(({ request }) => request))),
      );
      for (const [n, [library, questions]] of open.entries()) {
        if (answered[n].length !== questions.length) throw new Error(`${library.name}: lost some`);
        for (const [at, { then }] of questions.entries()) await then(answered[n][at]);
      }
    },
  };
}
