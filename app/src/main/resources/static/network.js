// Draws the map that the server laid out on a canvas; network-page.js moves it. Own code: docs/decisions/0041.
const MAX_LABELS = 60;
const LABEL_PIXELS = 12;
const MARGIN_PIXELS = 28;
/** Lines in one stroke: few enough that where many lie over one another it grows darker. */
const LINES_PER_STROKE = 400;
/** A picture of more ties is moved as an image, and drawn anew when it rests. */
const SMOOTH_LINKS = 3000;
const REST_MILLIS = 120;

export const host = document.getElementById("network-live");
export const canvas = document.getElementById("network-canvas");
const pen = canvas.getContext("2d");
const kept = document.createElement("canvas");
export const state = {
  nodes: [],
  a: [], b: [], first: [], last: [], wide: [],
  neighbours: [],
  isLinkShown: [], isNodeShown: [],
  reached: null, one: -1,
  from: -Infinity, until: Infinity,
  view: { scale: 1, x: 0, y: 0 }, keptView: null, shown: 0, rest: 0,
};

export function read(map) {
  state.nodes = map.nodes;
  state.a = Int32Array.from(map.links, (link) => link.a);
  state.b = Int32Array.from(map.links, (link) => link.b);
  state.first = Float64Array.from(map.links, (link) => (link.first ? Date.parse(link.first) : NaN));
  state.last = Float64Array.from(map.links, (link) => (link.last ? Date.parse(link.last) : NaN));
  state.wide = Uint8Array.from(map.links, (link) => Number(link.observations > 30));
  state.neighbours = map.nodes.map(() => []);
  map.links.forEach((link) => {
    state.neighbours[link.a].push(link.b);
    state.neighbours[link.b].push(link.a);
  });
  state.named = map.nodes
    .map((node, number) => number)
    .sort((x, y) => weight(map.nodes[y]) - weight(map.nodes[x]) || map.nodes[y].degree - map.nodes[x].degree);
  choose();
}

function weight(node) {
  return Number(node.group || node.marked);
}

/** Which ties and nodes are shown; a tie of unknown time passes every window, as on the server. */
export function choose() {
  const count = state.a.length;
  state.isLinkShown = new Uint8Array(count);
  state.isNodeShown = new Uint8Array(state.nodes.length);
  for (let i = 0; i < count; i++) {
    const isReached = !state.reached || (state.reached.has(state.a[i]) && state.reached.has(state.b[i]));
    if (isReached && !(state.first[i] >= state.until) && !(state.last[i] < state.from)) {
      state.isLinkShown[i] = 1;
      state.isNodeShown[state.a[i]] = 1;
      state.isNodeShown[state.b[i]] = 1;
    }
  }
  if (state.one >= 0) {
    state.isNodeShown[state.one] = 1;
  }
}

/** The view in which all that is shown fits into so many pixels. */
export function fitting(width, height) {
  let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
  state.nodes.forEach((node, number) => {
    if (state.isNodeShown[number]) {
      left = Math.min(left, node.x - node.radius);
      right = Math.max(right, node.x + node.radius);
      top = Math.min(top, node.y - node.radius);
      bottom = Math.max(bottom, node.y + node.radius);
    }
  });
  if (left > right) {
    return { scale: 1, x: width / 2, y: height / 2 };
  }
  const scale = Math.min(
    4, (width - 2 * MARGIN_PIXELS) / Math.max(1, right - left), (height - 2 * MARGIN_PIXELS) / Math.max(1, bottom - top));
  return { scale: scale, x: width / 2 - (scale * (left + right)) / 2, y: height / 2 - (scale * (top + bottom)) / 2 };
}

export function draw(to, view, width, height) {
  const ink = getComputedStyle(document.body).color;
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  to.fillStyle = paper;
  to.fillRect(0, 0, width, height);
  drawLinks(to, view, ink);
  drawNodes(to, view, ink, width, height);
  drawLabels(to, view, ink, paper, width, height);
}

function drawLinks(to, view, ink) {
  to.strokeStyle = ink;
  for (let wide = 0; wide < 2; wide++) {
    to.lineWidth = 1 + wide;
    to.globalAlpha = state.a.length > 20000 ? 0.04 : state.a.length > 3000 ? 0.1 : 0.2;
    let lines = 0;
    to.beginPath();
    for (let i = 0; i < state.a.length; i++) {
      if (state.isLinkShown[i] && state.wide[i] === wide && isAside(i)) {
        line(to, view, i);
        if (++lines % LINES_PER_STROKE === 0) {
          to.stroke();
          to.beginPath();
        }
      }
    }
    to.stroke();
  }
  to.globalAlpha = 0.85;
  to.lineWidth = 1.5;
  to.beginPath();
  for (let i = 0; i < state.a.length; i++) {
    if (state.isLinkShown[i] && !isAside(i)) {
      line(to, view, i);
    }
  }
  to.stroke();
  to.globalAlpha = 1;
}

