// Names on the map: one canvas over the view and below the pins. The greatest place first; a name that would touch
// another is left out. Nothing here can be focused: the list beside the map says the same in words.
import L from "./leaflet.js";
import { UNITS } from "./decode.js";
import { ink } from "./ink.js";
import { drawShields } from "./shields.js";

const SIZE = 256;
const DOTTED_BELOW = 7; // a dot marks a town while towns are small
const AIRPORTS_FROM = 9;
const PLANE = new Path2D("M0-5 1.1-1.5 5 1V2L1 1 .7 3.6 2 4.6V5.200L0 4.700-2 5.200V4.600L-.7 3.600-1 1-5 2V1L-1.1-1.500Z");
// The smallest place that is named at a zoom, as the logarithm of its population (6 is a million).
const SMALLEST = { 2: 6.6, 3: 6.6, 4: 6, 5: 5, 6: 4.7, 7: 4, 8: 3.6, 9: 3.3, 10: 3 };
// Where a name may stand when pins are in the way, in pixels down from its town; a great city's farther.
const SHIFTS = { town: [0, 17, -17, 24, -24], city: [0, 17, -17, 32, -32, 46, -46] };
const CITY = 5.4;
const SAME_NAME_APART = 90; // pixels: a town and its namesake across the river need one name
const PIXELS_A_NAME = { far: 15000, near: 11000 };

// Boxes that are taken already, the pins' first.
class Room {
  constructor({ x, y }, taken) {
    this.width = x;
    this.height = y;
    this.taken = taken;
  }

  take(box) {
    const [x0, y0, x1, y1] = box;
    const inView = x0 > -1 && y0 > -4 && x1 < this.width + 1 && y1 < this.height + 4;
    const free = inView && this.taken.every((other) => x0 >= other[2] || x1 <= other[0] || y0 >= other[3] || y1 <= other[1]);
    if (free) this.taken.push(box);
    return free;
  }
}

function write(canvas, text, x, y, colour, halo = 3.5) {
  canvas.lineWidth = halo;
  canvas.strokeStyle = ink.halo;
  canvas.strokeText(text, x, y);
  canvas.fillStyle = colour;
  canvas.fillText(text, x, y);
}

function sizeOf(weight, zoom) {
  const size = weight >= 6 ? 17 : weight >= 5.4 ? 15.5 : weight >= 4.8 ? 14.5 : 13.5;
  return zoom < DOTTED_BELOW ? Math.min(size, 15) : size;
}

function drawDot(canvas, x, y) {
  canvas.beginPath();
  canvas.arc(x, y, 2.2, 0, 7);
  canvas.fillStyle = ink.label;
  canvas.fill();
}

// Right or left of a dot; without one on the town itself, or close above or below it.
function spots(x, width, weight, dotted) {
  if (dotted) return [[x + 6, 0], [x - 6 - width, 0]];
  const centred = (weight >= CITY ? SHIFTS.city : SHIFTS.town).map((down) => [x - width / 2, down]);
  return weight >= CITY ? [...centred, [x + 22, 0], [x - 22 - width, 0]] : centred;
}

function drawPlace(canvas, room, { x, y, name, weight }, zoom) {
  const size = sizeOf(weight, zoom), dotted = zoom < DOTTED_BELOW, gap = dotted ? 5 : 3;
  canvas.font = `${weight >= CITY ? 700 : 500} ${size}px ${ink.sans}`;
  const width = canvas.measureText(name).width;
  for (const [left, down] of spots(x, width, weight, dotted)) {
    const reach = dotted ? [Math.min(left, x - 4), Math.max(left + width, x + 4)] : [left, left + width];
    const box = [reach[0] - gap, y + down - size / 2 - gap, reach[1] + gap, y + down + size / 2 + gap];
    if (!room.take(box)) continue;
    if (dotted) drawDot(canvas, x, y);
    write(canvas, name, left, y + down, weight >= 4.8 ? ink.label : ink["label-2"]);
    return true;
  }
  return false;
}

function drawPlaces(canvas, room, places, zoom) {
  const smallest = SMALLEST[zoom] ?? 0;
  let left = Math.round((room.width * room.height) / (zoom >= 9 ? PIXELS_A_NAME.near : PIXELS_A_NAME.far));
  const drawn = [];
  for (const place of places.sort((one, other) => other.weight - one.weight)) {
    if (place.weight < smallest || left === 0) return;
    const near = ({ x, y, name }) => name === place.name && Math.hypot(x - place.x, y - place.y) < SAME_NAME_APART;
    if (drawn.some(near) || !drawPlace(canvas, room, place, zoom)) continue;
    drawn.push(place);
    left--;
  }
}

