import { byId, el, svg } from "./dom.js";
import { figures } from "./format.js";
import { NAMES } from "./race-results.js";

const LEFT = 76;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = 26;
const SIDES = ["off", "on"];

/** A round number not below the largest value, and the step of the lines up to it. */
function scale(largest) {
  const raw = (largest || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map(factor => factor * power).find(candidate => candidate >= raw);
  return { step, top: Math.ceil((largest || 1) / step) * step };
}

const AXIS = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** The unit stands once, at the top. */
const axis = (value, unit, top) => AXIS.format(value) + (top ? unit : "");

function frame(place, height, largest, rounds, unit, label) {
  const width = Math.max(280, Math.round(place.clientWidth));
  const { step, top } = scale(largest);
  const y = value => TOP + (height - TOP - BOTTOM) * (1 - value / top);
  const slot = (width - LEFT - RIGHT) / rounds;
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label });
  for (let value = 0; value <= top * 1.0001; value += step) {
    picture.append(
      svg("line", { class: "gridline", x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value) }),
      svg("text", { x: LEFT - 8, y: y(value) + 4, "text-anchor": "end" }, axis(value, unit, value + step > top * 1.0001)));
  }
  const every = Math.ceil(rounds / Math.max(1, Math.floor((width - LEFT) / 44)));
  for (let round = 0; round < rounds; round += every) {
    picture.append(svg("text", { x: LEFT + slot * (round + .5), y: height - 6, "text-anchor": "middle" },
      round === 0 ? "round 1" : String(round + 1)));
  }
  return { picture, y, x: round => LEFT + slot * round, slot };
}

const classOf = (name, side) => side === "on" ? `${name} is-on` : name;

function line(points, name, side) {
  if (points.length === 1) points = [[points[0][0] - 6, points[0][1]], [points[0][0] + 6, points[0][1]]];
  return svg("polyline", { class: classOf(name, side), points: points.map(point => point.join(",")).join(" ") });
}

function latency(race, sides) {
  const place = byId("latency");
  const all = sides.flatMap(side => race[side].rounds.flatMap(round => round.millis));
  const spoken = sides.map(side => `${NAMES[side]}: p50 ${figures(race[side].total.p50Millis)} ms, `
    + `p99 ${figures(race[side].total.p99Millis)} ms`).join("; ");
  const { picture, x, y, slot } = frame(place, 300, Math.max(...all), race.roundsWanted, " ms",
    `Time per image in milliseconds, by round. ${spoken}`);
  sides.forEach((side, lane) => race[side].rounds.forEach((round, i) => round.millis.forEach((value, at) => {
    // Each lane has its half of a round's slot, in the order of serving.
    const within = (at + .5) / race.photos.length;
    picture.append(svg("circle", {
      class: classOf("dot", side), r: 3.5, cy: y(value), cx: x(i) + slot * (.06 + .88 * (lane + within) / sides.length),
    }));
  })));
  for (const side of sides) {
    const middles = field => race[side].rounds.filter(round => round.summary.images)
      .map((round, i) => [x(i) + slot / 2, y(round.summary[field])]);
    if (race[side].rounds.length) {
      picture.append(line(middles("p99Millis"), "p99", side), line(middles("p50Millis"), "p50", side));
    }
  }
  place.replaceChildren(picture);
}

function throughput(race, sides) {
  const place = byId("throughput");
  const all = sides.flatMap(side => race[side].rounds.map(round => round.summary.imagesPerSecond));
  const spoken = sides.map(side => `${NAMES[side]} ${figures(race[side].total.imagesPerSecond)}`).join(", ");
  const { picture, x, y, slot } = frame(place, 190, Math.max(...all), race.roundsWanted, "/s",
    `Images per second, by round. ${spoken}`);
  const width = Math.min(36, slot * .36);
  sides.forEach((side, lane) => race[side].rounds.forEach((round, i) => {
    const value = round.summary.imagesPerSecond;
    picture.append(svg("rect", {
      class: classOf("column", side), width, rx: Math.min(4, width / 2), y: y(value), height: y(0) - y(value),
      x: x(i) + slot / 2 + (lane - sides.length / 2) * (width + 2),
    }));
  }));
  place.replaceChildren(picture);
}

function legend(sides) {
  const sample = (name, side) => svg("svg", { viewBox: "0 0 26 10", "aria-hidden": "true" }, name === "dot"
    ? svg("circle", { class: classOf("dot", side), cx: 13, cy: 5, r: 4 })
    : svg("line", { class: classOf(name, side), x1: 2, x2: 24, y1: 5, y2: 5 }));
  const items = sides.flatMap(side => [["p50", `${NAMES[side]} p50`], ["p99", "p99"], ["dot", "an image"]]
    .map(([name, text]) => el("span", {}, sample(name, side), text)));
  if (byId("legend").children.length !== items.length) byId("legend").replaceChildren(...items);
}

/** Redraws both charts from what the race has so far. */
export function showCharts(race) {
  const sides = SIDES.filter(side => race[side]?.total.images);
  legend(sides);
  latency(race, sides);
  throughput(race, sides);
}
