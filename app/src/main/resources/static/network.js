// Draws the map that the server laid out, to be moved, enlarged and saved; the picture and the tables stay without it.
"use strict";
(function () {
  const MAX_LABELS = 60;
  const KEPT_MILLIS = 60000;
  const host = document.getElementById("network-live");
  const still = document.getElementById("network-still");
  const tools = document.getElementById("network-tools");
  if (!host || !still || !tools || typeof window.cytoscape !== "function") {
    return;
  }

  /** The drawing library looks for this id before it adds a style element, which our policy forbids. */
  const mark = document.createElement("meta");
  mark.id = "__________cytoscape_stylesheet";
  document.head.appendChild(mark);

  function elements(map) {
    const linked = new Set();
    for (const link of map.links) {
      linked.add(link.a);
      linked.add(link.b);
    }
    const named = map.nodes
      .map((node, number) => ({ node, number }))
      .filter((one) => linked.has(one.number))
      .sort((x, y) => Number(y.node.group || y.node.marked) - Number(x.node.group || x.node.marked) || y.node.degree - x.node.degree)
      .slice(0, MAX_LABELS)
      .map((one) => one.number);
    const labels = new Set(named);
    const nodes = map.nodes
      .map((node, number) => ({
        group: "nodes",
        data: {
          id: "n" + number,
          number: number,
          label: labels.has(number) ? node.name : "",
          colour: node.colour,
          size: 2 * node.radius,
          rim: node.marked ? 2.5 : 0.5,
          shape: node.group ? "rectangle" : "ellipse",
        },
        position: { x: node.x, y: node.y },
      }))
      .filter((one) => linked.has(one.data.number));
    const links = map.links.map((link) => ({
      group: "edges",
      data: { source: "n" + link.a, target: "n" + link.b, width: Math.min(4, 0.4 + Math.log10(1 + link.observations)) },
    }));
    return nodes.concat(links);
  }

  function draw(map) {
    const ink = getComputedStyle(document.body).color;
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    host.hidden = false;
    tools.hidden = false;
    still.hidden = true;
    const view = window.cytoscape({
      container: host,
      elements: elements(map),
      layout: { name: "preset", fit: true, padding: 24 },
      autoungrabify: true,
      minZoom: 0.02,
      maxZoom: 12,
      textureOnViewport: map.links.length > 4000,
      hideEdgesOnViewport: map.links.length > 20000,
      style: [
        {
          selector: "node",
          style: {
            "background-color": "data(colour)",
            width: "data(size)",
            height: "data(size)",
            shape: "data(shape)",
            "border-width": "data(rim)",
            "border-color": ink,
            label: "data(label)",
            color: ink,
            "text-outline-color": paper,
            "text-outline-width": 2,
            "font-size": 11,
            "min-zoomed-font-size": 7,
            "text-valign": "top",
          },
        },
        { selector: "edge", style: { "line-color": ink, opacity: 0.16, width: "data(width)", "curve-style": "haystack" } },
      ],
    });
    view.one("render", () => {
      host.dataset.drawn = "yes";
    });
    view.on("tap", "node", (event) => window.location.assign(host.dataset.nodes + event.target.data("number")));
    document.getElementById("network-fit").addEventListener("click", () => view.fit(undefined, 24));
    const png = document.getElementById("network-png");
    png.addEventListener("click", () => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(view.png({ output: "blob", full: true, scale: 2, maxWidth: 6000, maxHeight: 6000, bg: paper }));
      link.download = png.dataset.name;
      link.click();
      // Not at once: the browser still reads it.
      setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MILLIS);
    });
  }

  fetch(host.dataset.map, { credentials: "same-origin" })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error("no map: " + answer.status))))
    .then(draw)
    .catch(() => {
      host.hidden = true;
      still.hidden = false;
    });
})();
