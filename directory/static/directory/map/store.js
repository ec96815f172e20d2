// Fetches tiles, each once. There are three levels: 0 is the world in one tile, 5 and 8 are cut where there is land.
import { decode } from "./decode.js";

const WORLD = { level: 0, x: 0, y: 0 };

export class Store {
  // `address` ends in a slash; `version` changes with the tiles, so that browsers may keep them for good.
  constructor({ address, version, layers }) {
    this.address = address;
    this.version = version;
    this.sets = ["base", ...layers];
    this.held = new Map();
  }

  async open() {
    const indexes = await Promise.all(this.sets.map((set) => this.fetch(`${set}/index`)));
    this.indexes = Object.fromEntries(this.sets.map((set, at) => [set, indexes[at] ?? {}]));
    return this;
  }

  async fetch(path) {
    const answer = await fetch(`${this.address}${path}?v=${this.version}`, { credentials: "omit" });
    return answer.status === 200 ? answer.json() : null;
  }

  // The deepest tile of a set that covers the map's tile z/x/y, or null. Empty country has no level 8: 5 is enlarged.
  find(set, z, x, y) {
    if (z < 5) return set === "base" ? WORLD : null;
    for (const level of z >= 8 ? [8, 5] : [5]) {
      const deeper = z - level, at = { level, x: x >> deeper, y: y >> deeper };
      if (this.has(set, at)) return at;
    }
    return null;
  }

  has(set, { level, x, y }) {
    const runs = this.indexes[set][level]?.[x] ?? [];
    for (let at = 0; at < runs.length; at += 2) if (y >= runs[at] && y < runs[at] + runs[at + 1]) return true;
    return false;
  }

  // The decoded tile, or null where it could not be had; asked for again the next time then.
  get(set, { level, x, y }) {
    const path = `${set}/${level}/${x}/${y}`;
    if (!this.held.has(path)) {
      const wanted = this.fetch(path).then((stored) => stored && decode(stored)).catch(() => {
        this.held.delete(path);
        return null;
      });
      this.held.set(path, wanted);
    }
    return this.held.get(path);
  }

  // Every set's tile for the map's tile z/x/y: [{ set, at, tile }], the base first.
  async cover(z, x, y) {
    const found = this.sets.map((set) => ({ set, at: this.find(set, z, x, y) })).filter((one) => one.at);
    const tiles = await Promise.all(found.map((one) => this.get(one.set, one.at)));
    return found.map((one, index) => ({ ...one, tile: tiles[index] })).filter((one) => one.tile);
  }
}
