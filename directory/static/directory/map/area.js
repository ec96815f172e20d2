// "Search this area": the same question around the middle of the map, once the reader has moved it.
const METRES = { mi: 1609.344, km: 1000 };
const MOVED = 0.25; // of the view's shorter side
const LARGEST = 500;

// The largest circle that fits the view, in whole units; the middle is rounded, because nobody needs it to the door.
function question(map, unit) {
  const middle = map.getCenter().wrap(), bounds = map.getBounds();
  const half = Math.min(
    map.distance(middle, [middle.lat, middle.lng + (bounds.getEast() - bounds.getWest()) / 2]),
    map.distance(middle, [bounds.getNorth(), middle.lng]),
  );
  const radius = Math.max(1, Math.min(LARGEST, Math.round(half / METRES[unit])));
  return { near: `${middle.lat.toFixed(2)},${middle.lng.toFixed(2)}`, radius };
}

function addressFor(map) {
  const url = new URL(location.href);
  const { near, radius } = question(map, url.searchParams.get("unit") === "km" ? "km" : "mi");
  for (const gone of ["place", "cursor", "from", "near", "radius"]) url.searchParams.delete(gone);
  url.searchParams.set("near", near);
  url.searchParams.set("radius", radius);
  url.hash = document.querySelector("#map:popover-open") ? "map" : "";
  return url;
}

export function offerSearch(map, link) {
  // A question that was posted, to keep it out of addresses, is not put into one here.
  if (!link || !location.search) return;
  const start = map.getCenter(), zoom = map.getZoom();
  map.on("moveend", () => {
    const way = map.project(start).distanceTo(map.project(map.getCenter()));
    const { x, y } = map.getSize();
    link.hidden = way < MOVED * Math.min(x, y) && map.getZoom() >= zoom;
    if (!link.hidden) link.href = addressFor(map);
  });
}
