// Numbered pins; those that would cover each other stand together as one disc with their count.
import L from "./leaflet.js";

const REACH = 28; // pixels between two pins that can still be told apart and pressed
const SVG = "http://www.w3.org/2000/svg";
const DROP = "M0 0C-3-7-13-11-13-21a13 13 0 0 1 26 0C13-11 3-7 0 0Z";

// Groups of pins in the order of the list, each at its first pin: [{ pins, latlng }].
export function group(pins, map, zoom = map.getZoom()) {
  const groups = [];
  for (const pin of pins) {
    const at = map.project([pin.lat, pin.lng], zoom);
    const near = groups.find((one) => Math.abs(one.at.x - at.x) < REACH && Math.abs(one.at.y - at.y) < REACH);
    if (near) near.pins.push(pin);
    else groups.push({ pins: [pin], at, latlng: L.latLng(pin.lat, pin.lng) });
  }
  return groups;
}

function svg(name, attributes, text = "") {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

function picture(pins, alone) {
  const drawing = svg("svg", { viewBox: "-22 -42 44 44", width: 44, height: 44, "aria-hidden": "true" });
  if (pins.length === 1) {
    drawing.append(svg("path", { d: DROP }));
    drawing.append(alone ? svg("circle", { cy: -21, r: 5 }) : svg("text", { y: -16 }, String(pins[0].number)));
  } else {
    drawing.append(svg("circle", { cy: -20, r: 17 }), svg("text", { y: -15 }, String(pins.length)));
  }
  return drawing;
}

// A marker for one group. `alone`: the only pin of its map wears no number.
export function marker({ pins, latlng }, { label, alone }) {
  const kinds = [pins.length > 1 ? "is-many" : "", pins.every((pin) => pin.beyond) ? "is-beyond" : ""];
  const icon = L.divIcon({
    className: ["m-pin", ...kinds].filter(Boolean).join(" "),
    html: picture(pins, alone),
    iconSize: [44, 44],
    iconAnchor: [22, 42],
  });
  const made = L.marker(latlng, { icon, autoPanOnFocus: false, riseOnHover: true });
  made.pins = pins;
  made.on("add", () => made.getElement().setAttribute("aria-label", label));
  return made;
}
