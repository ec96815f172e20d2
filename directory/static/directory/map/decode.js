// Tiles hold lines and rings as text: zigzag differences, five bits a character (fixtures/map/build/build_map_tiles.py).
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvw";
const VALUES = new Uint8Array(128);
for (let index = 0; index < LETTERS.length; index++) VALUES[LETTERS.charCodeAt(index)] = index;

// Areas and lines under their stored names.
const STORED = {
  land: "l", water: "w", islands: "i", urban: "u", rivers: "r", borders: "b", states: "s", counties: "c",
};

export const UNITS = 4096; // a tile's width in its own units

// The differences x, y, dx, dy, ... of one line, with its bounding box, so that what is out of sight is not drawn.
function line(text) {
  const steps = [];
  for (let at = 0; at < text.length; ) {
    let value = 0, shift = 0, five;
    do {
      five = VALUES[text.charCodeAt(at++)];
      value |= (five & 31) << shift;
      shift += 5;
    } while (five & 32);
    steps.push(value & 1 ? ~(value >> 1) : value >> 1);
  }
  let [x, y] = steps;
  const box = [x, y, x, y];
  for (let at = 2; at < steps.length; at += 2) {
    x += steps[at];
    y += steps[at + 1];
    if (x < box[0]) box[0] = x; else if (x > box[2]) box[2] = x;
    if (y < box[1]) box[1] = y; else if (y > box[3]) box[3] = y;
  }
  return { steps, box };
}

// A tile with readable names; `land` is "all" where there is no water. `roads` are four lists, the greatest first.
export function decode(stored) {
  const tile = { places: stored.p ?? [], airports: stored.a ?? [], regions: stored.n ?? [], roads: [] };
  for (const [name, key] of Object.entries(STORED)) {
    const found = stored[key];
    tile[name] = found === 1 ? "all" : (found ?? []).map(line);
  }
  for (const kind of [0, 1, 2, 3]) {
    tile.roads.push((stored[kind] ?? []).map(([number, ...lines]) => ({ number, lines: lines.map(line) })));
  }
  return tile;
}
