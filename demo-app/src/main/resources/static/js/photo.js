import { call } from "./api.js";
import { byId, el, message } from "./dom.js";
import { bytes, megapixels, turned } from "./format.js";

const id = new URLSearchParams(location.search).get("id");
const stage = byId("stage");
const toggle = byId("toggle");

function show(photo, full) {
  const large = photo.sizes.find(size => size.name === "large");
  const [src, width, height] = full ? [photo.full, photo.width, photo.height] : [large.url, large.width, large.height];
  stage.classList.toggle("full", full);
  // Reached by Tab only where there is something to scroll.
  if (full) {
    stage.tabIndex = 0;
    stage.setAttribute("role", "region");
    stage.setAttribute("aria-label", "Photo in full size: scroll with the arrow keys");
  } else {
    for (const name of ["tabindex", "role", "aria-label"]) stage.removeAttribute(name);
  }
  stage.replaceChildren(el("img", { src, width, height, alt: photo.title }));
  toggle.setAttribute("aria-pressed", String(full));
  toggle.textContent = full ? "Fit the window" : `Full size ${photo.width} × ${photo.height}`;
}

function facts(photo) {
  const rows = [
    ["Size", `${photo.width} × ${photo.height}, ${megapixels(photo.width * photo.height)}`],
    ["File", `${photo.format.toUpperCase()}, ${bytes(photo.bytes)}`],
    ["EXIF orientation", `${photo.orientation}${turned(photo.orientation) ? `: ${turned(photo.orientation)}` : ": upright"}`],
    ["Camera", photo.camera],
    ["Taken", photo.taken],
  ];
  byId("facts").replaceChildren(...rows.filter(([, value]) => value)
    .map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
}

function neighbours(photos, index) {
  const url = step => `/photo.html?id=${photos[(index + step + photos.length) % photos.length].id}`;
  byId("previous").href = url(-1);
  byId("next").href = url(1);
  document.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target === stage) return;
    if (event.key === "ArrowLeft") location.href = url(-1);
    if (event.key === "ArrowRight") location.href = url(1);
  });
}

async function load() {
  const { photos } = await call("/api/photos");
  const index = photos.findIndex(photo => photo.id === id);
  if (index < 0) throw new Error("no such photo");
  const photo = photos[index];
  document.title = `${photo.title} · Photo demo`;
  byId("title").textContent = photo.title;
  show(photo, false);
  facts(photo);
  neighbours(photos, index);
  toggle.addEventListener("click", () => show(photo, toggle.getAttribute("aria-pressed") !== "true"));
  const remove = byId("remove");
  remove.hidden = photo.starter;
  remove.addEventListener("click", async () => {
    try {
      await call(`/api/photos/${photo.id}`, { method: "DELETE" });
      location.href = "/";
    } catch (error) {
      message(error.message, "bad");
    }
  });
}

load().catch(error => {
  toggle.hidden = true;
  message(`This photo cannot be shown: ${error.message}.`, "bad");
});
