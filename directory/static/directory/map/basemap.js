// What lies under the pins: our own map, or pictures from the server that the operator named.
import L from "./leaflet.js";
import { Ground } from "./ground.js";
import { mix, whenSchemeChanges } from "./ink.js";
import { Labels } from "./labels.js";
import { Store } from "./store.js";

export const ZOOMS = { minZoom: 2, maxZoom: 12 };

export async function addBasemap(map, ground, taken) {
  if (ground.pictures) return void L.tileLayer(ground.pictures, ZOOMS).addTo(map);
  mix();
  const store = await new Store(ground).open();
  const base = new Ground(store, ZOOMS).addTo(map);
  const labels = new Labels(store, taken).addTo(map);
  whenSchemeChanges(() => {
    mix();
    base.redraw();
    labels.draw();
  });
}
