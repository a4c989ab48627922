const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "class") element.setAttribute("class", value);
    else if (name in element && !(element instanceof SVGElement)) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** An element; strings among the children are text, never markup. */
export const el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);

export const svg = (tag, attributes = {}, ...children) =>
  fill(document.createElementNS(SVG, tag), attributes, children);

export const byId = id => document.getElementById(id);

/** A bar that is filled to a share from 0 to 1. */
export function track(share) {
  const bar = el("div", { class: "bar-fill" });
  bar.style.width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return bar;
}

export function message(text, kind) {
  const place = byId("messages");
  place.append(el("p", { class: `notice ${kind}` }, text));
  while (place.children.length > 6) place.firstChild.remove();
}
