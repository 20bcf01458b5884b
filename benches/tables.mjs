/**
 * Tables: a benchmark's figures as Markdown.
 */

/** One table: `rows` of cells under `head`. Columns whose head ends with `:` are numbers. */
export function table(head, rows) {
  const names = head.map((name) => name.replace(/:$/, ""));
  const rule = head.map((name) => (name.endsWith(":") ? "--:" : "---"));
  return [names, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Where it was measured, and what. */
export function origin({ machine, versions, runtimes }) {
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [`${machine.cpu}, ${machine.cores} cores`, ...runtimes, ...packages].join(", ");
}

/** All tables of a benchmark, each with a line above it. */
export function allTables({
  parts: { node, chromium, asymmetric, workerd, start, memory, page, gateway },
  targets,
}) {
  const texts = [];
  for (const part of [node, chromium].filter(Boolean)) texts.push(...speedTables(part));
  for (const one of asymmetric?.results ?? []) texts.push(algorithmTable(one));
  if (workerd) texts.push(workerdTable(workerd));
  if (start) texts.push(...startTables(start));
  if (memory) texts.push(memoryTable(memory));
  if (page) texts.push(...pageTables(page));
  for (const { origin, rows } of gateway?.results ?? []) {
    texts.push(gatewayTable(gateway, origin, rows));
  }
  texts.push(targetTable(targets));
  return texts.join("\n\n");
}

function speedTables({ runtime, rows, floor }) {
  const cells = rows.map(({ work, token, name, nanoseconds, ratio }) => [
    work,
    token,
    name,
    (nanoseconds / 1000).toFixed(2),
    ratio.toFixed(2),
  ]);
  const speed = table(["work", "token:", "what", "us:", "time / ours:"], cells);
  const parts = floor.flatMap(({ token, parts, nanoseconds, oursByFloor }) => [
    ...Object.entries(parts).map(([name, time]) => [token, name, (time / 1000).toFixed(2), ""]),
    [token, "floor: all of it", (nanoseconds / 1000).toFixed(2), oursByFloor.toFixed(2)],
  ]);
  const floors = table(["token:", "part of verifying", "us:", "ours / floor:"], parts);
  return [
    `${runtime}: the time of one call, and by how many times it is that of the first row of its work\n\n${speed}`,
    `${runtime}: what no verifier in wasm can do without\n\n${floors}`,
  ];
}

/** A row for each algorithm and work, a column for each contender: its time by ours. */
export function algorithmTable({ runtime, rows }) {
  const names = [...new Set(rows.map(({ name }) => name))];
  const keys = new Map(rows.map(({ alg, work }) => [`${alg} ${work}`, [alg, work]]));
  const cells = [...keys.values()].map(([alg, work]) => {
    const found = names.map((name) =>
      rows.find((row) => row.alg === alg && row.work === work && row.name === name),
    );
    const [own, ...others] = found;
    const ratios = others.map((row) => row?.ratio.toFixed(2) ?? "");
    return [alg, work, (own.nanoseconds / 1000).toFixed(0), ...ratios];
  });
  const head = ["alg", "work", `${names[0]}, us:`, ...names.slice(1).map((n) => `${n} / it:`)];
  const what = `${runtime}: algorithms with a key pair; times as multiples of ${names[0]}`;
  return `${what}\n\n${table(head, cells)}`;
}

function workerdTable({ runtime, how, rows }) {
  const cells = rows.map(({ name, nanoseconds, ratio }) => [
    name,
    (nanoseconds / 1000).toFixed(2),
    ratio.toFixed(2),
  ]);
  return `${runtime}: verify\n${how}\n\n${table(["what", "us:", "time / ours:"], cells)}`;
}

function startTables({ firstResult, workerd, instantiate }) {
  const first = firstResult.rows.map(({ work, name, best, median }) => [
    work,
    name,
    best.toFixed(2),
    median.toFixed(2),
  ]);
  const starts = workerd.rows.map(({ name, best, median }) => [
    name,
    best.toFixed(0),
    median.toFixed(0),
  ]);
  const times = instantiate.map(({ runtime, bytes, best, median }) => [
    runtime,
    bytes,
    best.toFixed(2),
    median.toFixed(2),
  ]);
  return [
    `${firstResult.runtime}: from import to the first result, in ${firstResult.processes} processes each\n\n` +
      table(["work", "what", "best ms:", "median ms:"], first),
    `${workerd.runtime}: from its start to the answer of the first request, ${workerd.rounds} times each\n\n` +
      table(["what the worker does", "best ms:", "median ms:"], starts),
    "Compiling and instantiating our wasm, synchronously, from bytes that the engine has not seen\n\n" +
      table(["runtime", "bytes:", "best ms:", "median ms:"], times),
  ];
}

function gatewayTable({ runtime, rounds }, origin, rows) {
  const cells = rows.map(({ name, perSecond, ratio }) => [
    name,
    perSecond.toFixed(0),
    ratio.toFixed(2),
  ]);
  return (
    `${runtime}: requests a second to an origin, ${origin}; the best of ${rounds} rounds\n\n` +
    table(["what", "a second:", "by that without:"], cells)
  );
}

function memoryTable({ runtime, rows }) {
  const kilobytes = (bytes) => (bytes / 1024).toFixed(0);
  const cells = rows.map(({ name, times, before, after }) => [
    name,
    times,
    `${before.wasmPages} → ${after.wasmPages}`,
    `${kilobytes(before.heapUsed)} → ${kilobytes(after.heapUsed)}`,
  ]);
  const head = ["what", "calls:", "pages of wasm memory:", "heap after collecting, KB:"];
  return `${runtime}: what stays in memory\n\n${table(head, cells)}`;
}

function pageTables({ runtime, rounds, loads, pastes }) {
  const times = loads.map(({ what, temperature, best, median }) => [
    what,
    temperature,
    best.toFixed(0),
    median.toFixed(0),
  ]);
  const cells = pastes.flatMap(({ name, characters, first, later, bare }) =>
    [
      ["first", first],
      ["later", later],
      ["a bare text box", bare],
    ].map(([which, { handler, frame, longTask }]) => [
      name,
      characters,
      which,
      ...[handler, frame].map(({ best, median }) => `${best.toFixed(0)}, ${median.toFixed(0)}`),
      longTask.best === 0 ? "none over 50" : longTask.best.toFixed(0),
    ]),
  );
  const head = [
    "paste",
    "characters:",
    "which",
    "handler ms:",
    "to the frame ms:",
    "longest task ms:",
  ];
  return [
    `${runtime}: the inspector, from navigating on, ${rounds} loads each; cold: nothing in the cache\n\n` +
      table(["until", "cache", "best ms:", "median ms:"], times),
    `${runtime}: the inspector, pasting; best and median; of the longest task the best, as the browser sees it\n\n${table(head, cells)}`,
  ];
}

function targetTable(targets) {
  const cells = targets.map(({ what, value, target, met }) => [
    what,
    value?.toFixed(2) ?? "",
    target,
    met,
  ]);
  return `Targets\n\n${table(["what", "seen:", "target:", ""], cells)}`;
}

/** Every ratio: a column for each runtime and length of token, and a row for each contender. */
export function ratioTable({ node, chromium, workerd, start }) {
  const lengths = [...new Set(node.rows.map(({ token }) => token))];
  const columns = [
    ...lengths.map((token) => ["Node", node, token]),
    ...lengths.map((token) => ["Chromium", chromium, token]),
    ...(workerd ? [["workerd", workerd, lengths[0]]] : []),
  ];
  const keys = new Map(node.rows.map(({ work, name }) => [`${work} ${name}`, [work, name]]));
  const cells = [...keys.values()].map(([work, name]) => [
    work,
    name,
    ...columns.map(([, part, token]) => {
      const same = (row) => row.work === work && row.name === name && row.token === token;
      return part.rows.find(same)?.ratio.toFixed(2) ?? "";
    }),
  ]);
  const floors = columns.map(([, { floor, rows }, token]) => {
    const own = rows.find((row) => row.work === "verify" && row.token === token);
    const found = floor?.find((one) => one.token === token);
    return found ? (found.nanoseconds / own.nanoseconds).toFixed(2) : "";
  });
  const others = cells.findIndex(([work]) => work !== "verify");
  cells.splice(others, 0, ["verify", "floor: its bare parts", ...floors]);
  const first = (start?.firstResult.rows ?? []).map(({ work, name, best }, _, rows) => {
    const own = rows.find((row) => row.work === work);
    const rest = columns.slice(1).map(() => "");
    return [`first ${work}, from import on`, name, (best / own.best).toFixed(2), ...rest];
  });
  const head = columns.map(([runtime, , token]) => `${runtime}, ${token} characters:`);
  return table(["work", "what", ...head], [...cells, ...first]);
}
