// The map's colours are the page's tokens (map.css), so it follows light and dark. `ink` is filled by mix().
const TOKENS = [
  "water", "land", "urban", "river", "county", "state", "border", "label", "label-2", "halo",
  "motorway", "motorway-edge", "main", "main-edge", "road", "road-edge", "shield", "on-shield",
];

export const ink = {};

export function mix() {
  const probe = document.body.appendChild(document.createElement("i"));
  for (const name of TOKENS) {
    probe.style.color = `var(--m-${name})`;
    ink[name] = getComputedStyle(probe).color;
  }
  ink.sans = getComputedStyle(document.documentElement).getPropertyValue("--sans") || "sans-serif";
  probe.remove();
}

// Calls back when the system, or the page, changes between light and dark.
export function whenSchemeChanges(callback) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", callback);
  new MutationObserver(callback).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}