function drawRegions(canvas, room, regions, zoom) {
  canvas.font = `500 13.5px ${ink.sans}`;
  for (const { x, y, name, code } of regions) {
    const text = zoom <= 4 ? code : name;
    canvas.letterSpacing = "1px";
    const half = canvas.measureText(text).width / 2 + 2;
    if (room.take([x - half, y - 8, x + half, y + 8])) write(canvas, text, x - half + 2, y, ink["label-2"], 2);
    canvas.letterSpacing = "0px";
  }
}

function drawAirports(canvas, room, airports) {
  canvas.font = `600 13.5px ${ink.sans}`;
  for (const { x, y, code } of airports) {
    const half = (canvas.measureText(code).width + 15) / 2;
    if (!room.take([x - half - 3, y - 9, x + half + 3, y + 9])) continue;
    canvas.save();
    canvas.translate(x - half + 5, y);
    canvas.fillStyle = ink["label-2"];
    canvas.fill(PLANE);
    canvas.restore();
    write(canvas, code, x - half + 14, y, ink["label-2"], 3);
  }
}

export const Labels = L.Layer.extend({
  // `taken` gives the boxes [left, top, right, bottom] on the screen that names must leave free.
  initialize(store, taken) {
    this.store = store;
    this.taken = taken;
    this.turn = 0;
  },

  onAdd(map) {
    const pane = map.getPane("labels") ?? map.createPane("labels");
    pane.style.zIndex = 350; // over tiles (200), under the circle (400) and the pins (600)
    pane.style.pointerEvents = "none";
    this.picture = L.DomUtil.create("canvas", "", pane);
    this.picture.setAttribute("aria-hidden", "true");
    map.on("moveend viewreset resize", this.draw, this).on("zoomstart", this.hide, this);
    this.draw();
  },

  onRemove(map) {
    map.off("moveend viewreset resize", this.draw, this).off("zoomstart", this.hide, this);
    this.picture.remove();
  },

  hide() {
    this.picture.style.visibility = "hidden";
  },

  async draw() {
    const turn = ++this.turn, zoom = Math.round(this._map.getZoom()), view = this._map.getPixelBounds();
    const parts = await this.inView(zoom, view);
    if (turn === this.turn && this._map) this.paint(parts, zoom);
  },

  // Each stored tile in view once, with where it lies on the screen: [{ set, tile, scale, left, top }].
  async inView(zoom, view) {
    const across = 2 ** zoom, waiting = [];
    for (let x = Math.floor(view.min.x / SIZE); x <= view.max.x / SIZE; x++) {
      for (let y = Math.max(0, Math.floor(view.min.y / SIZE)); y <= Math.min(across - 1, view.max.y / SIZE); y++) {
        const wrapped = ((x % across) + across) % across;
        const around = (x - wrapped) / across;
        waiting.push(this.store.cover(zoom, wrapped, y).then((cover) => cover.map((one) => ({ ...one, around }))));
      }
    }
    const found = new Map();
    for (const part of (await Promise.all(waiting)).flat()) {
      const { level, x, y } = part.at, size = SIZE * 2 ** (zoom - level);
      const left = (x + part.around * 2 ** level) * size - view.min.x, top = y * size - view.min.y;
      found.set([part.set, level, x, y, part.around].join(), { ...part, scale: size / UNITS, left, top });
    }
    return [...found.values()];
  },

  paint(parts, zoom) {
    const size = this._map.getSize(), sharpness = Math.min(window.devicePixelRatio || 1, 2), { picture } = this;
    picture.width = size.x * sharpness;
    picture.height = size.y * sharpness;
    picture.style.width = `${size.x}px`;
    picture.style.height = `${size.y}px`;
    picture.style.visibility = "";
    L.DomUtil.setPosition(picture, this._map.containerPointToLayerPoint([0, 0]));
    const canvas = picture.getContext("2d");
    canvas.scale(sharpness, sharpness);
    canvas.textBaseline = "middle";
    canvas.lineJoin = "round";
    const room = new Room(size, this.taken()), bases = parts.filter((part) => part.set === "base");
    const onScreen = (key, read) => bases.flatMap((part) => part.tile[key].map(
      ([x, y, ...rest]) => ({ x: x * part.scale + part.left, y: y * part.scale + part.top, ...read(rest) }),
    ));
    drawPlaces(canvas, room, onScreen("places", ([name, weight]) => ({ name, weight })), zoom);
    if (zoom >= 4 && zoom <= 6) drawRegions(canvas, room, onScreen("regions", ([name, code]) => ({ name, code })), zoom);
    if (zoom >= AIRPORTS_FROM) drawAirports(canvas, room, onScreen("airports", ([code]) => ({ code })));
    drawShields(canvas, room, parts.filter((part) => part.set !== "base"), zoom);
  },
});