function isAside(link) {
  return state.one < 0 || (state.a[link] !== state.one && state.b[link] !== state.one);
}

function line(to, view, link) {
  const a = state.nodes[state.a[link]];
  const b = state.nodes[state.b[link]];
  to.moveTo(a.x * view.scale + view.x, a.y * view.scale + view.y);
  to.lineTo(b.x * view.scale + view.x, b.y * view.scale + view.y);
}

function drawNodes(to, view, ink, width, height) {
  for (let number = state.nodes.length - 1; number >= 0; number--) {
    const node = state.nodes[number];
    const x = node.x * view.scale + view.x;
    const y = node.y * view.scale + view.y;
    const size = Math.max(1.2, node.radius * view.scale);
    if (!state.isNodeShown[number] || x < -size || y < -size || x > width + size || y > height + size) {
      continue;
    }
    to.fillStyle = node.colour;
    to.beginPath();
    if (node.group) {
      to.rect(x - size, y - size, 2 * size, 2 * size);
    } else {
      to.arc(x, y, size, 0, 2 * Math.PI);
    }
    to.fill();
    if (node.marked || number === state.one) {
      to.strokeStyle = ink;
      to.lineWidth = number === state.one ? 4 : 2;
      to.stroke();
    }
  }
}

/** Groups and marked nodes first; a label that would lie over another is left out. */
function drawLabels(to, view, ink, paper, width, height) {
  to.font = LABEL_PIXELS + "px system-ui, sans-serif";
  to.textAlign = "center";
  to.lineJoin = "round";
  to.lineWidth = 3;
  to.strokeStyle = paper;
  to.fillStyle = ink;
  const taken = [];
  const order = state.one < 0 ? state.named : [state.one].concat(state.named);
  for (const number of order) {
    const node = state.nodes[number];
    const x = node.x * view.scale + view.x;
    const y = node.y * view.scale + view.y - Math.max(1.2, node.radius * view.scale) - 4;
    if (taken.length === MAX_LABELS) {
      return;
    }
    if (!state.isNodeShown[number] || x < 0 || y < LABEL_PIXELS || x > width || y > height) {
      continue;
    }
    const text = Array.from(node.name).slice(0, 28).join("");
    const half = to.measureText(text).width / 2 + 2;
    if (taken.some((box) => Math.abs(box.x - x) < box.half + half && Math.abs(box.y - y) < LABEL_PIXELS + 3)) {
      continue;
    }
    taken.push({ x: x, y: y, half: half });
    to.strokeText(text, x, y);
    to.fillText(text, x, y);
  }
}

/** Draws the view anew. */
export function show() {
  const ratio = window.devicePixelRatio || 1;
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  if (width === 0 || height === 0) {
    return;
  }
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  draw(pen, state.view, width, height);
  state.keptView = null;
  state.shown = state.isLinkShown.reduce((sum, one) => sum + one, 0);
  host.dataset.shown = String(state.shown);
}

/** Shows a moved view: at once when that is quick, else the image of the last one first. */
function move(before) {
  if (state.shown < SMOOTH_LINKS) {
    show();
    return;
  }
  if (!state.keptView) {
    state.keptView = before;
    kept.width = canvas.width;
    kept.height = canvas.height;
    kept.getContext("2d").drawImage(canvas, 0, 0);
  }
  const ratio = canvas.width / canvas.clientWidth;
  const grown = state.view.scale / state.keptView.scale;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const x = (state.view.x - state.keptView.x * grown) * ratio;
  const y = (state.view.y - state.keptView.y * grown) * ratio;
  pen.drawImage(kept, x, y, kept.width * grown, kept.height * grown);
  clearTimeout(state.rest);
  state.rest = setTimeout(show, REST_MILLIS);
}

export function fit() {
  state.view = fitting(canvas.clientWidth, canvas.clientHeight);
  show();
}

export function enlarge(factor, x, y) {
  const view = state.view;
  const scale = Math.min(40, Math.max(0.005, view.scale * factor));
  state.view = {
    scale: scale, x: x - ((x - view.x) * scale) / view.scale, y: y - ((y - view.y) * scale) / view.scale,
  };
  move(view);
}

export function pan(x, y) {
  const before = state.view;
  state.view = { scale: state.view.scale, x: state.view.x + x, y: state.view.y + y };
  move(before);
}

/** Number of the node at this point of the canvas, or -1. */
export function nodeAt(x, y) {
  let found = -1;
  let least = Infinity;
  state.nodes.forEach((node, number) => {
    const away = Math.hypot(node.x * state.view.scale + state.view.x - x, node.y * state.view.scale + state.view.y - y)
      - Math.max(6, node.radius * state.view.scale);
    if (state.isNodeShown[number] && away < Math.min(0, least)) {
      found = number;
      least = away;
    }
  });
  return found;
}
