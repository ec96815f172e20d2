// Numbers of roads, where the roads have them: the Census's do (docs/map.md), OpenStreetMap's here do not.
import { ink } from "./ink.js";

const EVERY = [230, 230, 330]; // pixels along a road
const APART = [190, 190, 260]; // pixels between two shields of one road
const PIXELS_A_SHIELD = 22000;

function kindsAt(zoom) {
  return zoom >= 10 ? [0, 1, 2] : zoom >= 8 ? [0, 1] : [0];
}

// Points along one line where its number may stand.
function* spots({ steps }, { scale, left, top }, every) {
  let x = steps[0] * scale + left, y = steps[1] * scale + top, gone = 0, next = every * 0.38;
  for (let at = 2; at < steps.length; at += 2) {
    const dx = steps[at] * scale, dy = steps[at + 1] * scale, length = Math.hypot(dx, dy);
    for (; gone + length > next; next += every) {
      const share = (next - gone) / length;
      yield { x: x + dx * share, y: y + dy * share };
    }
    gone += length;
    x += dx;
    y += dy;
  }
}

function candidates(parts, zoom) {
  return kindsAt(zoom).flatMap((kind) => parts.flatMap((part) => part.tile.roads[kind]
    .filter((road) => road.number)
    .flatMap((road) => road.lines.flatMap((line) => [...spots(line, part, EVERY[kind])]
      .map((spot) => ({ ...spot, kind, number: road.number }))))));
}

function drawShield(canvas, { x, y, kind }, text, width) {
  canvas.beginPath();
  canvas.roundRect(x - width / 2, y - 9, width, 18, kind === 0 ? [3, 3, 9, 9] : kind === 1 ? 4 : 9);
  canvas.fillStyle = kind === 0 ? ink.shield : ink.halo;
  canvas.fill();
  canvas.lineWidth = 1;
  canvas.strokeStyle = kind === 0 ? ink.halo : ink["label-2"];
  canvas.stroke();
  canvas.fillStyle = kind === 0 ? ink["on-shield"] : ink.label;
  canvas.textAlign = "center";
  canvas.fillText(text, x, y + 0.5);
  canvas.textAlign = "left";
}

export function drawShields(canvas, room, parts, zoom) {
  const drawn = new Map();
  let left = Math.round((room.width * room.height) / PIXELS_A_SHIELD);
  canvas.font = `700 12px ${ink.sans}`;
  for (const spot of candidates(parts, zoom)) {
    if (left === 0) return;
    const same = drawn.get(spot.number) ?? [];
    if (same.some((other) => Math.hypot(other.x - spot.x, other.y - spot.y) < APART[spot.kind])) continue;
    const text = spot.number.replace(/^(I|US)-/, "");
    const width = Math.max(18, canvas.measureText(text).width + 9);
    if (!room.take([spot.x - width / 2 - 3, spot.y - 12, spot.x + width / 2 + 3, spot.y + 12])) continue;
    drawShield(canvas, spot, text, width);
    drawn.set(spot.number, [...same, spot]);
    left--;
  }
}
