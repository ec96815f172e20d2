// All pins of a map: drawn again at every zoom, marked and chosen together with their rows.
import { group, marker } from "./pin.js";

const ROOM_AROUND = [40, 60]; // pixels that a pin needs to be seen whole

// Pins are one stop for the Tab key; arrows go through them in the order of the list.
export class Pins {
  constructor(map, pins, { label, press, point }) {
    Object.assign(this, { map, pins, label, press, point, markers: [], chosen: [], pointed: [] });
    map.on("zoomend", () => this.draw());
    this.draw();
  }

  draw() {
    const focused = this.markers.find((one) => one.getElement() === document.activeElement);
    for (const old of this.markers) old.remove();
    this.markers = group(this.pins, this.map).map((one) => marker(one, { label: this.label(one.pins), alone: this.pins.length === 1 }));
    for (const one of this.markers) this.listen(one.addTo(this.map));
    this.rove(this.holding(focused?.pins[0]) ?? this.markers[0], { focus: Boolean(focused) });
    this.show();
  }

  listen(one) {
    const element = one.getElement();
    one.on("click", () => this.press(one.pins, one));
    element.addEventListener("keydown", (event) => this.key(event, one));
    for (const name of ["mouseenter", "focus"]) element.addEventListener(name, () => this.point(one.pins));
    for (const name of ["mouseleave", "blur"]) element.addEventListener(name, () => this.point([]));
  }

  key(event, one) {
    const at = this.markers.indexOf(one), last = this.markers.length - 1;
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (event.key === "Enter" || event.key === " ") this.press(one.pins, one);
    else if (to === undefined) return;
    else this.rove(this.markers[Math.max(0, Math.min(last, to))], { focus: true });
    event.preventDefault();
    event.stopPropagation();
  }

  rove(to, { focus }) {
    for (const one of this.markers) one.getElement().tabIndex = one === to ? 0 : -1;
    if (!focus || !to) return;
    this.map.panInside(to.getLatLng(), { padding: ROOM_AROUND });
    to.getElement().focus({ preventScroll: true });
  }

  bringIntoView(pin) {
    this.map.invalidateSize({ animate: false, pan: false });
    this.map.panInside([pin.lat, pin.lng], { padding: ROOM_AROUND });
  }

  holding(pin) {
    return this.markers.find((one) => one.pins.includes(pin));
  }

  // What the pins cover of the view: [[left, top, right, bottom]].
  boxes() {
    return this.markers.map((one) => {
      const { x, y } = this.map.latLngToContainerPoint(one.getLatLng());
      return [x - 16, y - 36, x + 16, y + 1];
    });
  }

  choose(pins) {
    this.chosen = pins;
    this.show();
  }

  mark(pins) {
    this.pointed = pins;
    this.show();
  }

  show() {
    for (const one of this.markers) {
      const [chosen, pointed] = [this.chosen, this.pointed].map((some) => one.pins.some((pin) => some.includes(pin)));
      one.getElement().classList.toggle("is-selected", chosen);
      one.getElement().classList.toggle("is-hover", pointed);
      one.setZIndexOffset(chosen ? 2000 : pointed ? 1000 : 0);
    }
  }
}
