// The ground of the base map, drawn on one canvas a tile: land, towns, water, roads, borders.
import L from "./leaflet.js";
import { UNITS } from "./decode.js";
import { ink } from "./ink.js";

const SIZE = 256;
const MARGIN = 8;
// From which zoom a class of roads is drawn, how wide at which zoom, and in which ink; the greatest first.
const ROADS = [
  { from: 5, widths: { 5: 0.9, 7: 1.5, 9: 2.4, 10: 2.8, 12: 4.6 }, ink: "motorway" },
  { from: 7, widths: { 7: 0.8, 9: 1.5, 10: 1.8, 12: 3.2 }, ink: "main" },
  { from: 8, widths: { 8: 0.6, 9: 0.8, 10: 1, 12: 2 }, ink: "road" },
  { from: 10, widths: { 10: 0.7, 12: 1.4 }, ink: "road" },
];
const CASED_FROM = 7;
const TOWNS_FROM = 6;

function widthAt(widths, zoom) {
  const zooms = Object.keys(widths).map(Number);
  const upper = zooms.find((one) => one >= zoom) ?? zooms.at(-1);
  const lower = zooms.findLast((one) => one <= zoom) ?? upper;
  const share = upper === lower ? 0 : Math.min(1, (zoom - lower) / (upper - lower));
  return widths[lower] + share * (widths[upper] - widths[lower]);
}

// Draws one stored tile's parts on the canvas of one map tile, which may be a small piece of it, enlarged.
class Pen {
  constructor(canvas, at, z, x, y) {
    const deeper = 2 ** (z - at.level);
    this.canvas = canvas;
    this.scale = (SIZE * deeper) / UNITS;
    this.left = (x - at.x * deeper) * SIZE;
    this.top = (y - at.y * deeper) * SIZE;
  }

  shows([x0, y0, x1, y1]) {
    const { scale, left, top } = this;
    return x1 * scale >= left - MARGIN && x0 * scale <= left + SIZE + MARGIN
      && y1 * scale >= top - MARGIN && y0 * scale <= top + SIZE + MARGIN;
  }

  trace({ steps, box }, closed) {
    if (!this.shows(box)) return;
    const { canvas, scale, left, top } = this;
    let [x, y] = steps;
    canvas.moveTo(x * scale - left, y * scale - top);
    for (let at = 2; at < steps.length; at += 2) {
      x += steps[at];
      y += steps[at + 1];
      canvas.lineTo(x * scale - left, y * scale - top);
    }
    if (closed) canvas.closePath();
  }

  fill(rings, colour) {
    this.canvas.fillStyle = colour;
    if (rings === "all") return this.canvas.fillRect(0, 0, SIZE, SIZE);
    this.canvas.beginPath();
    for (const ring of rings) this.trace(ring, true);
    this.canvas.fill("evenodd");
  }

  stroke(lines, colour, width, dashes = []) {
    this.canvas.beginPath();
    for (const one of lines) this.trace(one, false);
    this.canvas.strokeStyle = colour;
    this.canvas.lineWidth = width;
    this.canvas.setLineDash(dashes);
    this.canvas.stroke();
    this.canvas.setLineDash([]);
  }
}

function drawLand(pen, tile, zoom) {
  pen.fill(tile.land, ink.land);
  if (zoom >= TOWNS_FROM) {
    pen.canvas.globalCompositeOperation = "source-atop"; // the tint stays on the land
    pen.fill(tile.urban, ink.urban);
    pen.canvas.globalCompositeOperation = "source-over";
  }
  pen.stroke(tile.rivers, ink.river, zoom < 7 ? 0.7 : zoom < 9 ? 1 : 1.6);
  pen.fill(tile.water, ink.water);
  pen.fill(tile.islands, ink.land);
}

// All edges before all surfaces, and the small before the great, so that crossings join.
function drawRoads(pens, zoom) {
  for (const surface of [false, true]) {
    for (const kind of [3, 2, 1, 0]) {
      const { from, widths, ink: name } = ROADS[kind];
      if (zoom < from || (!surface && zoom < CASED_FROM)) continue;
      const width = widthAt(widths, zoom);
      const colour = surface && zoom >= CASED_FROM ? ink[name] : ink[`${name}-edge`];
      for (const { pen, tile } of pens) {
        const lines = tile.roads[kind].flatMap((road) => road.lines);
        pen.stroke(lines, colour, surface ? width : width + (zoom >= 10 ? 1.5 : 1.1));
      }
    }
  }
}

function drawBorders(pen, tile, zoom) {
  pen.stroke(tile.states, ink.state, zoom < 6 ? 0.8 : 1.1, zoom < 6 ? [] : [6, 3, 1.5, 3]);
  pen.stroke(tile.borders, ink.border, zoom < 5 ? 1 : 1.5);
}

function draw(canvas, cover, z, x, y) {
  canvas.lineJoin = canvas.lineCap = "round";
  const pens = cover.map((one) => ({ ...one, pen: new Pen(canvas, one.at, z, x, y) }));
  for (const { pen, tile } of pens.filter((one) => one.set === "base")) drawLand(pen, tile, z);
  for (const { pen, tile } of pens) pen.stroke(tile.counties, ink.county, 1, [5, 3]); // a layer from zoom 8
  drawRoads(pens, z);
  for (const { pen, tile } of pens) drawBorders(pen, tile, z);
}

export const Ground = L.GridLayer.extend({
  options: { tileSize: SIZE, keepBuffer: 1, updateWhenIdle: true },

  initialize(store, options) {
    this.store = store;
    L.setOptions(this, options);
  },

  createTile({ x, y, z }, done) {
    const picture = document.createElement("canvas");
    const sharpness = Math.min(window.devicePixelRatio || 1, 2);
    picture.width = picture.height = SIZE * sharpness;
    picture.style.background = ink.water;
    const across = 2 ** z, wrapped = ((x % across) + across) % across;
    const cover = y < 0 || y >= across ? Promise.resolve([]) : this.store.cover(z, wrapped, y);
    cover.then((tiles) => {
      const canvas = picture.getContext("2d");
      canvas.scale(sharpness, sharpness);
      draw(canvas, tiles, z, wrapped, y);
      done(null, picture);
    });
    return picture;
  },
});
