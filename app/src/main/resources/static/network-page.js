// Lets a person move the network, narrow it in time, walk from node to node and save it.
// Without it the still picture and the tables say the same.
import { canvas, choose, draw, enlarge, fit, fitting, host, nodeAt, pan, read, show, state } from "/network.js";

const DAY_MILLIS = 86400000;
const PNG_PIXELS = 3000;
const STEP = 1.25;
const PAN_PIXELS = 60;
/** A pointer that moved less than this was a click. */
const CLICK_PIXELS = 5;
/** A saved file is read by the browser after the click. */
const KEPT_MILLIS = 60000;

const byId = (id) => document.getElementById(id);
const pointers = new Map();
let isDragged = false;

function start(map) {
  performance.mark("network-told");
  read(map);
  byId("network-still").hidden = true;
  document.querySelectorAll(".network-with-script").forEach((part) => {
    part.hidden = false;
  });
  fit();
  performance.mark("network-drawn");
  pointing();
  typing();
  timing();
  walking();
  byId("network-fit").addEventListener("click", fit);
  byId("network-in").addEventListener("click", () => zoom(STEP));
  byId("network-out").addEventListener("click", () => zoom(1 / STEP));
  byId("network-png").addEventListener("click", savePng);
  new ResizeObserver(() => show()).observe(canvas);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  host.dataset.drawn = "yes";
}

function zoom(factor) {
  enlarge(factor, canvas.clientWidth / 2, canvas.clientHeight / 2);
}

/** One pointer moves, two enlarge; the wheel enlarges once the picture has the focus, so that a page can be scrolled past it. */
function pointing() {
  canvas.addEventListener("pointerdown", (event) => {
    canvas.focus();
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    isDragged = pointers.size > 1;
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) {
      const number = nodeAt(event.offsetX, event.offsetY);
      canvas.title = number < 0 ? "" : state.nodes[number].name;
      canvas.classList.toggle("on-node", number >= 0);
      return;
    }
    const other = [...pointers].find((one) => one[0] !== event.pointerId);
    if (other) {
      const far = Math.hypot(before.x - other[1].x, before.y - other[1].y);
      const now = Math.hypot(event.offsetX - other[1].x, event.offsetY - other[1].y);
      enlarge(now / Math.max(1, far), other[1].x, other[1].y);
    } else if (isDragged || Math.hypot(event.offsetX - before.x, event.offsetY - before.y) > CLICK_PIXELS) {
      isDragged = true;
      pan(event.offsetX - before.x, event.offsetY - before.y);
    } else {
      return;
    }
    pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
  });
  canvas.addEventListener("pointerup", (event) => {
    pointers.delete(event.pointerId);
    if (!isDragged) {
      tell(nodeAt(event.offsetX, event.offsetY));
    }
  });
  canvas.addEventListener("pointercancel", (event) => pointers.delete(event.pointerId));
  canvas.addEventListener("wheel", (event) => {
    if (event.ctrlKey || document.activeElement === canvas) {
      event.preventDefault();
      enlarge(event.deltaY < 0 ? STEP : 1 / STEP, event.offsetX, event.offsetY);
    }
  }, { passive: false });
}

function typing() {
  const acts = {
    ArrowLeft: () => pan(PAN_PIXELS, 0),
    ArrowRight: () => pan(-PAN_PIXELS, 0),
    ArrowUp: () => pan(0, PAN_PIXELS),
    ArrowDown: () => pan(0, -PAN_PIXELS),
    "+": () => zoom(STEP),
    "-": () => zoom(1 / STEP),
    0: fit,
  };
  canvas.addEventListener("keydown", (event) => {
    const act = acts[event.key];
    if (act && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      act();
    }
  });
  byId("network-find").addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = byId("network-name").value.trim().toLowerCase();
    const number = state.named.find((one) => wanted !== "" && state.nodes[one].name.toLowerCase().includes(wanted));
    byId("network-missing").hidden = number !== undefined;
    if (number !== undefined) {
      lookAt(number);
    }
  });
}

