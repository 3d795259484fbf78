"use strict";
// Shows how far the work has come, and the page anew when it is over. Without a script the page has a link for it.
const live = document.getElementById("work-live");
if (live) {
  const events = new EventSource(live.dataset.events);
  events.addEventListener("progress", (event) => { live.textContent = event.data; });
  events.addEventListener("ended", () => { events.close(); window.location.reload(); });
}
