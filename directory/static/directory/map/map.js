// One map: its ground, the circle that was asked for, the pins, and what happens when they are used.
import L from "./leaflet.js";
import { addBasemap, ZOOMS } from "./basemap.js";
import { offerSearch } from "./area.js";
import { Panel } from "./panel.js";
import { group } from "./pin.js";
import { Pins } from "./pins.js";
import { keepInStep } from "./step.js";

const METRES_A_MILE = 1609.344;
const CLOSEST = 11; // where a map opens at most; the reader may go nearer
const AMERICA = { center: [39, -97], zoom: 4 };

function createMap(view, still) {
  const moving = { zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still };
  const map = L.map(view, { ...ZOOMS, ...moving, zoomControl: false, attributionControl: false, scrollWheelZoom: false });
  if (still) map.panBy = (offset, options) => L.Map.prototype.panBy.call(map, offset, { ...options, animate: false });
  // A wheel over the map scrolls the page, as it does everywhere else, until the map has been pressed.
  map.on("click", () => map.scrollWheelZoom.enable()).on("mouseout", () => map.scrollWheelZoom.disable());
  return map;
}

// What the map shows first: those found and the place that was given; where nobody was, the circle and the nearest.
function fit(map, { pins, origin, radius }) {
  const inside = pins.filter((pin) => !pin.beyond);
  const points = (inside.length ? inside : pins).map((pin) => [pin.lat, pin.lng]);
  const bounds = L.latLngBounds(points);
  if (origin) bounds.extend(origin);
  if (origin && radius && !inside.length) bounds.extend(L.latLng(origin).toBounds(2 * radius * METRES_A_MILE));
  if (!bounds.isValid()) return map.setView(AMERICA.center, AMERICA.zoom);
  return map.fitBounds(bounds, { paddingTopLeft: [28, 52], paddingBottomRight: [28, 28], maxZoom: CLOSEST, animate: false });
}

// The circle, and the sentence about it for as long as it can be seen. It stays in its place, so nothing moves.
function drawCircle(map, origin, metres, sentence) {
  const circle = L.circle(origin, { radius: metres, className: "m-ring", interactive: false }).addTo(map);
  const tell = () => {
    const view = map.getBounds(), corners = [view.getNorthWest(), view.getNorthEast(), view.getSouthWest(), view.getSouthEast()];
    const crosses = view.intersects(circle.getBounds()) && corners.some((corner) => map.distance(origin, corner) > metres);
    sentence?.classList.toggle("is-out", !crosses);
  };
  map.on("moveend resize", tell);
  tell();
}

function drawQuestion(map, { origin, radius }, sentence) {
  if (!origin) return;
  if (radius) drawCircle(map, origin, radius * METRES_A_MILE, sentence);
  const icon = L.divIcon({ className: "m-you", iconSize: [26, 26] });
  const you = L.marker(origin, { icon, interactive: false, keyboard: false, zIndexOffset: -1000 }).addTo(map);
  you.getElement().setAttribute("aria-hidden", "true");
}

// What the buttons and the reader's own place cover of the map: [[left, top, right, bottom]].
function otherBoxes(frame) {
  const view = frame.querySelector(".map-view").getBoundingClientRect();
  return [...frame.querySelectorAll(".map-tools, .map-again:not([hidden]), .m-you")].map((tool) => {
    const { left, top, right, bottom } = tool.getBoundingClientRect();
    return [left - view.left, top - view.top, right - view.left, bottom - view.top];
  });
}

export async function openMap(frame) {
  const data = JSON.parse(frame.querySelector("script[type='application/json']").textContent);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = fit(createMap(frame.querySelector(".map-view"), still), data);
  const panel = new Panel(frame);
  const pins = new Pins(map, data.pins, { label: panel.label, press, point: (some) => list.mark(some) });
  const list = keepInStep(data.pins, { still, mark: (some) => pins.mark(some), choose: (pin) => choose([pin]) });

  function choose(some) {
    pins.choose(some);
    list.choose(some);
    panel.show(some);
    if (some.length) requestAnimationFrame(() => pins.bringIntoView(some[0])); // the panel has taken some of the view
  }

  function press(some, pressed) {
    if (group(some, map, map.getMaxZoom()).length === 1) return choose(some); // no zoom takes them apart
    const focused = pressed.getElement() === document.activeElement;
    const bounds = L.latLngBounds(some.map((pin) => [pin.lat, pin.lng]));
    map.once("moveend", () => focused && pins.rove(pins.holding(some[0]), { focus: true }));
    const zoom = Math.min(map.getMaxZoom(), Math.max(map.getZoom() + 1, map.getBoundsZoom(bounds, false, L.point(90, 110))));
    map.setView(bounds.getCenter(), zoom, { animate: !still });
  }

  panel.whenClosed(() => {
    const [was] = pins.chosen;
    choose([]);
    pins.rove(pins.holding(was), { focus: true });
  });
  frame.querySelector(".map-nearer").addEventListener("click", () => map.zoomIn());
  frame.querySelector(".map-farther").addEventListener("click", () => map.zoomOut());
  drawQuestion(map, data, frame.querySelector(".map-key"));
  offerSearch(map, frame.querySelector(".map-again"));
  new ResizeObserver(() => frame.offsetHeight && map.invalidateSize({ animate: false, pan: false })).observe(frame);
  frame.classList.add("is-ready");
  await addBasemap(map, data.ground, () => [...otherBoxes(frame), ...pins.boxes()]);
  frame.classList.add("has-ground");
}
