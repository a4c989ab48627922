import { call, post } from "./api.js";
import { byId, el } from "./dom.js";
import { megapixels } from "./format.js";
import { showAgent } from "./race-agent.js";
import { showCharts } from "./race-charts.js";
import { showResults } from "./race-results.js";

const POLL_MILLIS = 350;
const AGENT_MILLIS = 2500;
const PHASES = {
  NONE: "", WARM_UP: "Warming up …", RACING: "Racing …", DONE: "Done.", STOPPED: "Stopped.", FAILED: "Failed: ",
};
const WORKING = ["WARM_UP", "RACING"];

const start = byId("start");
const stop = byId("stop");
let photos = [];
let agentThere = false;
let last = null;

function picked() {
  return [...document.querySelectorAll("#picks input:checked")].map(input => input.value);
}

function showPicked() {
  const chosen = photos.filter(photo => picked().includes(photo.id));
  const pixels = chosen.reduce((sum, photo) => sum + photo.width * photo.height, 0);
  byId("picked").textContent = `${chosen.length} of ${photos.length}, ${megapixels(pixels)} a round`;
  start.disabled = chosen.length === 0 || (last !== null && WORKING.includes(last.phase));
}

async function loadPhotos() {
  const gallery = await call("/api/photos");
  const known = new Set(photos.map(photo => photo.id));
  for (const photo of gallery.photos.filter(candidate => !known.has(candidate.id))) {
    byId("picks").append(el("label", { title: photo.title },
      el("input", { type: "checkbox", value: photo.id, checked: true, ariaLabel: photo.title }),
      el("img", { src: photo.sizes[0].url, alt: "", width: 84, height: 63 })));
  }
  photos = gallery.photos;
  showPicked();
  if (gallery.made < gallery.toMake) setTimeout(() => loadPhotos().catch(failed), 1000);
}

async function loadAgent() {
  const answer = await call("/api/agent");
  agentThere = answer.agent.present;
  showAgent(answer);
  start.textContent = agentThere ? "Start the race" : "Measure without Hotpix";
  // It registers itself at the first image, some moments after it has been asked for.
  if (!agentThere) setTimeout(() => loadAgent().catch(failed), AGENT_MILLIS);
}

function show(race) {
  const working = WORKING.includes(race.phase);
  const text = PHASES[race.phase] + (race.message ?? "");
  if (byId("state").textContent !== text) byId("state").textContent = text;
  stop.hidden = !working;
  byId("progress").hidden = !working;
  byId("progress").value = race.toServe ? race.served / race.toServe : 0;
  last = race;
  showPicked();
  const begun = race.off !== null && race.off.total.images > 0;
  byId("results").hidden = !begun;
  if (begun) {
    showResults(race, new Map(photos.map(photo => [photo.id, photo])));
    showCharts(race);
  }
}

async function poll() {
  const race = await call("/api/race");
  show(race);
  if (WORKING.includes(race.phase)) setTimeout(() => poll().catch(failed), POLL_MILLIS);
}

function failed(error) {
  byId("state").textContent = `The application cannot be reached: ${error.message}`;
}

byId("picks").addEventListener("change", showPicked);
byId("controls").addEventListener("submit", async event => {
  event.preventDefault();
  start.disabled = true;
  try {
    show(await post("/api/race", { rounds: Number(byId("rounds").value), photos: picked() }));
    await poll();
  } catch (error) {
    byId("state").textContent = `Not started: ${error.message}`;
    showPicked();
  }
});
stop.addEventListener("click", () => call("/api/race", { method: "DELETE" }).catch(failed));
new ResizeObserver(() => last?.off?.total.images && showCharts(last)).observe(byId("latency"));
loadPhotos().then(poll).catch(failed);
loadAgent().catch(failed);
