"use strict";
// Lets days be marked on the chart with mouse or finger: they go into the form beside it, which is sent.
// Without a script, and from the keyboard, the form and the bars do the same.
const chart = document.querySelector("svg.timeline");
const form = document.getElementById("timeline-days");
if (chart && form) {
  const from = chart.dataset.from.split(" ");
  const until = chart.dataset.until.split(" ");
  const width = chart.viewBox.baseVal.width / from.length;
  const brush = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  brush.setAttribute("class", "brush");
  brush.setAttribute("y", 0);
  brush.setAttribute("height", chart.viewBox.baseVal.height);
  let start = -1;
  let end = -1;

  const barAt = (event) => {
    const x = new DOMPoint(event.clientX, event.clientY).matrixTransform(chart.getScreenCTM().inverse()).x;
    return Math.min(from.length - 1, Math.max(0, Math.floor(x / width)));
  };

  chart.addEventListener("dragstart", (event) => event.preventDefault());
  chart.addEventListener("pointerdown", (event) => {
    if (event.button === 0) {
      start = barAt(event);
      end = -1;
    }
  });
  chart.addEventListener("pointermove", (event) => {
    if (start < 0 || (end < 0 && barAt(event) === start)) {
      return;
    }
    end = barAt(event);
    brush.setAttribute("x", Math.min(start, end) * width);
    brush.setAttribute("width", (Math.abs(end - start) + 1) * width);
    chart.append(brush);
  });
  window.addEventListener("pointerup", () => {
    if (start >= 0 && end >= 0) {
      form.elements.from.value = from[Math.min(start, end)];
      form.elements.until.value = until[Math.max(start, end)];
      form.requestSubmit();
    }
    start = -1;
  });
  // A stroke over the chart that ends on a bar does not open the bar.
  chart.addEventListener("click", (event) => {
    if (end >= 0) {
      event.preventDefault();
    }
  }, true);
}
