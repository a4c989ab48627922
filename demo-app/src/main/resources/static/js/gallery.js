import { call } from "./api.js";
import { byId, el, message } from "./dom.js";
import { megapixels, turned } from "./format.js";

const PENDING_MILLIS = 700;
const UNITS = { small: "160px", medium: "400px", large: "800px" };

const grid = byId("grid");
const drop = byId("drop");
let gallery = null;

function card(photo) {
  const size = grid.dataset.size;
  const shown = photo.sizes.find(candidate => candidate.name === size);
  const badge = turned(photo.orientation);
  return el("li", {},
    el("a", { href: `/photo.html?id=${photo.id}` },
      el("span", { class: "frame" }, el("img", {
        src: shown.url, alt: photo.title, width: shown.width, height: shown.height, sizes: UNITS[size],
        loading: "lazy", decoding: "async",
      }), badge ? el("span", { class: "badge", title: "as its EXIF orientation says" }, badge) : null),
      el("span", { class: "caption" },
        el("b", {}, photo.title),
        el("span", {}, `${photo.width} × ${photo.height} · ${megapixels(photo.width * photo.height)}`))));
}

function show() {
  const missing = gallery.toMake - gallery.made;
  const cards = gallery.photos.map(card);
  if (missing > 0) {
    cards.push(el("li", { class: "pending" }, `Painting ${missing} more …`));
  }
  grid.replaceChildren(...cards);
  const count = gallery.photos.length;
  byId("count").textContent = `${count} ${count === 1 ? "photo" : "photos"}. `
    + "Each is decoded once, turned upright, and kept in three sizes.";
  const { fileMegabytes, megapixels: most, photos } = gallery.limits;
  byId("limits").textContent =
    `JPEG or PNG, up to ${fileMegabytes} MB and ${most} megapixels each, ${photos} photos in all`;
}

async function load() {
  const before = gallery;
  gallery = await call("/api/photos");
  // Untouched while nothing is new: a redraw would take the focus away.
  if (!before || before.photos.length !== gallery.photos.length || before.made !== gallery.made) show();
  if (gallery.made < gallery.toMake) setTimeout(() => load().catch(failed), PENDING_MILLIS);
}

function failed(error) {
  byId("count").textContent = `The gallery cannot be reached: ${error.message}`;
}

async function upload(files) {
  if (files.length === 0) return;
  byId("messages").replaceChildren();
  for (const file of files) {
    if (file.size > gallery.limits.fileMegabytes * 1048576) {
      message(`${file.name}: larger than ${gallery.limits.fileMegabytes} MB`, "bad");
      continue;
    }
    const form = new FormData();
    form.append("files", file);
    try {
      for (const answer of await call("/api/photos", { method: "POST", body: form })) {
        if (answer.problem) message(`${answer.name}: ${answer.problem}`, "bad");
        else message(`${answer.photo.title} is in the gallery.`, "good");
      }
    } catch (error) {
      message(`${file.name}: ${error.message}`, "bad");
    }
  }
  gallery = null;
  await load();
}

byId("sizes").addEventListener("change", event => {
  grid.dataset.size = event.target.value;
  if (gallery) show();
});
byId("files").addEventListener("change", async event => {
  await upload([...event.target.files]).catch(failed);
  event.target.value = "";
});
for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, event => { event.preventDefault(); drop.classList.add("over"); });
}
for (const name of ["dragleave", "drop"]) {
  drop.addEventListener(name, event => { event.preventDefault(); drop.classList.remove("over"); });
}
drop.addEventListener("drop", event => upload([...event.dataTransfer.files]).catch(failed));
load().catch(failed);
