import { byId, el, track } from "./dom.js";
import { figures, megapixels, millis, percent, times } from "./format.js";

export const NAMES = { off: "Stock", on: "Hotpix" };

function hero(race) {
  const { off, on } = race;
  if (!on) {
    byId("hero").replaceChildren(el("div", { class: "times off" }, figures(off.total.imagesPerSecond)),
      el("p", {}, el("b", {}, "images per second"), "by the JVM's own code"));
    return;
  }
  if (!on.total.images) return;
  byId("hero").replaceChildren(
    el("div", { class: "times" }, times(on.total.imagesPerSecond / off.total.imagesPerSecond)),
    el("p", {}, el("b", {}, "the images per second"),
      `${figures(on.total.imagesPerSecond)} with redirection on, ${figures(off.total.imagesPerSecond)} with it off`));
}

function identity(race) {
  const { compared, identical, different } = race.identity;
  const same = compared === identical;
  byId("identity").classList.toggle("differs", !same);
  byId("identity").replaceChildren(
    el("div", { class: "mark", ariaHidden: "true" }, same ? "✓" : "✗"),
    el("p", {}, el("b", { id: "identity-text" }, same
      ? `${identical} of ${compared} results identical`
      : `${compared - identical} of ${compared} results differ`),
    el("span", {}, same ? "Every sample of each decoded photo and of its thumbnails, every byte of their files."
      : different.join(", "))));
}

function meter(side, share, value, unit, named = true) {
  return el("div", { class: `meter ${side}` },
    named ? el("span", { class: "name" }, NAMES[side]) : null,
    el("div", { class: "track" }, track(share)),
    el("span", { class: "value" }, value, " ", el("small", {}, unit)));
}

function score(title, race, field, unit, moreIsBetter) {
  const sides = ["off", "on"].filter(side => race[side]?.total.images);
  const values = Object.fromEntries(sides.map(side => [side, race[side].total[field]]));
  const most = Math.max(...Object.values(values)) || 1;
  const ratio = sides.length === 2 ? (moreIsBetter ? values.on / values.off : values.off / values.on) : null;
  return el("div", { class: "card score" },
    el("h3", {}, title, ratio ? el("em", {}, times(ratio)) : null),
    ...sides.map(side => meter(side, values[side] / most, figures(values[side]), unit)));
}

const rows = new Map();

function photoRow(result, photo) {
  const row = el("li", {},
    el("img", { src: photo?.sizes[0].url ?? "/favicon.svg", alt: "", width: 92, height: 69 }), el("div"));
  row.dataset.photo = result.id;
  return row;
}

function byPhoto(race, photos) {
  const most = Math.max(...race.photos.flatMap(({ off, on }) => [off.p50Millis, on?.p50Millis ?? 0])) || 1;
  for (const result of race.photos) {
    if (!rows.has(result.id)) rows.set(result.id, photoRow(result, photos.get(result.id)));
    const { off, on } = result;
    const ratio = on?.images && off.images ? ` · ${times(off.p50Millis / on.p50Millis)}` : "";
    rows.get(result.id).lastChild.replaceChildren(
      el("div", { class: "name" }, el("span", {}, result.title),
        el("span", { class: result.identical ? "same" : "same differs" }, result.identical ? "✓ identical" : "✗ differs")),
      ...["off", "on"].filter(side => result[side]?.images).map(side =>
        meter(side, result[side].p50Millis / most, figures(result[side].p50Millis), "ms", false)),
      el("span", { class: "quiet-text" }, `${megapixels(result.pixels)}${ratio}`));
  }
  const wanted = race.photos.map(result => rows.get(result.id));
  const list = byId("by-photo");
  if (wanted.length !== list.children.length || wanted.some((row, i) => row !== list.children[i])) {
    list.replaceChildren(...wanted);
  }
}

function table(head, body) {
  return el("table", {},
    el("thead", {}, el("tr", {}, ...head.map(text => el("th", { scope: "col" }, text)))),
    el("tbody", {}, ...body.map(cells => el("tr", {}, ...cells.map(cell => el("td", {}, cell))))));
}

function roundsTable(race) {
  const sides = ["off", "on"].filter(side => race[side]);
  byId("rounds-table").replaceChildren(table(
    ["Round", ...sides.flatMap(side => [`${NAMES[side]} p50`, `${NAMES[side]} p99`, `${NAMES[side]} images/s`])],
    race.off.rounds.map((round, i) => [String(i + 1), ...sides.flatMap(side => {
      const summary = race[side].rounds[i]?.summary;
      return summary ? [millis(summary.p50Millis), millis(summary.p99Millis), figures(summary.imagesPerSecond)] : ["", "", ""];
    })])));
}

function hotLines(race) {
  byId("hot").hidden = race.hotLines.length === 0;
  const total = race.hotLines.reduce((sum, line) => sum + line.millis, 0);
  byId("hot-lines").replaceChildren(table(["Line", "Operation", "Share", "Calls", "Redirected", "Time"],
    race.hotLines.map(line => {
      const share = el("span", { class: "share" }, track(line.millis / total));
      return [el("span", { class: "hot-line" }, line.line.replace(/^(?:[a-z0-9_]+\.)+/, "")), line.operation,
        el("span", {}, share, percent(line.millis / total)), String(line.calls),
        percent(line.redirected / line.calls), millis(line.millis)];
    })));
}

/** All figures of a race but the charts. */
export function showResults(race, photos) {
  hero(race);
  identity(race);
  byId("scores").replaceChildren(
    score("Median time, p50", race, "p50Millis", "ms", false),
    score("Slowest 1 %, p99", race, "p99Millis", "ms", false),
    score("Images per second", race, "imagesPerSecond", "/s", true));
  byPhoto(race, photos);
  roundsTable(race);
  hotLines(race);
}
