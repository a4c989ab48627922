import { byId, el } from "./dom.js";

const COMMAND = "java -javaagent:agent/target/hotpix-agent.jar -jar demo-app/target/hotpix-demo-app.jar web";

let shown = null;

function copyButton() {
  const button = el("button", { type: "button", class: "button secondary" }, "Copy");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(COMMAND);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Select it";
    }
  });
  return button;
}

function absent(java) {
  byId("agent-title").textContent = "Hotpix is not in this JVM";
  return [
    el("p", {}, "Without it there is one side to measure. To race both, end the application and start it again like this:"),
    el("div", { class: "command" }, el("pre", {}, el("code", {}, COMMAND)), copyButton()),
    el("p", {}, java),
  ];
}

function present(agent, java) {
  byId("agent-title").textContent = `Hotpix ${agent.version} is in this JVM`;
  const active = agent.line.startsWith(`${agent.version}: `) ? agent.line.slice(agent.version.length + 2) : agent.line;
  const switches = Object.keys(agent.switches)
    .map(name => name.replace(/RedirectEnabled$/, "").replace(/\B([A-Z])/g, " $1").toLowerCase());
  return [
    el("p", {}, active),
    el("ul", { class: "chips", ariaLabel: "What this page switches off and on, by JMX" },
      ...switches.map(name => el("li", {}, `switch: ${name}`)), el("li", {}, java)),
  ];
}

/** What there is of Hotpix, or how to add it. */
export function showAgent({ agent, java, processors }) {
  const key = JSON.stringify([agent.present, agent.line]);
  if (key === shown) return;
  shown = key;
  byId("agent").classList.toggle("there", agent.present);
  const jvm = `${java}, ${processors}`;
  byId("agent-body").replaceChildren(...(agent.present ? present(agent, jvm) : absent(jvm)));
}
