/**
 * SVG: a benchmark as bars, without a library. Text in the reader's fonts, colours for light and dark.
 */
import { origin } from "./tables.mjs";

const WIDTH = 900;
const COLUMN = 430;
const ROW = 19;
const HEAD = 44;
const NAME = 240;
const BAR = 138;
const LINE_CHARACTERS = 150;

const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #1f2328 }
  .title { font-size: 18px; font-weight: 600 }
  .head { font-size: 13px; font-weight: 600 }
  .small { font-size: 10px }
  .name { text-anchor: end }
  .ours { fill: #2563c9 }
  .peer { fill: #8c959f }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .ours { fill: #6ca4ff }
    .peer { fill: #7d8590 }
  }
`;

const TITLE = "wasm-jwt beside other packages";
const HOW =
  "Bars are speed: longer is faster. Numbers are the time of one call as a multiple of ours " +
  "(the first row of a group); below 1.00 it is faster than ours.";

/** Draws `bench`, the whole of a bench.json. */
export function svg(bench) {
  const { node, chromium, workerd } = bench.parts;
  const token = node.rows[0].token;
  const left = [
    group("verify in Node", node, "verify"),
    group("verify in Chromium", chromium, "verify"),
    group("verify in workerd", workerd, "verify"),
  ];
  const right = [
    group("verify in Node, the same token again", node, "verify cached"),
    group("encode in Node", node, "encode"),
    group("decode in Node", node, "decode"),
  ];
  const notes = lines(`${bench.command}, ${bench.date.slice(0, 10)}, on ${origin(bench)}`);
  const top = 78 + notes.length * 14;
  const columns = [left, right].map((groups) => groups.filter(Boolean));
  const heights = columns.map((groups) =>
    groups.reduce((sum, { rows }) => sum + HEAD + rows.length * ROW, 0),
  );
  const height = top + Math.max(...heights) + 12;
  const description = columns.flat().map(spoken).join(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">${escape(TITLE)}</title>
<desc id="desc">${escape(`${HOW} ${description}`)}</desc>
<style>${STYLE}</style>
<text x="16" y="30" class="title">${escape(TITLE)}</text>
<text x="16" y="52">HS256, token of ${token} characters. Bars are speed: longer is faster.</text>
<text x="16" y="70">Numbers are the time of one call as a multiple of ours; below 1.00 it is faster than ours.</text>
${notes.map((line, at) => `<text x="16" y="${88 + at * 14}" class="small">${escape(line)}</text>`).join("\n")}
${columns.map((groups, at) => drawColumn(groups, 16 + at * (COLUMN + 8), top)).join("\n")}
</svg>
`;

  function group(title, part, work) {
    const rows = part?.rows.filter((row) => row.work === work && row.token === token);
    return rows && { title, rows };
  }
}

function drawColumn(groups, x, top) {
  const drawn = [];
  let y = top;
  for (const { title, rows } of groups) {
    drawn.push(`<text x="${x}" y="${y + 28}" class="head">${escape(title)}</text>`);
    y += HEAD;
    const fastest = Math.min(...rows.map(({ ratio }) => ratio));
    for (const { name, ratio } of rows) {
      const width = Math.max(1, (BAR * fastest) / ratio).toFixed(1);
      const side = name.startsWith("wasm-jwt") ? "ours" : "peer";
      const [from, line] = [x + NAME + 8, y + 9];
      drawn.push(
        `<text x="${x + NAME}" y="${line}" class="name">${escape(name)}</text>`,
        `<rect x="${from}" y="${y - 2}" width="${width}" height="13" rx="2" class="${side}"/>`,
        `<text x="${(from + Number(width) + 6).toFixed(1)}" y="${line}">${ratio.toFixed(2)}</text>`,
      );
      y += ROW;
    }
  }
  return drawn.join("\n");
}

function spoken({ title, rows }) {
  const list = rows.map(({ name, ratio }) => `${name} ${ratio.toFixed(2)}`);
  return `${title[0].toUpperCase()}${title.slice(1)}: ${list.join("; ")}.`;
}

/** Text of an SVG does not wrap by itself. */
function lines(text) {
  const lines = [""];
  for (const word of text.split(" ")) {
    if (lines.at(-1).length + word.length >= LINE_CHARACTERS) lines.push("");
    lines.push(`${lines.pop()} ${word}`.trim());
  }
  return lines;
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