/** The window of time works on the map that is here; the links of downloads follow it. */
function timing() {
  const known = [...state.first, ...state.last].filter((time) => !Number.isNaN(time));
  const from = byId("network-from");
  const until = byId("network-until");
  if (known.length === 0) {
    byId("network-time").hidden = true;
    return;
  }
  const first = Math.floor(known.reduce((x, y) => Math.min(x, y)) / DAY_MILLIS);
  const last = Math.floor(known.reduce((x, y) => Math.max(x, y)) / DAY_MILLIS);
  for (const slider of [from, until]) {
    slider.min = first;
    slider.max = last;
    slider.value = slider === from ? first : last;
  }
  const narrowed = (event) => {
    if (Number(from.value) > Number(until.value)) {
      (event.target === from ? until : from).value = event.target.value;
    }
    const isWhole = Number(from.value) === first && Number(until.value) === last;
    state.from = isWhole ? -Infinity : Number(from.value) * DAY_MILLIS;
    state.until = isWhole ? Infinity : (Number(until.value) + 1) * DAY_MILLIS;
    choose();
    show();
    say(from, until);
    follow(isWhole ? "" : day(from), isWhole ? "" : day(until));
  };
  from.addEventListener("input", narrowed);
  until.addEventListener("input", narrowed);
  say(from, until);
}

function day(slider) {
  return new Date(Number(slider.value) * DAY_MILLIS).toISOString().slice(0, 10);
}

function say(from, until) {
  byId("network-window").textContent = day(from) + " – " + day(until);
  from.setAttribute("aria-valuetext", day(from));
  until.setAttribute("aria-valuetext", day(until));
}

function follow(from, until) {
  document.querySelectorAll("a.network-save").forEach((link) => {
    link.dataset.whole = link.dataset.whole || link.getAttribute("href");
    const address = new URL(link.dataset.whole, window.location.href);
    if (from !== "") {
      address.searchParams.set("from", from);
      address.searchParams.set("until", until);
    }
    link.href = address.pathname + address.search;
  });
}

/** Steps from node to node: only its neighbours, then theirs. */
function walking() {
  byId("network-only").addEventListener("click", () => {
    state.reached = new Set([state.one, ...state.neighbours[state.one]]);
    chosen();
  });
  byId("network-expand").addEventListener("click", () => {
    const reached = state.reached || new Set(state.nodes.keys());
    reached.add(state.one);
    state.neighbours[state.one].forEach((other) => reached.add(other));
    state.reached = reached;
    chosen();
  });
  byId("network-whole").addEventListener("click", () => {
    state.reached = null;
    tell(-1);
    chosen();
  });
}

function chosen() {
  choose();
  fit();
  byId("network-expand").disabled = state.reached === null;
}

/** Says which node was chosen, and marks its ties; -1 for none. */
function tell(number) {
  state.one = number;
  const told = byId("network-one");
  told.hidden = number < 0;
  if (number >= 0) {
    const node = state.nodes[number];
    byId("network-page").textContent = node.name;
    byId("network-page").href = host.dataset.nodes + number;
    byId("network-ties").textContent = String(state.neighbours[number].length);
    byId("network-expand").disabled = state.reached === null;
  }
  choose();
  show();
}

function lookAt(number) {
  const node = state.nodes[number];
  const scale = Math.max(state.view.scale, 1);
  state.view = { scale: scale, x: canvas.clientWidth / 2 - node.x * scale, y: canvas.clientHeight / 2 - node.y * scale };
  tell(number);
}

/** All that is shown, in a picture of bounded size: a browser gives an empty file for one beyond its limits. */
function savePng() {
  const paper = document.createElement("canvas");
  paper.width = PNG_PIXELS;
  paper.height = Math.round((PNG_PIXELS * canvas.clientHeight) / canvas.clientWidth);
  draw(paper.getContext("2d"), fitting(paper.width, paper.height), paper.width, paper.height);
  paper.toBlob((file) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = byId("network-png").dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MILLIS);
  }, "image/png");
}

performance.mark("network-asked");
fetch(host.dataset.map, { credentials: "same-origin" })
  .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error("no map: " + answer.status))))
  .then(start);
